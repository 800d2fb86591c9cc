package mayday.scenario;

import java.util.List;

/** Something that an author's formula looks at. Each is a number; what is true or false is 1 or 0. */
public sealed interface Input {

    /** Whether it is true or false rather than a number. */
    default boolean isTruth() {
        return switch (this) {
            case OfService _, OfCalls _, OfVariable _, Done _, MinutesSincePage _, DeclaredSeverity _, Hour _ -> false;
            case Running _, InState _, Seen _, Stated _, Told _, Escalated _ -> true;
        };
    }

    /** A signal of a service. */
    record OfService(ServiceId service, Where where, Signal signal) implements Input {}

    /** A signal of one service's calls to another, callers in {@code where}. */
    record OfCalls(ServiceId from, ServiceId to, Where where, DependencySignal signal) implements Input {}

    /** A variable of the scenario. */
    record OfVariable(VariableId variable) implements Input {}

    /** How many actions like this were completed. */
    record Done(ActionPattern action) implements Input {}

    /** Whether an action like this is running. */
    record Running(ActionPattern action) implements Input {}

    /** Whether a cause is at work and in this state. */
    record InState(CauseId cause, StateId state) implements Input {}

    /**
     * Whether a question about this was answered.
     *
     * @param services about one of these; empty: about anything
     */
    record Seen(Dimension dimension, List<ServiceId> services) implements Input {
        public Seen {
            services = List.copyOf(services);
        }
    }

    /**
     * Whether a hypothesis like this was stated.
     *
     * @param target a service or region by name; empty: any
     */
    record Stated(FaultClass faultClass, String target) implements Input {}

    /** Whether an update was posted to these people. */
    record Told(Audience audience) implements Input {}

    /** Whether a team was paged by the learner. */
    record Escalated(TeamId team) implements Input {}

    /** Minutes since the page, with their fraction; negative before it. */
    record MinutesSincePage() implements Input {}

    /** The declared severity, 1 to 4; 5 while none is declared. */
    record DeclaredSeverity() implements Input {}

    /** The full hour of the day, 0 to 23, UTC. */
    record Hour() implements Input {}
}
