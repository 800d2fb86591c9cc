package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import mayday.Turns;
import mayday.debrief.Script.Move;
import mayday.incident.Command;
import mayday.scenario.Action;
import mayday.scenario.Dimension;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** Changes to a run that must not raise its score, or not lower it, whatever the run: 50 drawn ones each, 200 in a thorough build, or as many as {@code -Dmayday.metamorphic.runs} says. */
class MetamorphicTest {
    /** One of the causes goes away by itself seven minutes after the page; who asks before this has the answer by then. */
    private static final int GOES_BY_ITSELF = 420 - 100;

    private static final int REMEDY = 700;
    private static final int LATER = 170;

    private static final int RUNS = Integer.getInteger("mayday.metamorphic.runs", Turns.many(50, 200));

    /** What came of the drawn runs, by their seeds: each is compared with several others. */
    private static final Map<Long, Debrief> AS_DRAWN = new ConcurrentHashMap<>();

    private record Broken(long seed, int before, int after, String parts) {
        @Override
        public String toString() {
            return "\nseed " + seed + ": " + before + " -> " + after + parts;
        }
    }

    @Test
    void askingTheSameAgainNeverRaisesTheScore() {
        assertThat(raised(script -> one(script, asked -> asked instanceof Command.Ask)
                        .map(again -> script.with(new Move(again.second(), again.command())))))
                .isEmpty();
    }

    @Test
    void askingTheSameEarlierNeverLowersTheScore() {
        // As long as nothing has changed by then: later an answer is about something else.
        assertThat(lowered(script -> {
                    var acted = script.those(Command.Act.class::isInstance).stream()
                            .mapToInt(Move::second)
                            .min()
                            .orElse(Integer.MAX_VALUE);
                    return one(script, Command.Ask.class::isInstance)
                            .filter(asked -> asked.second() < Math.min(acted, GOES_BY_ITSELF))
                            .map(asked ->
                                    script.without(asked).with(new Move(10 + asked.second() / 3, asked.command())));
                }))
                .isEmpty();
    }

    @Test
    void aHarmfulActionNeverRaisesTheScore() {
        assertThat(raised(script -> Optional.of(script.with(new Move(
                        200 + Math.floorMod(script.seed() * 37, 900),
                        Script.act(new Action.ShedLoad(80, Where.everywhere())))))))
                .isEmpty();
    }

    @Test
    void aRightRunMoreSlowlyNeverBeatsItself() {
        assertThat(LongStream.range(0, RUNS)
                        .parallel()
                        .mapToObj(Script::drawn)
                        .flatMap(script -> right(script).stream())
                        .flatMap(right ->
                                broken(right, Debriefs.of(right.played()), right.delayed(REMEDY, LATER), true).stream())
                        .toList())
                .isEmpty();
    }

    /** The same with the right remedy as its only action, and a look at what came of it; none where no action is the right one. */
    private static Optional<Script> right(Script script) {
        return script.remedy()
                .map(remedy -> script.without(Command.Act.class::isInstance)
                        .answered(REMEDY)
                        .with(new Move(REMEDY, Script.act(remedy)))
                        .with(new Move(1_550, Script.ask(Dimension.ERROR_RATE))));
    }

    private static Optional<Move> one(Script script, Predicate<Command> which) {
        var those = script.those(which);
        return those.isEmpty()
                ? Optional.empty()
                : Optional.of(those.get(new Random(script.seed()).nextInt(those.size())));
    }

    private static List<Broken> raised(Function<Script, Optional<Script>> change) {
        return broken(change, true);
    }

    private static List<Broken> lowered(Function<Script, Optional<Script>> change) {
        return broken(change, false);
    }

    private static List<Broken> broken(Function<Script, Optional<Script>> change, boolean raised) {
        return LongStream.range(0, RUNS)
                .parallel()
                .mapToObj(seed -> broken(Script.drawn(seed), change, raised))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Broken> broken(Script script, Function<Script, Optional<Script>> change, boolean raised) {
        return change.apply(script).flatMap(other -> broken(script, debriefed(script), other, raised));
    }

    private static Debrief debriefed(Script drawn) {
        return AS_DRAWN.computeIfAbsent(drawn.seed(), _ -> Debriefs.of(drawn.played()));
    }

    private static Optional<Broken> broken(Script script, Debrief before, Script other, boolean raised) {
        var after = Debriefs.of(other.played());
        int one = before.structure().score();
        int two = after.structure().score();
        if (raised ? two <= one : two >= one) {
            return Optional.empty();
        }
        return Optional.of(new Broken(script.seed(), one, two, differences(before, after)));
    }

    /** The findings that are not in both. */
    private static String differences(Debrief before, Debrief after) {
        var words = new StringBuilder();
        for (var i = 0; i < before.structure().parts().size(); i++) {
            var one = before.structure().parts().get(i);
            var two = after.structure().parts().get(i);
            if (one.score() != two.score()) {
                var gone = texts(one);
                gone.removeAll(texts(two));
                var come = texts(two);
                come.removeAll(texts(one));
                words.append("\n  " + one.id() + " " + one.score() + " -> " + two.score() + "\n    - " + gone
                        + "\n    + " + come);
            }
        }
        return words.toString();
    }

    private static List<String> texts(Debrief.Part part) {
        return new ArrayList<>(part.findings().stream()
                .map(finding -> finding.points() + " " + finding.text())
                .toList());
    }
}
