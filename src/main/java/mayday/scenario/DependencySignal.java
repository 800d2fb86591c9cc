package mayday.scenario;

/** A quantity of one service's calls to another, as the caller sees it. */
public enum DependencySignal {
    /** Attempts per second, retries included. */
    CALL_RATE,
    /** Share of attempts that fail, whatever the reason. */
    FAILURE_RATIO,
    /** Share of attempts that take longer than the time-out. */
    TIMEOUT_RATIO,
    /** Share of attempts that are refused or rejected at once. */
    REFUSED_RATIO,
    /** Share of attempts that fail in the TLS handshake. */
    TLS_RATIO,
    /** Share of attempts whose name look-up fails. */
    NAME_RATIO,
    /** Look-ups of the callee's name, per second. */
    LOOKUP_RATE,
    /** Mean time of a look-up, time-outs of resolvers included, seconds. */
    LOOKUP_TIME,
    /** Mean time of an attempt, at most the time-out, seconds. */
    LATENCY,
    /** Connections of the caller's pool in use, all replicas together. */
    POOL_IN_USE,
    /** Size of the caller's pool, all replicas together; 0 means unlimited. */
    POOL_SIZE,
    /** Requests that wait for a connection. */
    POOL_WAITING,
    /** Packets lost on the way, 0 to 1. */
    LOSS
}
