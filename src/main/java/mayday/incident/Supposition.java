package mayday.incident;

import java.time.Instant;
import mayday.evidence.Answer;
import mayday.evidence.Interpretation;
import mayday.scenario.CauseId;

/**
 * An incident as it would have gone had another cause been the true one: the same scenario, seed and moves. It goes along with the
 * incident and is for one thread. Moves that only make sense under the true cause are made all the same: what was done is given, what
 * the system does is the question.
 */
public final class Supposition {
    private Line line;
    private int followed;
    private Incident supposed;

    /** That {@code cause} was the true one of {@code incident}, from the beginning until now. */
    public Supposition(Incident incident, CauseId cause) {
        this(Line.of(Decider.openedWith(incident, cause), false), incident);
    }

    Supposition(Line begun, Incident incident) {
        this.line = begun;
        this.supposed = begun.at(incident.scenario().pagedAt());
        follow(incident);
    }

    /** Whether the same moves were made in both at the same times: then what is supposed of one is supposed of the other. */
    public static boolean areMovesOf(Incident one, Incident other) {
        return one.now().equals(other.now()) && Replay.moves(one).equals(Replay.moves(other));
    }

    /** Makes the moves that were made since, and lets the same time pass. */
    public void follow(Incident incident) {
        var history = incident.history();
        for (; followed < history.size(); followed++) {
            line = line.after(history.get(followed));
        }
        supposed = line.at(incident.now());
    }

    public Incident incident() {
        return supposed;
    }

    /** What a question is answered at {@code asOf}, by tools that work. */
    public Answer answer(Interpretation interpretation, Instant asOf) {
        return line.answer(supposed, interpretation, asOf);
    }
}
