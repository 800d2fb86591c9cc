package mayday.proof;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import mayday.debrief.BestQuestions;
import mayday.debrief.Suppositions;
import mayday.incident.CommonPast;
import mayday.player.Bearings;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.proof.Proved.Solvable;
import mayday.scenario.Cause;

/**
 * How the built-in players fare with each cause, and whether it can be mended. All of this is played beside each other: each core takes up what comes
 * next, the longest first, so that none is left with it in the end.
 */
final class Contest {
    /**
     * So many play beside each other. They are on the pool that debriefs use, too: their caller takes part in the work and sees when it is
     * interrupted, which one who waits for a pool of its own does not ({@code ForkJoinTask.join} takes the mark away).
     */
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Who plays every cause in one go, since what they have in common is most of their work. */
    private static final List<Style> GUESSERS = List.of(Style.JUMPER, Style.RANDOM);

    private final Draft draft;
    private final List<Cause> causes;
    private final BestQuestions atPage;
    private final Bearings bearings;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReferenceArray<List<Integer>> guessed = new AtomicReferenceArray<>(GUESSERS.size());
    private final AtomicReferenceArray<Expertise> experts;

    /** How the expert fared with a cause, and whether it is known that something helps. */
    private record Expertise(Players players, boolean curable) {}

    Contest(Draft draft) {
        this.draft = draft;
        this.causes = draft.causes();
        var first = causes.getFirst().id();
        // Both are the same whichever cause is the true one.
        var opened = Rehearsals.opened(draft, first);
        this.atPage = BestQuestions.atPage(draft.scenario(), new Suppositions(opened, draft.openings()));
        this.bearings = Playthrough.bearings(draft.openings(), first);
        this.experts = new AtomicReferenceArray<>(causes.size());
    }

    /** By cause, in order. */
    List<Solvable> solvable() {
        IntStream.range(0, CORES).parallel().forEach(_ -> work());
        var jumper = guessed.get(0);
        var random = guessed.get(1);
        return IntStream.range(0, causes.size())
                .mapToObj(number -> {
                    var expert = experts.get(number);
                    return expert.players().solvable(expert.curable(), jumper.get(number), random.get(number));
                })
                .toList();
    }

    /** Takes up one work after the other until none is left. */
    private void work() {
        // What the experts of several causes have in common is for one thread, and is worked out once by each.
        var common = new InCommon(new CommonPast(draft.openings()), bearings, atPage);
        for (var work = taken.getAndIncrement();
                work < GUESSERS.size() + causes.size();
                work = taken.getAndIncrement()) {
            draft.interruption().end();
            if (work < GUESSERS.size()) {
                guessed.set(work, new Guessers(draft, atPage).scores(GUESSERS.get(work)));
            } else {
                var number = work - GUESSERS.size();
                experts.set(number, expertise(causes.get(number), common));
            }
        }
    }

    /** What the experts of several causes have in common. */
    record InCommon(CommonPast past, Bearings bearings, BestQuestions atPage) {}

    private Expertise expertise(Cause cause, InCommon common) {
        var players = new Players(draft, cause, common);
        return new Expertise(players, new Cures(draft, cause, players.remedies()).check());
    }
}
