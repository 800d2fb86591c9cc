package mayday.proof;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mayday.compiler.Problem;
import mayday.compiler.Sources;
import mayday.debrief.BestQuestions;
import mayday.debrief.Suppositions;
import mayday.incident.CommonPast;
import mayday.player.Style;
import mayday.proof.Proved.Solvable;
import mayday.question.Interpreter;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;

/**
 * Proves that a scenario which compiles is fair: that it can be solved, that its causes can be told apart, and that what it knows can be
 * asked for. Pure: the same scenario always gives the same proofs.
 *
 * <p>There are two speeds. What {@link #quick} looks at takes no playing and is there while an author types; {@link #played} plays the
 * scenario, which takes seconds, and may be interrupted.
 */
public final class Proofs {
    /**
     * So many experts' runs go on beside each other. They are on the pool that debriefs use, too: their caller takes part in the work and
     * sees when it is interrupted, which one who waits for a pool of its own does not ({@code ForkJoinTask.join} takes the mark away).
     */
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private Proofs() {}

    /**
     * What can be judged without playing: words that give the cause away, phrasings that are understood as another question, evidence that
     * nobody can ask for, states that nothing leads to.
     *
     * @param sources the texts that {@code scenario} was compiled from: problems are placed in them
     * @return in order of place
     */
    public static List<Problem> quick(Sources sources, Scenario scenario, Interpreter interpreter) {
        var draft = Draft.of(sources, scenario);
        new Leaks(draft).check();
        new Phrasings(
                        draft,
                        interpreter,
                        Rehearsals.unplayed(draft, draft.causes().getFirst().id()))
                .check();
        return draft.written().problems();
    }

    /**
     * What playing shows: whether each cause can be mitigated from each of its states, whether every two can be told apart, and how the
     * built-in players fare. Without the problems of {@link #quick}.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it is looked at between two runs
     */
    public static Proved played(Sources sources, Scenario scenario) {
        var draft = Draft.of(sources, scenario);
        var page = new Page(draft);
        if (!page.isCalmBefore()) {
            return new Proved(draft.written().problems(), List.of(), List.of(), List.of());
        }
        draft.causes().forEach(page::check);
        var discernment = new Discernment(draft);
        var pairs = discernment.pairs();
        var atPage = atPage(draft);
        // Each of these plays incidents of its own; every core may have one.
        var guessers = Stream.of(Style.JUMPER, Style.RANDOM)
                .parallel()
                .map(style -> new Guessers(draft, atPage).scores(style))
                .toList();
        var causes = draft.causes();
        var solvable = new AtomicReferenceArray<Solvable>(causes.size());
        IntStream.range(0, CORES).parallel().forEach(core -> {
            // What the experts of several causes have in common is for one thread, and is worked out once by each.
            var common = new InCommon(new CommonPast(draft.openings()), atPage);
            for (var number = core; number < causes.size(); number += CORES) {
                var jumper = guessers.getFirst().get(number);
                var random = guessers.getLast().get(number);
                solvable.set(number, solvable(draft, causes.get(number), common, jumper, random));
            }
        });
        var inOrder = IntStream.range(0, causes.size()).mapToObj(solvable::get).toList();
        return new Proved(draft.written().problems(), inOrder, discernment.separations(), pairs);
    }

    /** What the experts of several causes have in common. */
    record InCommon(CommonPast past, BestQuestions atPage) {}

    /** What questions tell at the page, which is the same whoever plays. */
    private static BestQuestions atPage(Draft draft) {
        var opened = Rehearsals.opened(draft, draft.causes().getFirst().id());
        return BestQuestions.atPage(draft.scenario(), new Suppositions(opened, draft.openings()));
    }

    private static Solvable solvable(Draft draft, Cause cause, InCommon common, int jumper, int random) {
        draft.interruption().end();
        var players = new Players(draft, cause, common);
        var curable = new Cures(draft, cause, players.remedies()).check();
        return players.solvable(curable, jumper, random);
    }
}
