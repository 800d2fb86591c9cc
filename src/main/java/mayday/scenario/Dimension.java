package mayday.scenario;

/** The kind of thing that a question asks about; the system answers all of them by itself. */
public enum Dimension {
    SERVICE_SCOPE,
    START_TIME,
    ONSET_SHAPE,
    REGION_SCOPE,
    CUSTOMER_IMPACT,
    RECENT_DEPLOYS,
    CONFIG_FLAG_CHANGES,
    ERROR_RATE,
    ERROR_TYPES,
    LATENCY,
    TRAFFIC,
    CPU,
    MEMORY,
    DISK,
    NETWORK,
    DB_HEALTH,
    CONN_POOLS,
    QUEUE_DEPTH,
    CACHE,
    DEPENDENCY_STATUS,
    DNS_RESOLUTION,
    DNS_TTL_RESOLVER,
    CERTIFICATES,
    SCALING_INSTANCES,
    LOGS,
    TRACES,
    PROCESSES_THREADS,
    CRON_JOBS,
    PRIOR_INCIDENTS_RUNBOOK,
    SLO_ERROR_BUDGET,
    ONCALL_ESCALATION,
    TRIED_SO_FAR;

    /** As in YAML and the API: {@code error-rate}. */
    public String id() {
        return Words.kebab(this);
    }

    /** In words: {@code error rate}. */
    public String words() {
        return Words.kebab(this).replace('-', ' ');
    }
}
