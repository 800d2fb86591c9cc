package mayday.scenario;

/** The kind of thing that a question asks about; the system answers all of them by itself. */
public enum Dimension {
    SERVICE_SCOPE("which services are failing?", "which services are affected"),
    START_TIME("since when?", "since when"),
    ONSET_SHAPE("sudden or gradual?", "how it began"),
    REGION_SCOPE("all regions or one?", "which regions are affected"),
    CUSTOMER_IMPACT("what do customers notice?", "customer impact"),
    RECENT_DEPLOYS("any recent deployments?", "recent deploys"),
    CONFIG_FLAG_CHANGES("any config or flag changes?", "changes of config, flags and the like"),
    ERROR_RATE("what is the error rate?", "error rate"),
    ERROR_TYPES("what kind of errors are they?", "kinds of errors"),
    LATENCY("how is the latency?", "latency"),
    TRAFFIC("has the traffic changed?", "traffic"),
    CPU("how is the CPU?", "CPU"),
    MEMORY("how is the memory?", "memory"),
    DISK("are the disks full?", "disk"),
    NETWORK("is there packet loss?", "network"),
    DB_HEALTH("how are the databases doing?", "database health"),
    CONN_POOLS("are the connection pools exhausted?", "connection pools"),
    QUEUE_DEPTH("are queues building up?", "queues"),
    CACHE("what is the cache hit ratio?", "cache"),
    DEPENDENCY_STATUS("do the dependencies answer?", "dependencies"),
    DNS_RESOLUTION("do names resolve?", "name resolution"),
    DNS_TTL_RESOLVER("which resolvers and TTLs are in use?", "resolvers and TTLs"),
    CERTIFICATES("has a certificate expired?", "certificates"),
    SCALING_INSTANCES("how many instances are running?", "instances and scaling"),
    LOGS("what do the logs say?", "logs"),
    TRACES("show a trace of a failing request", "traces"),
    PROCESSES_THREADS("which processes and threads are busy?", "processes and threads"),
    CRON_JOBS("which jobs ran around then?", "scheduled jobs"),
    PRIOR_INCIDENTS_RUNBOOK("has this happened before?", "past incidents and runbooks"),
    SLO_ERROR_BUDGET("how much error budget is left?", "SLO and error budget"),
    ONCALL_ESCALATION("who is on call?", "who is on call"),
    TRIED_SO_FAR("what has been tried so far?", "what was tried so far");

    private final String question;
    private final String subject;

    Dimension(String question, String subject) {
        this.question = question;
        this.subject = subject;
    }

    /** A question about it as somebody on call would ask it, of no service in particular: {@code since when?}. */
    public String question() {
        return question;
    }

    /** What is asked about, as part of a sentence: {@code which services are affected}. */
    public String subject() {
        return subject;
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
