package mayday.drill;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in memory of something that can be brought back: what is in somebody's hands, and what was used latest, until nobody has asked
 * for it for {@link #IDLE}. While one is in anybody's hands there is no second one with its id. For one thread at a time.
 *
 * @param <I> its ids
 */
final class InMemory<I, T> {
    /** Bringing one back takes a tenth of a second or so; whoever reads a page asks again sooner, or listens. */
    static final Duration IDLE = Duration.ofMinutes(2);

    private final int mostIdle;
    private final Map<I, WeakReference<T>> known = new HashMap<>();
    private final Map<I, Used<T>> latest = new LinkedHashMap<>(16, 0.75f, true);

    private record Used<T>(T one, Instant at) {}

    /** @param mostIdle how many are kept that nobody has in hands */
    InMemory(int mostIdle) {
        this.mostIdle = mostIdle;
    }

    Optional<T> find(I id, Instant now) {
        var reference = known.get(id);
        var found = Optional.ofNullable(reference == null ? null : reference.get());
        found.ifPresent(each -> use(id, each, now));
        return found;
    }

    /** Keeps {@code one}, unless there is one with its id already: the one that is kept. */
    T keep(I id, T one, Instant now) {
        return find(id, now).orElseGet(() -> {
            forgetTheLost();
            known.put(id, new WeakReference<>(one));
            use(id, one, now);
            return one;
        });
    }

    private void use(I id, T one, Instant now) {
        latest.put(id, new Used<>(one, now));
        if (latest.size() > mostIdle) {
            latest.remove(latest.keySet().iterator().next());
        }
    }

    /** Lets go what was last used {@link #IDLE} ago: it goes when nobody has it in hands any more. */
    void letGo(Instant now) {
        latest.values().removeIf(used -> !used.at().plus(IDLE).isAfter(now));
        forgetTheLost();
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
