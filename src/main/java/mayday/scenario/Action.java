package mayday.scenario;

import java.util.List;

/**
 * Something that a learner does to the system. Each kind is a record of what it is done to and how. Kinds are of one family ({@link Change},
 * {@link Renewal}, {@link Routing}, {@link Upkeep}) and mostly of one sort by what they are done to ({@link DoneTo}), so that who asks about
 * some need not name the others.
 */
public sealed interface Action
        permits Action.Change, Action.Renewal, Action.Routing, Action.Upkeep, Action.Own, DoneTo {

    ActionKind kind();

    /** The name of what it is done to: a service, region, job, client or flag; empty where it concerns the whole system. */
    String target();

    /** The regions that it concerns. */
    default Where where() {
        return Where.everywhere();
    }

    /** Its figures by name, such as {@code replicas}. */
    default List<Given> arguments() {
        return List.of();
    }

    /** Changes what is deployed or configured: a change log lists it. */
    sealed interface Change extends Action {}

    /** Begins something afresh at one moment: processes, a role, a cache. Nothing of it lasts but what it mended. */
    sealed interface Renewal extends Action {}

    /** Sends requests elsewhere or away, or back again. */
    sealed interface Routing extends Action {}

    /** Sets, ends or holds something that runs or is used. */
    sealed interface Upkeep extends Action {}

    /** Puts the previous version back: undoes the latest release of the service. */
    record RollBack(ServiceId service, Where where) implements Change, DoneTo.Service {
        @Override
        public ActionKind kind() {
            return ActionKind.ROLL_BACK;
        }
    }

    /** Undoes the latest configuration change of the service. */
    record RevertConfig(ServiceId service) implements Change, DoneTo.Service {
        @Override
        public ActionKind kind() {
            return ActionKind.REVERT_CONFIG;
        }
    }

    /** Turns a feature flag off or on. */
    record SetFlag(String flag, boolean on) implements Change {
        @Override
        public ActionKind kind() {
            return ActionKind.SET_FLAG;
        }

        @Override
        public String target() {
            return flag;
        }
    }

    /** Sets the number of replicas per region, 1 to {@link #MOST_REPLICAS}. */
    record Scale(ServiceId service, Where where, int replicas) implements Upkeep, DoneTo.Service {
        public static final int MOST_REPLICAS = 500;

        @Override
        public ActionKind kind() {
            return ActionKind.SCALE;
        }

        @Override
        public List<Given> arguments() {
            return List.of(new Given("replicas", replicas));
        }
    }

    /** Restarts all replicas, a part at a time. */
    record Restart(ServiceId service, Where where) implements Renewal, DoneTo.Service {
        @Override
        public ActionKind kind() {
            return ActionKind.RESTART;
        }
    }

    /** Sends a region's external traffic to the other regions. */
    record DrainRegion(RegionId region) implements Routing, DoneTo.Region {
        @Override
        public ActionKind kind() {
            return ActionKind.DRAIN_REGION;
        }
    }

    /** Gives a drained region its traffic back. */
    record ReturnRegion(RegionId region) implements Routing, DoneTo.Region {
        @Override
        public ActionKind kind() {
            return ActionKind.RETURN_REGION;
        }
    }

    /** Turns a share of the external traffic away at the entry, 0 (stop shedding) to 95 per cent. */
    record ShedLoad(int percent, Where where) implements Routing {
        public static final int MOST_PERCENT = 95;

        @Override
        public ActionKind kind() {
            return ActionKind.SHED_LOAD;
        }

        @Override
        public String target() {
            return "";
        }

        @Override
        public List<Given> arguments() {
            return List.of(new Given("percent", percent));
        }
    }

    /** Makes a standby the primary of a database. */
    record FailOver(ServiceId database) implements Renewal, DoneTo.Database {
        @Override
        public ActionKind kind() {
            return ActionKind.FAIL_OVER;
        }
    }

    /** Empties a cache. */
    record FlushCache(ServiceId cache, Where where) implements Renewal {
        @Override
        public ActionKind kind() {
            return ActionKind.FLUSH_CACHE;
        }

        @Override
        public String target() {
            return cache.value();
        }
    }

    /** Empties the name resolvers' caches. */
    record FlushDns(Where where) implements Renewal {
        @Override
        public ActionKind kind() {
            return ActionKind.FLUSH_DNS;
        }

        @Override
        public String target() {
            return "";
        }
    }

    /** Issues and installs a new certificate for a service, or the client certificate with which it calls a third party. */
    record RenewCertificate(ServiceId service) implements Upkeep, DoneTo.Service {
        @Override
        public ActionKind kind() {
            return ActionKind.RENEW_CERTIFICATE;
        }
    }

    /** Stops a scheduled job that is running, and its next runs. */
    record StopJob(String job) implements Upkeep {
        @Override
        public ActionKind kind() {
            return ActionKind.STOP_JOB;
        }

        @Override
        public String target() {
            return job;
        }
    }

    /** Kills the longest-running query of a database. */
    record KillQuery(ServiceId database) implements Upkeep, DoneTo.Database {
        @Override
        public ActionKind kind() {
            return ActionKind.KILL_QUERY;
        }
    }

    /** Turns every request of one client away. */
    record BlockClient(ClientId client) implements Routing, DoneTo.Client {
        @Override
        public ActionKind kind() {
            return ActionKind.BLOCK_CLIENT;
        }
    }

    /** Lets a client in again. */
    record UnblockClient(ClientId client) implements Routing, DoneTo.Client {
        @Override
        public ActionKind kind() {
            return ActionKind.UNBLOCK_CLIENT;
        }
    }

    /** Stops an automation from acting by itself. */
    record FreezeAutomation(AgentId automation) implements Upkeep, DoneTo.Automation {
        @Override
        public ActionKind kind() {
            return ActionKind.FREEZE_AUTOMATION;
        }
    }

    /** Lets a frozen automation act again. */
    record UnfreezeAutomation(AgentId automation) implements Upkeep, DoneTo.Automation {
        @Override
        public ActionKind kind() {
            return ActionKind.UNFREEZE_AUTOMATION;
        }
    }

    /** Sends no more traffic to one host, numbered from 1 in its region. */
    record TakeOutHost(ServiceId service, RegionId region, int host) implements Routing, DoneTo.Host {
        @Override
        public ActionKind kind() {
            return ActionKind.TAKE_OUT_HOST;
        }
    }

    /** Sends traffic to a host again that was taken out. */
    record ReturnHost(ServiceId service, RegionId region, int host) implements Routing, DoneTo.Host {
        @Override
        public ActionKind kind() {
            return ActionKind.RETURN_HOST;
        }
    }

    /** Restarts one host, numbered from 1 in its region. */
    record RestartHost(ServiceId service, RegionId region, int host) implements Renewal, DoneTo.Host {
        @Override
        public ActionKind kind() {
            return ActionKind.RESTART_HOST;
        }
    }

    /** Lets a service look names up through another resolver, or through none of ours. */
    record UseResolver(ServiceId service, ServiceId resolver) implements Change, DoneTo.Service {
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
