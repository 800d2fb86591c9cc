package mayday.drill;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in memory of something that can be brought back: what is in somebody's hands, and what was used latest. While one is in anybody's
 * hands there is no second one with its id. For one thread at a time.
 *
 * @param <I> its ids
 */
final class InMemory<I, T> {
    private final int mostIdle;
    private final Map<I, WeakReference<T>> known = new HashMap<>();
    private final Map<I, T> latest = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostIdle how many are kept that nobody has in hands */
    InMemory(int mostIdle) {
        this.mostIdle = mostIdle;
    }

    Optional<T> find(I id) {
        var reference = known.get(id);
        var found = Optional.ofNullable(reference == null ? null : reference.get());
        found.ifPresent(each -> use(id, each));
        return found;
    }

    /** Keeps {@code one}, unless there is one with its id already: the one that is kept. */
    T keep(I id, T one) {
        return find(id).orElseGet(() -> {
            forgetTheLost();
            known.put(id, new WeakReference<>(one));
            use(id, one);
            return one;
        });
    }

    private void use(I id, T one) {
        latest.put(id, one);
        if (latest.size() > mostIdle) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    /** All that are in memory, as far as it is known. */
    List<T> all() {
        forgetTheLost();
        return known.values().stream()
                .flatMap(each -> Optional.ofNullable(each.get()).stream())
                .toList();
    }

    private void forgetTheLost() {
        known.values().removeIf(reference -> reference.get() == null);
    }
}
