package mayday.scenario;

import java.util.List;

/**
 * A state of a cause: how it disturbs the system, what is logged, and when it moves on.
 *
 * @param terminal whether there is no way back from it, not even by undoing the cause
 */
public record CauseState(
        StateId id, List<Effect> effects, List<LogPattern> logs, List<Transition> transitions, boolean terminal) {
    public CauseState {
        effects = List.copyOf(effects);
        logs = List.copyOf(logs);
        transitions = List.copyOf(transitions);
    }

    public CauseState(StateId id, List<Effect> effects, List<LogPattern> logs, List<Transition> transitions) {
        this(id, effects, logs, transitions, false);
    }
}
