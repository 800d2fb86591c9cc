package mayday.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What several look at at the same time: made when the first comes, closed when the last leaves. Safe for use by several threads.
 *
 * @param <I> ids of what is looked at
 */
final class Shelf<I, T extends Shelf.Shown> {
    private final Map<I, Held<T>> held = new HashMap<>();

    /** Something that is looked at, until nobody does any more. */
    interface Shown extends AutoCloseable {
        @Override
        void close();
    }

    private record Held<T>(T shown, int lookers) {}

    /** One more looks; to be followed by {@link #leave}. */
    synchronized T enter(I id, Supplier<T> first) {
        var before = held.get(id);
        var now = before == null ? new Held<>(first.get(), 1) : new Held<>(before.shown(), before.lookers() + 1);
        held.put(id, now);
        return now.shown();
    }

    synchronized void leave(I id) {
        var before = held.remove(id);
        if (before == null) {
            return;
        }
        if (before.lookers() > 1) {
            held.put(id, new Held<>(before.shown(), before.lookers() - 1));
        } else {
            before.shown().close();
        }
    }
}
