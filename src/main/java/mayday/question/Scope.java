package mayday.question;

import java.util.Set;
import mayday.scenario.Dimension;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;

/** Of what a dimension is asked. */
enum Scope {
    /** Of the incident as a whole; a name narrows it, and none is ever missing. */
    WHOLE,
    /** Of a service; without one the answer is about what the page is about. */
    SERVICE_OR_PAGED,
    /** Of a service that must be known. */
    SERVICE,
    /** Of a database that must be known. */
    DATABASE,
    /** Of a cache that must be known. */
    CACHE;

    private static final Set<ServiceKind> WITHOUT_INSIDES = Set.of(ServiceKind.THIRD_PARTY);

    static Scope of(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_SCOPE,
                    START_TIME,
                    ONSET_SHAPE,
                    REGION_SCOPE,
                    CUSTOMER_IMPACT,
                    RECENT_DEPLOYS,
                    CONFIG_FLAG_CHANGES,
                    DNS_RESOLUTION,
                    DNS_TTL_RESOLVER,
                    CERTIFICATES,
                    CRON_JOBS,
                    PRIOR_INCIDENTS_RUNBOOK,
                    SLO_ERROR_BUDGET,
                    ONCALL_ESCALATION,
                    TRIED_SO_FAR -> WHOLE;
            case ERROR_RATE,
                    ERROR_TYPES,
                    LATENCY,
                    TRAFFIC,
                    NETWORK,
                    QUEUE_DEPTH,
                    DEPENDENCY_STATUS,
                    SCALING_INSTANCES,
                    TRACES -> SERVICE_OR_PAGED;
            case CPU, MEMORY, DISK, CONN_POOLS, LOGS, PROCESSES_THREADS -> SERVICE;
            case DB_HEALTH -> DATABASE;
            case CACHE -> CACHE;
        };
    }

    boolean needsTarget() {
        return switch (this) {
            case WHOLE, SERVICE_OR_PAGED -> false;
            case SERVICE, DATABASE, CACHE -> true;
        };
    }

    /** Whether a question of this scope can be about {@code service}. */
    boolean fits(Service service) {
        return switch (this) {
            case WHOLE, SERVICE_OR_PAGED -> true;
            case SERVICE -> !WITHOUT_INSIDES.contains(service.kind());
            case DATABASE -> service.kind() == ServiceKind.DATABASE;
            case CACHE -> service.kind() == ServiceKind.CACHE;
        };
    }

    /** What is asked for when it is missing. */
    String noun() {
        return switch (this) {
            case WHOLE, SERVICE_OR_PAGED, SERVICE -> "service";
            case DATABASE -> "database";
            case CACHE -> "cache";
        };
    }
}
