package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * One candidate root cause: a state machine whose states apply effects to the system. The first state is entered when it begins.
 *
 * @param title a short name for the debrief; never shown while the incident is open
 * @param explanation what happened, in two or three sentences, for the debrief
 * @param weight how often it is drawn, relative to the others, above 0
 * @param beginsAgo how long before the page it begins
 * @param changes the changes that are made only if this cause is the true one
 * @param carriedBy the change that carries its effects: undoing it ends the cause. Empty: it has none. May name a change of the
 *     scenario that is always there
 * @param undoneBy actions that end the cause, beside undoing its change
 * @param states at least one; {@link #UNDONE} is implied and has no effects
 */
public record Cause(
        CauseId id,
        String title,
        String explanation,
        Fault fault,
        double weight,
        Duration beginsAgo,
        List<Change> changes,
        List<ChangeId> carriedBy,
        List<ActionPattern> undoneBy,
        List<CauseState> states) {

    /** The state that every cause reaches when it is undone: no effects, no way out. */
    public static final StateId UNDONE = new StateId("undone");

    public Cause {
        changes = List.copyOf(changes);
        carriedBy = List.copyOf(carriedBy);
        undoneBy = List.copyOf(undoneBy);
        states = List.copyOf(states);
    }

    public CauseState initial() {
        return states.getFirst();
    }

    /** The state called {@code id}; for {@link #UNDONE} one without effects. */
    public CauseState state(StateId id) {
        return states.stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseGet(() -> new CauseState(id, List.of(), List.of(), List.of()));
    }
}
