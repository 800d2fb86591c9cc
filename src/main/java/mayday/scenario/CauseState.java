package mayday.scenario;

import java.util.List;

/**
 * A state of a cause: how it disturbs the system, what is logged, and when it moves on.
 *
 * @param effects all of them
 * @param loads those among the effects that an action ends by itself
 * @param sparing those among the effects that no customer feels: requests of somebody else, and how many of those fail
 * @param terminal whether there is no way back from it, not even by undoing the cause
 */
public record CauseState(
        StateId id,
        List<Effect> effects,
        List<Load> loads,
        List<Effect> sparing,
        List<LogPattern> logs,
        List<Transition> transitions,
        boolean terminal) {
    public CauseState {
        loads = List.copyOf(loads);
        sparing = List.copyOf(sparing);
        effects = List.copyOf(effects);
        logs = List.copyOf(logs);
        transitions = List.copyOf(transitions);
    }

    public CauseState(StateId id, List<Effect> effects, List<LogPattern> logs, List<Transition> transitions) {
        this(id, effects, List.of(), List.of(), logs, transitions, false);
    }
}
