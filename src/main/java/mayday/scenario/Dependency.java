package mayday.scenario;

/**
 * One service's need of another.
 *
 * @param calls calls per request of the caller, on average; may be below 1
 * @param timeoutSeconds how long the caller waits for one attempt
 * @param attempts tries per call, at least 1; 1 means no retry
 * @param fallback share of failed calls that the caller hides from its own callers, 0 to 1
 * @param poolSize connections that one replica of the caller may hold at once; 0 means no limit
 * @param resolvesNames whether the caller looks the callee's name up through the region's resolver
 * @param ttlSeconds how long a resolved name is kept, in seconds; 0 looks it up for every call; meaningful when {@code
 *     resolvesNames}, as the next two
 * @param negativeTtlSeconds how long the resolver keeps an answer that there is no such name, in seconds
 * @param queriesPerLookup queries that one look-up takes: search domains, IPv4 and IPv6
 */
public record Dependency(
        ServiceId from,
        ServiceId to,
        double calls,
        double timeoutSeconds,
        int attempts,
        double fallback,
        int poolSize,
        Route route,
        Caching caching,
        boolean resolvesNames,
        double ttlSeconds,
        double negativeTtlSeconds,
        double queriesPerLookup) {

    /** With negative answers kept as long as addresses, and one query a look-up. */
    public Dependency(
            ServiceId from,
            ServiceId to,
            double calls,
            double timeoutSeconds,
            int attempts,
            double fallback,
            int poolSize,
            Route route,
            Caching caching,
            boolean resolvesNames,
            double ttlSeconds) {
        this(
                from,
                to,
                calls,
                timeoutSeconds,
                attempts,
                fallback,
                poolSize,
                route,
                caching,
                resolvesNames,
                ttlSeconds,
                ttlSeconds,
                1);
    }
}
