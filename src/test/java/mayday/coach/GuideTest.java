package mayday.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** Which steps of the guide are done, and what it proposes for the next. */
class GuideTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final Action ROLL_BACK = new Action.RollBack(TinyShop.SHOP, Where.everywhere());

    private Incident incident = open(TinyShop.BAD_RELEASE, Terms.Coaching.GUIDE);

    @Test
    void leadsFromThePageToTheEnd() {
        assertThat(next()).isEqualTo(GuideStep.READ);
        make(new Command.Acknowledge(SAM));
        assertThat(next()).isEqualTo(GuideStep.WHO);
        make(ask(Dimension.CUSTOMER_IMPACT));
        assertThat(next()).isEqualTo(GuideStep.WHEN);
        make(ask(Dimension.START_TIME));
        assertThat(next()).isEqualTo(GuideStep.TELL);
        make(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "Some checkouts fail."));
        assertThat(next()).isEqualTo(GuideStep.CHANGED);
        make(ask(Dimension.RECENT_DEPLOYS));
        assertThat(next()).isEqualTo(GuideStep.SUPPOSE);
        make(think(FaultClass.BAD_RELEASE));
        assertThat(next()).isEqualTo(GuideStep.TEST);
        make(ask(Dimension.LOGS));
        assertThat(next()).isEqualTo(GuideStep.ACT);
        make(new Command.Act(SAM, ROLL_BACK, ""));
        assertThat(next()).isEqualTo(GuideStep.ACT);
        make(new Command.Wait(SAM, Duration.ofMinutes(8)));
        assertThat(next()).isEqualTo(GuideStep.WELL);
        make(ask(Dimension.ERROR_RATE));
        assertThat(next()).isEqualTo(GuideStep.CLOSE);
        make(new Command.Close(SAM, "Rolled back; the error rate is as it was."));
        assertThat(done()).containsExactly(GuideStep.values());
    }

    @Test
    void anotherOrderIsAsGood() {
        make(ask(Dimension.RECENT_DEPLOYS));
        make(ask(Dimension.START_TIME));

        assertThat(done()).containsExactly(GuideStep.WHEN, GuideStep.CHANGED);
        assertThat(next()).isEqualTo(GuideStep.READ);
    }

    @Test
    void whoRulesTheOnlyHypothesisOutNeedsAnother() {
        make(think(FaultClass.CACHE));
        make(ask(Dimension.CACHE));
        assertThat(done()).contains(GuideStep.SUPPOSE, GuideStep.TEST);

        make(new Command.JudgeHypothesis(SAM, new HypothesisId("H1"), Verdict.RULED_OUT, List.of()));

        assertThat(done()).doesNotContain(GuideStep.SUPPOSE, GuideStep.TEST);
    }

    @Test
    void anActionThatHelpedNobodyIsNotTheEnd() {
        make(new Command.Act(SAM, new Action.Restart(TinyShop.DB, Where.everywhere()), ""));
        make(new Command.Wait(SAM, Duration.ofMinutes(5)));
        make(ask(Dimension.ERROR_RATE));

        assertThat(done()).contains(GuideStep.ACT).doesNotContain(GuideStep.WELL);
    }

    @Test
    void whoSupposesSomethingElseAfterAnActionIsLedToTheNext() {
        make(think(FaultClass.CACHE));
        make(new Command.Act(SAM, new Action.Restart(TinyShop.DB, Where.everywhere()), ""));
        make(new Command.Wait(SAM, Duration.ofMinutes(5)));
        make(ask(Dimension.ERROR_RATE));
        assertThat(done()).contains(GuideStep.ACT);

        make(new Command.JudgeHypothesis(SAM, new HypothesisId("H1"), Verdict.RULED_OUT, List.of()));
        make(think(FaultClass.BAD_RELEASE));

        assertThat(done()).doesNotContain(GuideStep.ACT);
        assertThat(leads(GuideStep.ACT)).containsExactly(new Lead.Act("roll-back", "Roll back", "shop"));
    }

    @Test
    void proposesWhatTheLearnerWasShownAndSupposes() {
        assertThat(leads(GuideStep.SUPPOSE)).containsExactly(new Lead.Suppose(FaultClass.OTHER, ""));
        make(ask(Dimension.RECENT_DEPLOYS));
        assertThat(leads(GuideStep.SUPPOSE)).first().isEqualTo(new Lead.Suppose(FaultClass.BAD_RELEASE, "shop"));

        assertThat(leads(GuideStep.ACT)).isEmpty();
        make(think(FaultClass.BAD_RELEASE));
        assertThat(leads(GuideStep.ACT)).containsExactly(new Lead.Act("roll-back", "Roll back", "shop"));
    }

    /** It reads the learner's record alone: the same moves under another cause that look the same get the same guide. */
    @Test
    void knowsNothingOfTheCause() {
        make(new Command.Acknowledge(SAM));
        make(think(FaultClass.BAD_RELEASE));
        var release = Guide.steps(incident);

        incident = open(TinyShop.BAD_FLAG, Terms.Coaching.GUIDE);
        make(new Command.Acknowledge(SAM));
        make(think(FaultClass.BAD_RELEASE));

        assertThat(Guide.steps(incident)).isEqualTo(release);
    }

    @Test
    void isSilentUnlessItIsWanted() {
        assertThat(Guide.steps(open(TinyShop.BAD_RELEASE, Terms.Coaching.CLOSE)))
                .isEmpty();
    }

    private static Incident open(CauseId cause, Terms.Coaching coach) {
        return Decider.open(
                        TinyShop.scenario(),
                        42,
                        cause,
                        ClockMode.PRACTICE,
                        Instant.EPOCH,
                        SAM,
                        new Terms(Terms.DEFAULT_RUBRIC, false, coach))
                .after();
    }

    private GuideStep next() {
        return Guide.steps(incident).stream()
                .filter(step -> !step.done())
                .findFirst()
                .orElseThrow()
                .step();
    }

    private List<GuideStep> done() {
        return Guide.steps(incident).stream()
                .filter(Guide.Step::done)
                .map(Guide.Step::step)
                .toList();
    }

    private List<Lead> leads(GuideStep step) {
        return Guide.steps(incident).stream()
                .filter(each -> each.step() == step)
                .findFirst()
                .orElseThrow()
                .leads();
    }

    private void make(Command command) {
        incident = Decider.decide(incident.scenario(), incident, command, incident.now())
                .after();
    }

    private static Command think(FaultClass fault) {
        return new Command.StateHypothesis(SAM, "", fault, "shop", 40);
    }

    private static Command ask(Dimension dimension) {
        return new Command.Ask(
                SAM,
                dimension.name(),
                Understanding.answered(List.of(new Interpretation(dimension, List.of(), new Window.Usual(), 1, ""))));
    }
}
