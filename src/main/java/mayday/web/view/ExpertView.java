package mayday.web.view;

import java.util.List;
import mayday.debrief.Par;
import mayday.incident.Event;
import mayday.incident.Incident;

/**
 * What the expert did with the same cause and seed.
 *
 * @param took from the page to its closing words, {@code 12:10}
 * @param remark what makes the two runs differ beside what was done; empty if nothing
 */
public record ExpertView(int score, String took, int questions, List<Move> moves, String remark) {
    public ExpertView {
        moves = List.copyOf(moves);
    }

    /** A move, {@code 3:50} after the page. */
    public record Move(String afterPage, String what, String why) {}

    static ExpertView of(Par par) {
        return of(par, "");
    }

    /** Beside the run of {@code incident}. */
    static ExpertView of(Par par, Incident incident) {
        var disturbed = incident.history().stream().anyMatch(each -> each.event() instanceof Event.InjectSent);
        return of(par, disturbed ? "It met nothing of what the facilitator sent." : "");
    }

    private static ExpertView of(Par par, String remark) {
        return new ExpertView(
                par.score(),
                Format.length(par.took()),
                par.questions(),
                par.moves().stream()
                        .map(move -> new Move(Format.length(move.afterPage()), move.what(), move.why()))
                        .toList(),
                remark);
    }
}
