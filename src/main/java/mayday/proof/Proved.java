package mayday.proof;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Problem;
import mayday.debrief.Debrief;
import mayday.scenario.CauseId;
import mayday.scenario.ChangeId;

/**
 * What playing a scenario has shown.
 *
 * @param problems in order of place
 * @param solvable how each cause that can be drawn is solved, in the order of the scenario
 * @param questions how well each question separates the causes, the one that tells most first
 * @param pairs every two causes that can be drawn, with the question that tells them apart soonest
 * @param redHerrings each cause that can be drawn with each red herring, and the question that rules it out soonest
 * @param unexplained changes of the last day that no cause and no red herring explains: that they can be ruled out is not proved
 */
public record Proved(
        List<Problem> problems,
        List<Solvable> solvable,
        List<Separation> questions,
        List<Pair> pairs,
        List<Pair> redHerrings,
        List<ChangeId> unexplained) {
    public Proved {
        problems = List.copyOf(problems);
        solvable = List.copyOf(solvable);
        questions = List.copyOf(questions);
        pairs = List.copyOf(pairs);
        redHerrings = List.copyOf(redHerrings);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * How a cause is solved: par.
     *
     * @param solved whether the expert ended the impact on customers, and closed, within the limit
     * @param took from the page to the expert's closing words
     * @param mitigated from the beginning of the impact to its end, as the expert did it
     * @param questions how many it asked
     * @param expert the score of its diagnostic structure, 0 to 100
     * @param jumper that of the player who acts first
     * @param random that of the player who makes any move
     */
    public record Solvable(
            CauseId cause,
            boolean solved,
            Duration took,
            Debrief.Elapsed mitigated,
            int questions,
            int expert,
            int jumper,
            int random) {}

    /**
     * How well a question separates the causes when it is asked soon after the page.
     *
     * @param authored the name of the scenario's own question; empty for a general one
     * @param takes until it is answered
     * @param bits how much less is unknown after it, on average over the causes as they are drawn
     * @param groups the causes whose answers look alike, together
     */
    public record Separation(String words, String authored, Duration takes, double bits, List<List<CauseId>> groups) {
        public Separation {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Two causes, or a cause and a red herring.
     *
     * @param soonest the question that tells them apart and is answered soonest after the page; empty if none does
     */
    public record Pair(CauseId one, CauseId other, Optional<Telling> soonest) {}

    /**
     * A question that tells two causes apart.
     *
     * @param asked how long after the page it was asked
     * @param takes until it is answered
     */
    public record Telling(String words, Duration asked, Duration takes) {
        /** How long after the page it is answered. */
        public Duration answered() {
            return asked.plus(takes);
        }
    }
}
