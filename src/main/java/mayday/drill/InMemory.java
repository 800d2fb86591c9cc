package mayday.drill;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What is in memory of something that can be brought back: what is in somebody's hands, and what was used latest, until nobody has asked
 * for it for {@link #IDLE}. While one is in anybody's hands there is no second one with its id. For one thread at a time.
 *
 * @param <I> its ids
 */
final class InMemory<I, T> {
    /** Bringing one back takes longer than any question; who thinks for some minutes, and does not listen, finds it as it was. */
    static final Duration IDLE = Duration.ofMinutes(10);

    private final long most;
    private final ToLongFunction<T> weight;
    private final Map<I, WeakReference<T>> known = new HashMap<>();
    private final LinkedHashMap<I, Used<T>> latest = new LinkedHashMap<>(16, 0.75f, true);

    /** What those in {@link #latest} weigh together. */
    private long weighed = 0;

    private record Used<T>(T one, Instant at, long weight) {}

    /** @param mostIdle how many are kept that nobody has in hands */
    InMemory(int mostIdle) {
        this(mostIdle, _ -> 1);
    }

    /**
     * @param most how much those weigh that are kept although nobody has them in hands
     * @param weight of one, when it is used
     */
    InMemory(long most, ToLongFunction<T> weight) {
        this.most = most;
        this.weight = weight;
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
        var used = new Used<>(one, now, weight.applyAsLong(one));
        weighed += used.weight();
        Optional.ofNullable(latest.put(id, used)).ifPresent(before -> weighed -= before.weight());
        while (weighed > most && latest.size() > 1) {
            weighed -= latest.pollFirstEntry().getValue().weight();
        }
    }

    /** Lets go what was last used {@link #IDLE} ago: it goes when nobody has it in hands any more. */
    void letGo(Instant now) {
        latest.values().removeIf(used -> !used.at().plus(IDLE).isAfter(now));
        weighed = latest.values().stream().mapToLong(Used::weight).sum();
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
