package mayday.scenario;

/** The kind of thing that a question asks about; the system answers all of them by itself. */
public enum Dimension {
    SERVICE_SCOPE("which services are failing?"),
    START_TIME("since when?"),
    ONSET_SHAPE("sudden or gradual?"),
    REGION_SCOPE("all regions or one?"),
    CUSTOMER_IMPACT("what do customers notice?"),
    RECENT_DEPLOYS("any recent deployments?"),
    CONFIG_FLAG_CHANGES("any config or flag changes?"),
    ERROR_RATE("what is the error rate?"),
    ERROR_TYPES("what kind of errors are they?"),
    LATENCY("how is the latency?"),
    TRAFFIC("has the traffic changed?"),
    CPU("how is the CPU?"),
    MEMORY("how is the memory?"),
    DISK("are the disks full?"),
    NETWORK("is there packet loss?"),
    DB_HEALTH("how are the databases doing?"),
    CONN_POOLS("are the connection pools exhausted?"),
    QUEUE_DEPTH("are queues building up?"),
    CACHE("what is the cache hit ratio?"),
    DEPENDENCY_STATUS("do the dependencies answer?"),
    DNS_RESOLUTION("do names resolve?"),
    DNS_TTL_RESOLVER("which resolvers and TTLs are in use?"),
    CERTIFICATES("has a certificate expired?"),
    SCALING_INSTANCES("how many instances are running?"),
    LOGS("what do the logs say?"),
    TRACES("show a trace of a failing request"),
    PROCESSES_THREADS("which processes and threads are busy?"),
    CRON_JOBS("which jobs ran around then?"),
    PRIOR_INCIDENTS_RUNBOOK("has this happened before?"),
    SLO_ERROR_BUDGET("how much error budget is left?"),
    ONCALL_ESCALATION("who is on call?"),
    TRIED_SO_FAR("what has been tried so far?");

    private final String question;

    Dimension(String question) {
        this.question = question;
    }

    /** A question about it as somebody on call would ask it, of no service in particular: {@code since when?}. */
    public String question() {
        return question;
    }

    /** As in YAML and the API: {@code error-rate}. */
    public String id() {
        return Words.kebab(this);
    }

    /** In words: {@code error rate}. */
    public String words() {
        return Words.kebab(this).replace('-', ' ');
    }
}
