package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.debrief.Deductions.Step;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Dimension;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** What answers tell, in bits: computed by running every candidate cause under the same moves. */
class DeductionsTest {
    private static final Participant SAM = new Participant("p1", "Sam");

    @Test
    void theBitsOfARunAreTheFallOfEntropy() {
        var deductions = after(
                Dimension.SERVICE_SCOPE,
                Dimension.ONSET_SHAPE,
                Dimension.LOGS,
                Dimension.CPU,
                Dimension.RECENT_DEPLOYS);

        var told = deductions.steps().stream().mapToDouble(Step::bits).sum();

        assertThat(deductions.steps()).hasSize(5);
        assertThat(told)
                .isCloseTo(
                        deductions.before().belief().bits()
                                - deductions.known().belief().bits(),
                        within(1e-12))
                .isGreaterThan(0.3);
    }

    @Test
    void aQuestionThatEveryCauseAnswersAlikeTellsNothing() {
        assertThat(after(Dimension.ONCALL_ESCALATION, Dimension.CERTIFICATES).steps())
                .extracting(Step::bits)
                .containsExactly(0.0, 0.0);
    }

    @Test
    void theSameQuestionAgainTellsNothing() {
        var steps = after(Dimension.RECENT_DEPLOYS, Dimension.RECENT_DEPLOYS).steps();

        assertThat(steps.getFirst().bits()).isGreaterThan(0);
        assertThat(steps.getLast().bits()).isZero();
    }

    @Test
    void whatIsOutOfTheQuestionIsNotAskedAnythingAnyMore() {
        var incident = DebriefBenchmark.played(DebriefBenchmark.ofAnHour(), 1);

        var steps = Deductions.of(incident, new Suppositions(incident)).steps();

        var last = steps.getLast().known().belief();
        assertThat(last.of(incident.drawnCause().id())).isGreaterThan(1 - 1e-4);
        assertThat(last.bits()).isLessThan(1e-3);
        // Causes whose answers still differed would be struck out further and further.
        assertThat(steps.reversed().subList(0, 20))
                .allSatisfy(step -> assertThat(step.bits()).isCloseTo(0, within(1e-12)));
        assertThat(steps.stream().mapToDouble(Step::bits).sum())
                .isCloseTo(steps.getFirst().before().bits() - last.bits(), within(1e-12));
    }

    @Test
    void whoKnowsNothingBelievesWhatIsDrawnMostOften() {
        var belief = Belief.before(TinyShop.scenario());

        assertThat(belief.causes().stream().mapToDouble(belief::of).sum()).isCloseTo(1, within(1e-12));
        assertThat(belief.bits()).isBetween(0.5, Math.log(3) / Math.log(2));
    }

    @Test
    void theBestQuestionsGoToTheTruthAndEndThere() {
        var incident = opened();
        var best = new BestQuestions(incident.scenario(), new Suppositions(incident), incident.now());
        var nothing = Knowledge.before(Belief.before(incident.scenario()));

        var line = best.lineTo(nothing, TinyShop.BAD_RELEASE, 0.3);

        assertThat(line).isNotEmpty().hasSizeLessThan(6);
        assertThat(best.best(nothing))
                .hasValueSatisfying(first -> assertThat(first.candidate()).isEqualTo(line.getFirst()));
    }

    private static Deductions after(Dimension... asked) {
        var incident = opened();
        for (var dimension : asked) {
            var read = new Interpretation(dimension, List.of(), new Window.Usual(), 1, "");
            incident = decided(incident, new Command.Ask(SAM, dimension.id(), Understanding.answered(List.of(read))));
            incident = decided(incident, new Command.Wait(SAM, Duration.ofMinutes(2)));
        }
        return Deductions.of(incident, new Suppositions(incident));
    }

    private static Incident opened() {
        return Decider.open(TinyShop.scenario(), 42, TinyShop.BAD_RELEASE, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
    }

    private static Incident decided(Incident incident, Command command) {
        return Decider.decide(incident.scenario(), incident, command, incident.now())
                .after();
    }
}
