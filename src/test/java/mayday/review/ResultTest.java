package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.incident.Command;
import mayday.incident.HypothesisId;
import mayday.incident.Verdict;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import org.junit.jupiter.api.Test;

/** What is kept of a debrief. */
class ResultTest {
    private static Result of(Command... moves) {
        var run = Run.of(moves);
        return Result.of(run.incident(), run.debrief());
    }

    private static Result believing(Command... beliefs) {
        var moves = new ArrayList<>(List.of(beliefs));
        moves.addAll(List.of(Run.ROLL_BACK, Run.pause(8), Run.CLOSE));
        return of(moves.toArray(Command[]::new));
    }

    @Test
    void theTrueFaultAndItsPlaceHaveToBeHeldAtTheEnd() {
        assertThat(believing(Run.RIGHT).named()).isTrue();
        assertThat(believing(Run.believe(FaultClass.BAD_RELEASE, "shop", 49)).named())
                .isFalse();
        assertThat(believing(Run.believe(FaultClass.BAD_RELEASE, "", 90)).named())
                .as("where?")
                .isFalse();
        assertThat(believing(Run.believe(FaultClass.BAD_RELEASE, "edge", 90)).named())
                .isFalse();
        assertThat(believing(Run.believe(FaultClass.FLAG_CHANGE, "shop", 90)).named())
                .isFalse();
        assertThat(believing(Run.RIGHT, judge(Verdict.RULED_OUT)).named()).isFalse();
        assertThat(believing(Run.believe(FaultClass.BAD_RELEASE, "shop", 10), judge(Verdict.CONFIRMED))
                        .named())
                .isTrue();
    }

    private static Command judge(Verdict verdict) {
        return new Command.JudgeHypothesis(Run.SAM, new HypothesisId("H1"), verdict, List.of());
    }

    @Test
    void timesAndQuestionsAreCounted() {
        var result = of(
                Run.ask(Dimension.SERVICE_SCOPE),
                Run.ask(Dimension.START_TIME),
                Run.ROLL_BACK,
                Run.pause(8),
                Run.CLOSE);

        assertThat(result.questions()).isEqualTo(2);
        assertThat(result.ended()).isTrue();
        assertThat(result.mitigated())
                .singleElement()
                .satisfies(length -> assertThat(length).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(14)));
        assertThat(of(Run.CLOSE).mitigated()).isEmpty();
    }

    @Test
    void theLessonIsWhatCostMost() {
        var silent = of();

        assertThat(silent.score()).isLessThan(10);
        assertThat(silent.lesson())
                .isEqualTo(
                        "By 14:30, the end, nothing that you had asked narrowed the possible causes down: about 3 were left.");
        assertThat(silent.parts())
                .extracting(Result.Part::lesson)
                .contains("You never looked into which services fail.");
    }
}
