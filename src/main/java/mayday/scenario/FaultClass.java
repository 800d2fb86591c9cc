package mayday.scenario;

/** The kinds of root cause that a hypothesis can name. */
public enum FaultClass {
    BAD_RELEASE("bad release"),
    FLAG_CHANGE("flag change"),
    CONFIG_CHANGE("config change"),
    CERTIFICATE("certificate"),
    RETRY_STORM("retry storm"),
    CAPACITY("not enough capacity"),
    TRAFFIC_SURGE("traffic surge"),
    DATABASE("database trouble"),
    CONNECTION_POOL("connection pool exhausted"),
    CACHE("cache trouble"),
    DNS("name resolution"),
    NETWORK("network"),
    RESOURCE_LEAK("resource leak"),
    HOST("bad host"),
    THIRD_PARTY("third party down"),
    SCHEDULED_JOB("scheduled job"),
    FALSE_ALARM("false alarm"),
    OTHER("something else");

    private final String title;

    FaultClass(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
