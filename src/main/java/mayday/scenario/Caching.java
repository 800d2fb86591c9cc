package mayday.scenario;

/** Whether calls to a dependency are spared by a cache. */
public sealed interface Caching {

    /** Every call reaches the dependency. */
    record None() implements Caching {}

    /**
     * A cache in front spares calls: only misses reach the dependency, and all calls do while the cache is unreachable.
     *
     * @param cache the service that holds the cached entries
     * @param hitRatio share of calls that find an entry when the cache is warm, 0 to 1
     * @param refillSeconds time constant with which an emptied cache fills again, in seconds
     */
    record By(ServiceId cache, double hitRatio, double refillSeconds) implements Caching {}
}
