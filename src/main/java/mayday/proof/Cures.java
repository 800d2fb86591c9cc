package mayday.proof;

import java.util.List;
import mayday.proof.Exploration.Stand;
import mayday.scenario.Action;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.CauseState;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;

/**
 * Whether each state of a cause is entered and customers can be well again from each, found out by running it: what the cause is
 * {@code undone-by} is tried first, not believed.
 */
final class Cures {
    private final Draft draft;
    private final Cause cause;
    private final List<Action> first;

    /** @param first what the expert did */
    Cures(Draft draft, Cause cause, List<Action> first) {
        this.draft = draft;
        this.cause = cause;
        this.first = List.copyOf(first);
    }

    /** Reports what was found; whether something that can be done makes customers well again. */
    boolean check() {
        var exploration = new Exploration(draft, cause, first).explored();
        if (!cause.isFalseAlarm()) {
            mitigable(exploration);
        }
        for (var fault : cause.faults()) {
            fault.states().forEach(state -> entered(exploration, fault, state));
        }
        return cause.isFalseAlarm() || exploration.stands().stream().anyMatch(exploration::isMended);
    }

    private void mitigable(Exploration exploration) {
        var stands = List.copyOf(exploration.stands());
        if (stands.stream().noneMatch(exploration::isMended)) {
            draft.report(
                    cause,
                    exploration.isStopped() ? "not-proved" : "incurable-cause",
                    exploration.isStopped()
                            ? "whether `%s` can be mended was not found out in %d runs"
                                    .formatted(cause.id(), exploration.runs())
                            : "nothing that can be done ends the impact of `%s`: %d runs were tried"
                                    .formatted(cause.id(), exploration.runs()),
                    "say what it is `undone-by`, let a `change` carry it, or look whether `mitigated` can hold");
            return;
        }
        for (var stand : stands) {
            var state = fault(stand.fault()).state(stand.state());
            if (!exploration.isMended(stand) && !state.terminal()) {
                deadEnd(exploration, stand);
            }
        }
    }

    private void deadEnd(Exploration exploration, Stand stand) {
        draft.report(
                part(stand.fault(), stand.state().value()),
                exploration.isStopped() ? "not-proved" : "dead-end",
                exploration.isStopped()
                        ? "whether customers can be well again after `%s` was not found out in %d runs"
                                .formatted(stand.state(), exploration.runs())
                        : "once the cause is in `%s`, nothing that can be done makes customers well again"
                                .formatted(stand.state()),
                "give the state a way out with `on`, or declare it `terminal: true` if that is what it shall teach");
    }

    private Cause fault(CauseId id) {
        return cause.faults().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(cause);
    }

    /** Where a state of a fault is written; the faults of a cause of several are written as causes of their own. */
    private static List<String> part(CauseId fault, String state) {
        return List.of("causes", fault.value(), "states", state);
    }

    /** Reports a state that other states lead to and that no run has come to. */
    private void entered(Exploration exploration, Cause fault, CauseState state) {
        // A state to which nothing leads at all has been reported by the compiler.
        var leading = fault.states().stream()
                .flatMap(each -> each.transitions().stream())
                .filter(transition -> transition.target().states().contains(state.id()))
                .toList();
        var chance = leading.stream()
                .anyMatch(transition -> transition.trigger() instanceof Trigger.When
                        || transition.target().states().size() > 1);
        // What comes after a time that no run takes is written for completeness: "after: { 3h: over }".
        var inTime = fault.states().stream()
                .filter(each -> exploration.isEntered(new Stand(fault.id(), each.id())))
                .flatMap(each -> each.transitions().stream())
                .anyMatch(transition -> transition.trigger() instanceof Trigger.After
                        && transition.target() instanceof Transition.Target.To(var to)
                        && to.equals(state.id()));
        if (!leading.isEmpty()
                && !inTime
                && !exploration.isEntered(new Stand(fault.id(), state.id()))
                && cause.parts().isEmpty()) {
            draft.report(
                    part(fault.id(), state.id().value()),
                    "unentered-state",
                    "the cause was never in `%s`, neither by itself nor after any of %d runs"
                            .formatted(state.id(), exploration.runs()),
                    chance
                            ? "look whether the condition that leads there can hold"
                            : "look whether what leads there can happen in time");
        }
    }
}
