package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.debrief.Debrief.Elapsed;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

class DebriefsTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final Command ROLL_BACK =
            new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), "");
    private static final Command CLOSE = new Command.Close(SAM, "Release 1.4.0 was bad; rolled back.");

    @Test
    void whoAsksFirstActsNarrowlyAndVerifiesHasAllPointsForThat() {
        var debrief = played(
                TinyShop.BAD_RELEASE,
                new Command.Acknowledge(SAM),
                ask(Dimension.SERVICE_SCOPE),
                ask(Dimension.START_TIME),
                ask(Dimension.REGION_SCOPE),
                ask(Dimension.CUSTOMER_IMPACT),
                ask(Dimension.RECENT_DEPLOYS),
                ROLL_BACK,
                pause(8),
                ask(Dimension.ERROR_RATE),
                CLOSE);

        assertThat(part(debrief, "scope-first").score()).isEqualTo(100);
        assertThat(part(debrief, "mitigation-judgement").score()).isEqualTo(100);
        assertThat(debrief.time().acknowledge()).isEqualTo(new Elapsed.After(Duration.ZERO));
        assertThat(debrief.time().mitigate()).isInstanceOf(Elapsed.After.class);
        assertThat(debrief.impact().actual().failedRequests())
                .isLessThan(debrief.impact().doNothing().failedRequests());
    }

    @Test
    void whoJumpsToFixesHasAPoorStructureAndReadsWhy() {
        var restart = new Command.Act(SAM, new Action.Restart(TinyShop.EDGE, Where.in(TinyShop.EAST)), "");
        var debrief = played(TinyShop.BAD_RELEASE, restart, ROLL_BACK, pause(8), CLOSE);

        assertThat(part(debrief, "scope-first").score()).isZero();
        assertThat(part(debrief, "mitigation-judgement").findings())
                .extracting(Finding::text)
                .contains(
                        "\"Restart edge, east\" at 14:00 was a guess: you had not had any answer yet.",
                        "\"Roll back shop, all regions\" at 14:00 was a guess: you had not had any answer yet.",
                        "You did not check that customers had recovered.");
    }

    @Test
    void anActionThatHurtsIsFoundByPlayingWithoutIt() {
        var shed = new Command.Act(SAM, new Action.ShedLoad(50, Where.everywhere()), "");
        var debrief = played(TinyShop.BAD_RELEASE, ask(Dimension.SERVICE_SCOPE), shed, pause(6), CLOSE);

        assertThat(part(debrief, "mitigation-judgement").findings()).anySatisfy(finding -> {
            assertThat(finding.text()).startsWith("\"Shed 50 % of load, all regions\" at 14:0");
            assertThat(finding.text()).contains("made it worse");
            assertThat(finding.points()).isEqualTo(-15);
        });
        assertThat(debrief.impact().actual().failedRequests())
                .isGreaterThan(debrief.impact().doNothing().failedRequests());
    }

    @Test
    void scopeThatIsSettledAfterNamingACauseCountsHalf() {
        var debrief = played(
                TinyShop.BAD_RELEASE,
                ask(Dimension.START_TIME),
                new Command.StateHypothesis(SAM, "the release", FaultClass.BAD_RELEASE, "shop", 70),
                ask(Dimension.REGION_SCOPE),
                CLOSE);

        assertThat(part(debrief, "scope-first").findings())
                .extracting(Finding::points)
                .containsExactly(0, 20, 10, 0, 0);
        assertThat(part(debrief, "scope-first").score()).isEqualTo(30);
    }

    @Test
    void whoDoesNothingHasNoTimeToMitigateAndTheCostOfDoingNothing() {
        var incident = opened(TinyShop.BAD_RELEASE);
        incident = decided(incident, new Command.Observe(), incident.scenario().endsAt());

        var debrief = Debriefs.of(incident);

        assertThat(debrief.time().acknowledge()).isEqualTo(new Elapsed.Never());
        assertThat(debrief.time().mitigate()).isEqualTo(new Elapsed.Never());
        assertThat(debrief.impact().actual()).isEqualTo(debrief.impact().doNothing());
        assertThat(part(debrief, "mitigation-judgement").score()).isZero();
        assertThat(debrief.timeline())
                .last()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("Time ran out"));
    }

    @Test
    void theSameStreamGetsTheSameDebrief() {
        var moves = new Command[] {ask(Dimension.START_TIME), ROLL_BACK, pause(8), CLOSE};

        assertThat(played(TinyShop.BAD_RELEASE, moves).structure())
                .isEqualTo(played(TinyShop.BAD_RELEASE, moves).structure());
    }

    @Test
    void repeatingAQuestionNeverRaisesTheScore() {
        var once = played(TinyShop.BAD_RELEASE, ask(Dimension.START_TIME), ROLL_BACK, pause(8), CLOSE);
        var twice = played(
                TinyShop.BAD_RELEASE, ask(Dimension.START_TIME), ask(Dimension.START_TIME), ROLL_BACK, pause(8), CLOSE);

        assertThat(twice.structure().score())
                .isLessThanOrEqualTo(once.structure().score());
    }

    @Test
    void anOpenIncidentHasNoDebrief() {
        assertThatThrownBy(() -> Debriefs.of(opened(TinyShop.BAD_FLAG))).hasMessage("the incident is still open");
    }

    private static Debrief played(CauseId cause, Command... moves) {
        var incident = opened(cause);
        for (var move : moves) {
            incident = decided(incident, move, incident.now());
        }
        return Debriefs.of(incident);
    }

    private static Incident opened(CauseId cause) {
        return Decider.open(TinyShop.scenario(), 42, cause, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
    }

    private static Incident decided(Incident incident, Command command, Instant now) {
        return Decider.decide(incident.scenario(), incident, command, now).after();
    }

    private static Command ask(Dimension dimension) {
        var read = new Interpretation(dimension, List.of(), new Window.Usual(), 1, "");
        return new Command.Ask(SAM, dimension.words() + "?", Understanding.answered(List.of(read)));
    }

    private static Command pause(int minutes) {
        return new Command.Wait(SAM, Duration.ofMinutes(minutes));
    }

    private static Part part(Debrief debrief, String id) {
        return debrief.structure().parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
