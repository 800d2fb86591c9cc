package mayday.scenario;

import java.util.List;

/** Something that a learner does to the system, with its target and arguments. */
public sealed interface Action {

    ActionKind kind();

    /** Puts the previous version back: undoes the latest release of the service. */
    record RollBack(ServiceId service, Where where) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.ROLL_BACK;
        }
    }

    /** Undoes the latest configuration change of the service. */
    record RevertConfig(ServiceId service) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.REVERT_CONFIG;
        }
    }

    /** Turns a feature flag off or on. */
    record SetFlag(String flag, boolean on) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.SET_FLAG;
        }
    }

    /** Sets the number of replicas per region, 1 to {@link #MOST_REPLICAS}. */
    record Scale(ServiceId service, Where where, int replicas) implements Action {
        public static final int MOST_REPLICAS = 500;

        @Override
        public ActionKind kind() {
            return ActionKind.SCALE;
        }
    }

    /** Restarts all replicas, a part at a time. */
    record Restart(ServiceId service, Where where) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.RESTART;
        }
    }

    /** Sends a region's external traffic to the other regions. */
    record DrainRegion(RegionId region) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.DRAIN_REGION;
        }
    }

    /** Gives a drained region its traffic back. */
    record ReturnRegion(RegionId region) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.RETURN_REGION;
        }
    }

    /** Turns a share of the external traffic away at the entry, 0 (stop shedding) to 95 per cent. */
    record ShedLoad(int percent, Where where) implements Action {
        public static final int MOST_PERCENT = 95;

        @Override
        public ActionKind kind() {
            return ActionKind.SHED_LOAD;
        }
    }

    /** Makes a standby the primary of a database. */
    record FailOver(ServiceId database) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.FAIL_OVER;
        }
    }

    /** Empties a cache. */
    record FlushCache(ServiceId cache, Where where) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.FLUSH_CACHE;
        }
    }

    /** Empties the name resolvers' caches. */
    record FlushDns(Where where) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.FLUSH_DNS;
        }
    }

    /** Issues and installs a new certificate for a service, or the client certificate with which it calls a third party. */
    record RenewCertificate(ServiceId service) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.RENEW_CERTIFICATE;
        }
    }

    /** Stops a scheduled job that is running, and its next runs. */
    record StopJob(String job) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.STOP_JOB;
        }
    }

    /** Kills the longest-running query of a database. */
    record KillQuery(ServiceId database) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.KILL_QUERY;
        }
    }

    /** Turns every request of one client away. */
    record BlockClient(ClientId client) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.BLOCK_CLIENT;
        }
    }

    /** Lets a client in again. */
    record UnblockClient(ClientId client) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.UNBLOCK_CLIENT;
        }
    }

    /** Stops an automation from acting by itself. */
    record FreezeAutomation(AgentId automation) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.FREEZE_AUTOMATION;
        }
    }

    /** Lets a frozen automation act again. */
    record UnfreezeAutomation(AgentId automation) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.UNFREEZE_AUTOMATION;
        }
    }

    /** Sends no more traffic to one host, numbered from 1 in its region. */
    record TakeOutHost(ServiceId service, RegionId region, int host) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.TAKE_OUT_HOST;
        }
    }

    /** Sends traffic to a host again that was taken out. */
    record ReturnHost(ServiceId service, RegionId region, int host) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.RETURN_HOST;
        }
    }

    /** Restarts one host, numbered from 1 in its region. */
    record RestartHost(ServiceId service, RegionId region, int host) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.RESTART_HOST;
        }
    }

    /** Lets a service look names up through another resolver, or through none of ours. */
    record UseResolver(ServiceId service, ServiceId resolver) implements Action {
        /** Stands for the cloud's own resolver, past all of ours. */
        public static final ServiceId BYPASS = new ServiceId("bypass");

        @Override
        public ActionKind kind() {
            return ActionKind.USE_RESOLVER;
        }
    }

    /**
     * An action that the scenario adds.
     *
     * @param title as it was called when it was done, such as {@code Replay the queue}
     * @param target empty where there is nothing to choose
     */
    record Own(OwnActionId action, String title, String target, List<Given> arguments) implements Action {
        public Own {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.OWN;
        }
    }
}
