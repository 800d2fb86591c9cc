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
 * @param ttlSeconds how long a resolved name is kept, in seconds; meaningful when {@code resolvesNames}
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
        double ttlSeconds) {}
