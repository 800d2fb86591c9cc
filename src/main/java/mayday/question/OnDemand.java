package mayday.question;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out once, by whoever asks for it first; who asks meanwhile waits. */
final class OnDemand<T> {
    private final Supplier<T> work;
    private @Nullable T known;

    OnDemand(Supplier<T> work) {
        this.work = work;
    }

    synchronized T get() {
        var value = known;
        if (value == null) {
            value = work.get();
            known = value;
        }
        return value;
    }
}
