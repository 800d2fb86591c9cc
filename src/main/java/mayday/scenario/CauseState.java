package mayday.scenario;

import java.util.List;

/** A state of a cause: how it disturbs the system, what is logged, and when it moves on. */
public record CauseState(StateId id, List<Effect> effects, List<LogPattern> logs, List<Transition> transitions) {
    public CauseState {
        effects = List.copyOf(effects);
        logs = List.copyOf(logs);
        transitions = List.copyOf(transitions);
    }
}
