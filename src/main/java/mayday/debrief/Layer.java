package mayday.debrief;

import java.util.Optional;
import mayday.scenario.FaultClass;

/** Where in a system a kind of fault lies: who considers faults of several layers does not look under one lamp only. */
enum Layer {
    CODE("code and settings"),
    LOAD("load"),
    DATA("data stores"),
    NETWORK("network and names"),
    HOSTS("hosts and processes"),
    OUTSIDE("other companies"),
    MONITORING("the monitoring itself");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The layer of a kind of fault; empty for one that is not named. */
    static Optional<Layer> of(FaultClass faultClass) {
        return switch (faultClass) {
            case BAD_RELEASE, FLAG_CHANGE, CONFIG_CHANGE -> Optional.of(CODE);
            case RETRY_STORM, CAPACITY, TRAFFIC_SURGE -> Optional.of(LOAD);
            case DATABASE, CONNECTION_POOL, CACHE -> Optional.of(DATA);
            case CERTIFICATE, DNS, NETWORK -> Optional.of(NETWORK);
            case RESOURCE_LEAK, HOST, SCHEDULED_JOB -> Optional.of(HOSTS);
            case THIRD_PARTY -> Optional.of(OUTSIDE);
            case FALSE_ALARM -> Optional.of(MONITORING);
            case OTHER -> Optional.empty();
        };
    }
}
