package mayday.incident;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Message;
import mayday.scenario.Scenario;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;

/**
 * When something falls due that is known beforehand: as an incident stands, this changes only with its events. The earliest of the
 * instants after one that are put before it.
 */
final class Dues {
    private final Instant after;
    private Instant earliest = Instant.MAX;

    private Dues(Instant after) {
        this.after = after;
    }

    /** The first instant after {@code at} at which anything is due; it ends at the latest when time has run out. */
    static Instant next(Incident incident, Instant at) {
        var dues = new Dues(at);
        var scenario = incident.scenario();
        dues.put(scenario.pagedAt());
        dues.put(incident.endsAt());
        for (var fault : incident.cause().faults()) {
            dues.put(begins(scenario, fault));
            for (var transition : transitions(incident, fault)) {
                dues.put(after(incident, fault, transition));
            }
        }
        for (var message : scenario.messages()) {
            dues.put(arrival(scenario, message));
        }
        Agents.moments(scenario, dues);
        incident.injects().scheduled().forEach(each -> dues.put(each.due()));
        dues.putMoves(incident);
        Crowd.dues(incident, dues);
        Coach.dues(incident, dues);
        return dues.earliest;
    }

    private void putMoves(Incident incident) {
        for (var action : incident.world().others()) {
            put(action.completesAt());
        }
        for (var action : incident.actions()) {
            if (action.progress() == StartedAction.Progress.RUNNING) {
                put(action.completesAt());
            }
        }
        for (var answer : incident.pendingAnswers()) {
            put(answer.due());
        }
        for (var reply : incident.pendingReplies()) {
            put(reply.due());
        }
    }

    void put(Instant due) {
        if (due.isAfter(after) && due.isBefore(earliest)) {
            earliest = due;
        }
    }

    static Instant begins(Scenario scenario, Cause fault) {
        return scenario.pagedAt().minus(fault.beginsAgo());
    }

    static Instant arrival(Scenario scenario, Message message) {
        return scenario.pagedAt().plus(message.afterPage());
    }

    /** The ways out of the state in which a fault is. */
    static List<Transition> transitions(Incident incident, Cause fault) {
        return Undoing.current(incident, fault)
                .filter(state -> !state.id().equals(Cause.UNDONE))
                .map(CauseState::transitions)
                .orElse(List.of());
    }

    /** When a transition comes that waits for nothing but time; never: {@link Instant#MAX}. */
    static Instant after(Incident incident, Cause fault, Transition transition) {
        return transition.trigger() instanceof Trigger.After(var delay)
                ? incident.world().latest(fault.id()).orElseThrow().enteredAt().plus(delay)
                : Instant.MAX;
    }
}
