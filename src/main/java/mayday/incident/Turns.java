package mayday.incident;

import java.time.Instant;
import java.util.Optional;
import mayday.scenario.Cause;
import mayday.scenario.StateId;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Target;

/** Where a transition leads: by what holds at that moment, and by chance. */
final class Turns {
    private Turns() {}

    /** The state that a fault goes to when this transition of its present state comes at {@code at}; none: it stays. */
    static Optional<StateId> to(Incident incident, Cause fault, Transition transition, Instant at) {
        return to(incident, fault, transition, transition.target(), at);
    }

    private static Optional<StateId> to(
            Incident incident, Cause fault, Transition transition, Target target, Instant at) {
        return switch (target) {
            case Target.Stay() -> Optional.empty();
            case Target.To(var state) -> Optional.of(state);
            case Target.Drawn drawn -> drawn(incident, fault, transition, drawn);
            case Target.If(var condition, var then, var otherwise) ->
                to(incident, fault, transition, Conditions.holds(incident, condition, at) ? then : otherwise, at);
        };
    }

    /** Once for each stay in a state and each way out of it, however often it is looked at. */
    private static Optional<StateId> drawn(Incident incident, Cause fault, Transition transition, Target.Drawn drawn) {
        var passages = incident.world().passages().stream()
                .filter(passage -> passage.fault().equals(fault.id()))
                .toList();
        var state = passages.getLast().state();
        var what = "turn " + fault.id() + "/" + state.id() + " " + passages.size() + " "
                + state.transitions().indexOf(transition);
        var left = Draw.unit(incident.opened().seed(), what);
        for (var share : drawn.shares()) {
            left -= share.chance();
            if (left < 0) {
                return Optional.of(share.state());
            }
        }
        return Optional.empty();
    }
}
