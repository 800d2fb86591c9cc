package mayday.incident;

import java.time.Instant;
import mayday.evidence.Answer;
import mayday.evidence.Chronicle;
import mayday.evidence.Interpretation;
import mayday.scenario.CauseId;

/**
 * An incident as it would have gone had another cause been the true one: the same scenario, seed and moves. It goes along with the
 * incident, as far as somebody asks, and is for one thread. Moves that only make sense under the true cause are made all the same: what
 * was done is given, what the system does is the question.
 */
public final class Supposition {
    private Line line;
    private Incident incident;

    /** How many events of the incident's history it has taken in. */
    private int followed;

    /** How it stands at {@link #reached}. */
    private Incident supposed;

    private Instant reached;

    /** That {@code cause} was the true one of {@code incident}, from the beginning until now. */
    public Supposition(Incident incident, CauseId cause) {
        this(Line.of(Decider.openedWith(incident, cause), false), incident);
    }

    Supposition(Line begun, Incident incident) {
        this.line = begun;
        this.incident = incident;
        this.reached = incident.scenario().pagedAt();
        this.supposed = begun.at(reached);
    }

    /** What was read of it. */
    Chronicle chronicle() {
        return line.chronicle();
    }

    /** Whether the same moves were made in both at the same times: then what is supposed of one is supposed of the other. */
    public static boolean areMovesOf(Incident one, Incident other) {
        return one.now().equals(other.now()) && Replay.moves(one).equals(Replay.moves(other));
    }

    /** Goes along with what has happened since: the moves that were made, and the time that passed. */
    public void follow(Incident now) {
        incident = now;
    }

    /** How it stands now. */
    public Incident incident() {
        return at(incident.now());
    }

    /** What a question is answered at {@code asOf}, by tools that work. */
    public Answer answer(Interpretation interpretation, Instant asOf) {
        var then = at(asOf);
        return line.answer(then, interpretation, asOf);
    }

    /** How it stands at {@code instant}, with all moves up to then, or later if somebody asked for later before. */
    private Incident at(Instant instant) {
        var before = line;
        var history = incident.history();
        while (followed < history.size() && !history.get(followed).at().isAfter(instant)) {
            line = line.after(history.get(followed));
            followed++;
        }
        if (line != before || reached.isBefore(instant)) {
            reached = reached.isBefore(instant) ? instant : reached;
            supposed = line.at(reached);
        }
        return supposed;
    }
}
