package mayday.incident;

/** Why a command was not carried out; a value, for the learner to read. */
public sealed interface Refusal {

    /** A stable id, such as {@code incident-over}. */
    String id();

    /** What is wrong and how to mend it, in a sentence or two. */
    String reason();

    /** The incident has ended; nothing more can be done in it. */
    record IncidentOver() implements Refusal {
        @Override
        public String id() {
            return "incident-over";
        }

        @Override
        public String reason() {
            return "This incident has ended. Read its debrief, or start another one.";
        }
    }

    /** What was named does not exist, such as a hypothesis, a piece of evidence or a service. */
    record Unknown(String kind, String name) implements Refusal {
        @Override
        public String id() {
            return "unknown-" + kind;
        }

        @Override
        public String reason() {
            return "There is no " + kind.replace('-', ' ') + " called \"" + name + "\" here.";
        }
    }

    /** A value is outside what is allowed. */
    record OutOfRange(String what, String allowed) implements Refusal {
        @Override
        public String id() {
            return "out-of-range";
        }

        @Override
        public String reason() {
            return "The " + what + " must be " + allowed + ".";
        }
    }

    /** It cannot be done in the present state. */
    record NotNow(String reason) implements Refusal {
        @Override
        public String id() {
            return "not-now";
        }
    }

    /** The facilitator has stopped the clock; moves wait until it goes on. */
    record Paused() implements Refusal {
        @Override
        public String id() {
            return "paused";
        }

        @Override
        public String reason() {
            return "The facilitator has paused the drill. Nothing is lost: make this move again when it goes on.";
        }
    }

    /** The coach asks whether it is really over, once; nothing was done. */
    record CoachAsks(String remark) implements Refusal {
        @Override
        public String id() {
            return "coach-asks";
        }

        @Override
        public String reason() {
            return remark + " Your coach asks this once: close again if you are sure.";
        }
    }

    /** A named limit is reached. */
    record LimitReached(String what, int limit) implements Refusal {
        @Override
        public String id() {
            return "limit-reached";
        }

        @Override
        public String reason() {
            return "An incident takes at most " + limit + " " + what + ".";
        }
    }

    /** It could not be stored, and so it did not happen. */
    record NotStored(String reason) implements Refusal {
        @Override
        public String id() {
            return "not-stored";
        }
    }

    /** Somebody else of the team is to do it, or nobody who only watches. */
    record NotYours(String id, String reason) implements Refusal {}
}
