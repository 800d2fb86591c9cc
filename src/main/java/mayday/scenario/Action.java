package mayday.scenario;

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
}
