package mayday.drill;

import java.util.function.Supplier;
import mayday.compiler.Library;

/** The scenarios that can be played as things are now. */
public interface Playable extends Supplier<Library> {
    /** All of them; after a start they may have to be waited for. */
    @Override
    Library get();

    /** Those that have been read: what somebody has found there is among them. */
    default Library soFar() {
        return get();
    }
}
