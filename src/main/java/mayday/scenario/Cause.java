package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * One candidate root cause: a state machine whose states apply effects to the system. The first state is entered when it begins.
 *
 * @param title a short name for the debrief; never shown while the incident is open
 * @param explanation what happened, in two or three sentences, for the debrief
 * @param weight how often it is drawn, relative to the others; 0: never
 * @param beginsAgo how long before the page it begins
 * @param changes the changes that are made only if this cause is the true one
 * @param carriedBy the change that carries its effects: undoing it ends the cause. Empty: it has none. May name a change of the
 *     scenario that is always there
 * @param blames further changes that would be to blame for it, though undoing them does not end it
 * @param undoneBy actions that end the cause, beside undoing its change
 * @param states at least one; {@link #UNDONE} is implied and has no effects
 * @param parts the causes that this one is together, each with its own states and its own undoing; empty for nearly every cause. The
 *     changes, the fault and the beginning of a cause of parts are theirs
 * @param postMortem what its author would write about it afterwards; none or one
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
        List<ChangeId> blames,
        List<ActionPattern> undoneBy,
        List<CauseState> states,
        List<Cause> parts,
        List<AuthoredPostMortem> postMortem) {

    /** The state that every cause reaches when it is undone: no effects, no way out. */
    public static final StateId UNDONE = new StateId("undone");

    public Cause {
        changes = List.copyOf(changes);
        carriedBy = List.copyOf(carriedBy);
        blames = List.copyOf(blames);
        undoneBy = List.copyOf(undoneBy);
        states = List.copyOf(states);
        parts = List.copyOf(parts);
        postMortem = List.copyOf(postMortem);
    }

    /** A cause that is one fault, without a post-mortem. */
    public Cause(
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
        this(
                id,
                title,
                explanation,
                fault,
                weight,
                beginsAgo,
                changes,
                carriedBy,
                List.of(),
                undoneBy,
                states,
                List.of(),
                List.of());
    }

    /** The faults that are at work: its parts, or itself. */
    public List<Cause> faults() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** Whether it is called so, or is made of a cause that is. */
    public boolean isOrHas(CauseId other) {
        return id.equals(other) || parts.stream().anyMatch(part -> part.id.equals(other));
    }

    /** Whether nothing is wrong with the system: the right answer is to leave it alone. */
    public boolean isFalseAlarm() {
        return fault.faultClass() == FaultClass.FALSE_ALARM;
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
