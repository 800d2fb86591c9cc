package mayday.proof;

import java.util.List;
import java.util.stream.Stream;
import mayday.compiler.Problem;
import mayday.compiler.Sources;
import mayday.question.Interpreter;
import mayday.scenario.Scenario;

/**
 * Proves that a scenario which compiles is fair: that it can be solved, that its causes can be told apart, and that what it knows can be
 * asked for. Pure: the same scenario always gives the same proofs.
 *
 * <p>There are two speeds. What {@link #quick} looks at takes no playing and is there while an author types; {@link #played} plays the
 * scenario, which takes seconds, and may be interrupted.
 */
public final class Proofs {
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
     * What playing shows: whether each cause can be mitigated from each of its states, whether every two can be told apart, whether each
     * red herring can be ruled out, and how the built-in players fare. Without the problems of {@link #quick}.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it is looked at between two runs
     */
    public static Proved played(Sources sources, Scenario scenario) {
        var draft = Draft.of(sources, scenario);
        var page = new Page(draft);
        if (!page.isCalmBefore()) {
            return new Proved(draft.written().problems(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        // All that follows goes by what happens if nobody does anything: each core works out some of it.
        Stream.concat(draft.causes().stream(), scenario.redHerrings().stream())
                .parallel()
                .forEach(suspect -> Rehearsals.opened(draft, suspect.id()));
        draft.causes().forEach(page::check);
        scenario.redHerrings().forEach(page::check);
        var discernment = new Discernment(draft);
        var told = discernment.told();
        var solvable = new Contest(draft).solvable();
        return new Proved(
                draft.written().problems(),
                solvable,
                discernment.separations(),
                told.pairs(),
                told.redHerrings(),
                Unexplained.changes(draft));
    }
}
