package mayday.incident;

import java.util.Set;
import mayday.scenario.ActionKind;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;

/** Which questions look for a kind of fault, and which actions treat it: what is meant by a move along a hypothesis. */
public final class FaultClues {
    private FaultClues() {}

    /** The questions that look for it; none where the kind says too little. */
    static Set<Dimension> shownBy(FaultClass fault) {
        return switch (fault) {
            case BAD_RELEASE -> Set.of(Dimension.RECENT_DEPLOYS);
            case FLAG_CHANGE, CONFIG_CHANGE -> Set.of(Dimension.CONFIG_FLAG_CHANGES);
            case CERTIFICATE -> Set.of(Dimension.CERTIFICATES);
            case RETRY_STORM -> Set.of(Dimension.TRAFFIC, Dimension.TRACES);
            case CAPACITY -> Set.of(Dimension.CPU, Dimension.SCALING_INSTANCES);
            case TRAFFIC_SURGE -> Set.of(Dimension.TRAFFIC);
            case DATABASE -> Set.of(Dimension.DB_HEALTH);
            case CONNECTION_POOL -> Set.of(Dimension.CONN_POOLS);
            case CACHE -> Set.of(Dimension.CACHE);
            case DNS -> Set.of(Dimension.DNS_RESOLUTION, Dimension.DNS_TTL_RESOLVER);
            case NETWORK -> Set.of(Dimension.NETWORK);
            case RESOURCE_LEAK -> Set.of(Dimension.MEMORY, Dimension.DISK, Dimension.PROCESSES_THREADS);
            case HOST -> Set.of(Dimension.CPU, Dimension.MEMORY, Dimension.PROCESSES_THREADS);
            case THIRD_PARTY -> Set.of(Dimension.DEPENDENCY_STATUS);
            case SCHEDULED_JOB -> Set.of(Dimension.CRON_JOBS);
            case FALSE_ALARM, OTHER -> Set.of();
        };
    }

    /** The actions that treat it, and hardly anything else. */
    public static Set<ActionKind> treatedBy(FaultClass fault) {
        return switch (fault) {
            case BAD_RELEASE -> Set.of(ActionKind.ROLL_BACK);
            case FLAG_CHANGE -> Set.of(ActionKind.SET_FLAG);
            case CONFIG_CHANGE -> Set.of(ActionKind.REVERT_CONFIG);
            case CERTIFICATE -> Set.of(ActionKind.RENEW_CERTIFICATE);
            case RETRY_STORM, TRAFFIC_SURGE -> Set.of(ActionKind.SHED_LOAD, ActionKind.BLOCK_CLIENT);
            case CAPACITY -> Set.of(ActionKind.SCALE);
            case DATABASE -> Set.of(ActionKind.FAIL_OVER, ActionKind.KILL_QUERY);
            case CONNECTION_POOL, RESOURCE_LEAK -> Set.of(ActionKind.RESTART);
            case CACHE -> Set.of(ActionKind.FLUSH_CACHE);
            case DNS -> Set.of(ActionKind.FLUSH_DNS, ActionKind.USE_RESOLVER);
            case HOST -> Set.of(ActionKind.TAKE_OUT_HOST, ActionKind.RESTART_HOST);
            case SCHEDULED_JOB -> Set.of(ActionKind.STOP_JOB);
            case NETWORK, THIRD_PARTY, FALSE_ALARM, OTHER -> Set.of();
        };
    }
}
