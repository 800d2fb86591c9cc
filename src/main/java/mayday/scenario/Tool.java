package mayday.scenario;

/** What a learner looks things up with. Every dimension is served by one of them. */
public enum Tool {
    METRICS("the metrics"),
    LOGS("the logs"),
    TRACES("the traces"),
    /** Release pipeline, flag service and configuration history. */
    CHANGES("the change log"),
    /** A login on hosts. */
    SHELL("the shell"),
    DNS("the DNS tools"),
    DATABASE("the database console"),
    /** On-call schedule and the incident's own record. */
    PAGING("the paging tool"),
    /** Runbooks and old post-mortems. */
    WIKI("the wiki");

    private final String title;

    Tool(String title) {
        this.title = title;
    }

    /** With its article, such as {@code the metrics}. */
    public String title() {
        return title;
    }

    /** The tool that answers questions of a dimension. */
    public static Tool of(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_SCOPE,
                    START_TIME,
                    ONSET_SHAPE,
                    REGION_SCOPE,
                    CUSTOMER_IMPACT,
                    ERROR_RATE,
                    LATENCY,
                    TRAFFIC,
                    CPU,
                    MEMORY,
                    DISK,
                    CONN_POOLS,
                    QUEUE_DEPTH,
                    CACHE,
                    DEPENDENCY_STATUS,
                    SCALING_INSTANCES,
                    SLO_ERROR_BUDGET -> METRICS;
            case ERROR_TYPES, LOGS -> LOGS;
            case TRACES -> TRACES;
            case RECENT_DEPLOYS, CONFIG_FLAG_CHANGES, CRON_JOBS -> CHANGES;
            case NETWORK, PROCESSES_THREADS, CERTIFICATES -> SHELL;
            case DNS_RESOLUTION, DNS_TTL_RESOLVER -> DNS;
            case DB_HEALTH -> DATABASE;
            case ONCALL_ESCALATION, TRIED_SO_FAR -> PAGING;
            case PRIOR_INCIDENTS_RUNBOOK -> WIKI;
        };
    }
}
