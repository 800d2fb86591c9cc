package mayday.journal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first needed, once. Safe for use by several threads. */
final class Late<T> implements Supplier<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    Late(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        var there = made;
        return there == null ? make() : there;
    }

    private synchronized T make() {
        var there = made;
        if (there == null) {
            there = making.get();
            made = there;
        }
        return there;
    }
}
