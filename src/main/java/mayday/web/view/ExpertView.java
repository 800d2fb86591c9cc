package mayday.web.view;

import java.util.List;
import mayday.debrief.Par;

/**
 * What the expert did with the same cause and seed.
 *
 * @param took from the page to its closing words, {@code 12:10}
 */
public record ExpertView(int score, String took, int questions, List<Move> moves) {
    public ExpertView {
        moves = List.copyOf(moves);
    }

    /** A move, {@code 3:50} after the page. */
    public record Move(String afterPage, String what, String why) {}

    static ExpertView of(Par par) {
        return new ExpertView(
                par.score(),
                Format.length(par.took()),
                par.questions(),
                par.moves().stream()
                        .map(move -> new Move(Format.length(move.afterPage()), move.what(), move.why()))
                        .toList());
    }
}
