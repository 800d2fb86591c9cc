package mayday.scenario;

/** A quantity of a service that can be charted, asked for and used in conditions. */
public enum Signal {
    REQUEST_RATE("request rate", Unit.PER_SECOND),
    /** All failed requests over all requests. */
    ERROR_RATIO("error ratio", Unit.RATIO),
    /** Failures of the service's own making. */
    ERROR_OWN("own errors", Unit.RATIO),
    /** Turned away because the queue was full. */
    ERROR_REJECTED("rejected", Unit.RATIO),
    /** Failed because a dependency took longer than its time-out. */
    ERROR_TIMEOUT("time-outs", Unit.RATIO),
    /** Failed because a dependency failed. */
    ERROR_DEPENDENCY("dependency errors", Unit.RATIO),
    /** Failed because a name could not be resolved. */
    ERROR_NAME_RESOLUTION("name resolution errors", Unit.RATIO),
    /** Failed because no trusted TLS connection could be made. */
    ERROR_TLS("TLS errors", Unit.RATIO),
    LATENCY_P50("latency p50", Unit.SECONDS),
    LATENCY_P95("latency p95", Unit.SECONDS),
    LATENCY_P99("latency p99", Unit.SECONDS),
    /** Share of the replicas' cores in use. */
    CPU("CPU", Unit.RATIO),
    /** The busiest core of a replica, mean over the replicas. */
    CPU_BUSIEST_CORE("busiest core", Unit.RATIO),
    /** CPU of the busiest host. */
    CPU_BUSIEST_HOST("busiest host", Unit.RATIO),
    /** Share of the cores that foreign processes take. */
    CPU_STOLEN("stolen CPU", Unit.RATIO),
    /** Share of the cores' time that goes into collecting garbage. */
    GC_TIME("time in GC", Unit.RATIO),
    /** Memory of one replica, mean. */
    MEMORY("memory", Unit.GIB),
    /** Worker threads or connections at work. */
    THREADS_BUSY("busy workers", Unit.COUNT),
    /** Requests that wait for a worker. */
    QUEUE_DEPTH("queue depth", Unit.COUNT),
    /** How long what is served now has waited. */
    QUEUE_AGE("queue age", Unit.SECONDS),
    /** Retried attempts that arrive, per second. */
    RETRY_RATE("retries", Unit.PER_SECOND),
    /** Share of look-ups that the cache answers; of caches only. */
    CACHE_HIT_RATIO("cache hit ratio", Unit.RATIO),
    REPLICAS_READY("replicas ready", Unit.COUNT),
    REPLICAS_WANTED("replicas wanted", Unit.COUNT),
    DISK_USED("disk used", Unit.RATIO),
    /** Packets lost on the way to the service. */
    NETWORK_LOSS("packet loss", Unit.RATIO),
    /** Names or keys looked up, per second; of resolvers and caches only. A resolver gets one or more queries for each. */
    LOOKUP_RATE("look-ups", Unit.PER_SECOND),
    /** Share of name look-ups that fail; of resolvers only. */
    RESOLVER_FAILURE_RATIO("failed look-ups", Unit.RATIO),
    CERTIFICATE_DAYS("certificate days left", Unit.DAYS);

    /** What a signal is counted in. */
    public enum Unit {
        PER_SECOND,
        /** 0 to 1, shown in per cent. */
        RATIO,
        SECONDS,
        GIB,
        COUNT,
        DAYS
    }

    private final String title;
    private final Unit unit;

    Signal(String title, Unit unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }
}
