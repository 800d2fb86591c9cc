package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.ask;
import static mayday.incident.Playing.live;
import static mayday.incident.Playing.minute;
import static mayday.incident.Playing.practice;
import static mayday.incident.Playing.waitFor;
import static mayday.scenario.TinyShop.BAD_FLAG;
import static mayday.scenario.TinyShop.BAD_RELEASE;
import static mayday.scenario.TinyShop.EDGE;
import static mayday.scenario.TinyShop.PAGED_AT;
import static mayday.scenario.TinyShop.SHOP;
import static mayday.scenario.TinyShop.SHOP_TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mayday.evidence.Answers;
import mayday.scenario.Action;
import mayday.scenario.AlertId;
import mayday.scenario.Audience;
import mayday.scenario.Cause;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.RegionId;
import mayday.scenario.Severity;
import mayday.scenario.StateId;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final Action ROLL_BACK = new Action.RollBack(SHOP, Where.everywhere());
    private static final Duration SLACK = Duration.ofMinutes(6);

    @Test
    void opensWithTheHistoryBeforeThePageAndThePage() {
        practice(BAD_RELEASE)
                .thenAt(minute(-8), new Event.CauseAdvanced(BAD_RELEASE, TinyShop.BROKEN))
                .thenAt(PAGED_AT, new Event.AlertFired(new AlertId("edge-5xx"), "5xx > 2 % on edge"));
    }

    @Test
    void answersAQuestionAfterTheTimeItTakesToLookItUp() {
        var playing = practice(BAD_RELEASE).when(ask("since when?", Dimension.START_TIME));
        var cost = Answers.costSeconds(Dimension.START_TIME);

        assertThat(playing.latest())
                .extracting(each -> each.event().getClass().getSimpleName())
                .containsExactly("QuestionAsked", "QuestionAnswered");
        assertThat(playing.incident().now()).isEqualTo(PAGED_AT.plusSeconds(cost));
    }

    @Test
    void anAskBackCostsTimeAndIsInTheJournal() {
        var askedBack = Understanding.refused(Outcome.ASK_BACK, "Of which service?");
        var playing = practice(BAD_RELEASE)
                .when(new Command.Ask(SAM, "cpu?", askedBack))
                .then(
                        new Event.QuestionAsked(
                                new QuestionId("Q1"), SAM, "cpu?", askedBack, PAGED_AT.plus(Costs.CLARIFYING)),
                        new Event.QuestionAnswered(new QuestionId("Q1"), "Of which service?", List.of(), List.of()));

        assertThat(playing.incident().now()).isEqualTo(PAGED_AT.plus(Costs.CLARIFYING));
    }

    @Test
    void onALiveClockTheAnswerArrivesWhenItIsReady() {
        var playing = live(BAD_RELEASE).when(ask("since when?", Dimension.START_TIME));
        assertThat(playing.latest()).hasSize(1);
        assertThat(playing.incident().pendingAnswers()).hasSize(1);

        playing.whenAt(minute(3), new Command.Observe());

        assertThat(playing.incident().pendingAnswers()).isEmpty();
        assertThat(playing.latest()).hasSize(1).allSatisfy(each -> {
            assertThat(each.event()).isInstanceOf(Event.QuestionAnswered.class);
            assertThat(each.at()).isEqualTo(PAGED_AT.plusSeconds(Answers.costSeconds(Dimension.START_TIME)));
        });
    }

    @Test
    void aQuestionThatIsNotUnderstoodIsAnsweredAtOnceAndRevealsNothing() {
        var offTopic = Understanding.refused(Outcome.OFF_TOPIC, "I only know about this system.");
        practice(BAD_RELEASE)
                .when(new Command.Ask(SAM, "how is the weather?", offTopic))
                .then(
                        new Event.QuestionAsked(new QuestionId("Q1"), SAM, "how is the weather?", offTopic, PAGED_AT),
                        new Event.QuestionAnswered(
                                new QuestionId("Q1"), "I only know about this system.", List.of(), List.of()));
    }

    @Test
    void rollingBackTheGuiltyReleaseEndsTheImpact() {
        var playing = practice(BAD_RELEASE)
                .when(new Command.Act(SAM, ROLL_BACK, "errors gone in five minutes"))
                .when(waitFor(SLACK));
        var done = playing.incident().actions().getFirst().completesAt();
        playing.thenAt(
                        done,
                        new Event.ActionCompleted(new ActionId("A1"), "shop runs its previous version, all regions."))
                .thenAt(done, new Event.CauseAdvanced(BAD_RELEASE, Cause.UNDONE))
                .when(waitFor(SLACK));

        assertThat(playing.incident().status()).isEqualTo(Status.MITIGATED);
        assertThat(playing.incident().impact())
                .isInstanceOfSatisfying(
                        Impact.Ended.class, ended -> assertThat(ended.since()).isBetween(done, done.plusSeconds(60)));
    }

    @Test
    void rollingBackAnotherServiceChangesNothingAboutTheCause() {
        var playing = practice(BAD_RELEASE)
                .when(new Command.Act(SAM, new Action.RollBack(EDGE, Where.everywhere()), ""))
                .when(waitFor(Duration.ofMinutes(12)));

        assertThat(playing.incident().status()).isEqualTo(Status.OPEN);
        assertThat(playing.incident().world().passages()).hasSize(1);
    }

    @Test
    void rollingBackInOneRegionLeavesTheOtherBroken() {
        var playing = practice(BAD_RELEASE)
                .when(new Command.Act(SAM, new Action.RollBack(SHOP, Where.in(TinyShop.EAST)), ""))
                .when(waitFor(SLACK));
        var world = playing.incident().world();
        var now = playing.incident().now();

        assertThat(world.undoneIn(BAD_RELEASE)).containsExactly(TinyShop.EAST);
        assertThat(errors(playing, TinyShop.EAST)).isLessThan(0.01);
        assertThat(errors(playing, TinyShop.WEST)).isGreaterThan(0.2);

        playing.when(new Command.Act(SAM, new Action.RollBack(SHOP, Where.in(TinyShop.WEST)), ""))
                .when(waitFor(SLACK));
        assertThat(playing.incident().now()).isAfter(now);
        assertThat(Undoing.current(playing.incident(), playing.incident().cause())
                        .orElseThrow()
                        .id())
                .isEqualTo(Cause.UNDONE);
    }

    @Test
    void turningTheGuiltyFlagOnAgainBringsTheFaultBack() {
        var playing = practice(BAD_FLAG)
                .when(new Command.Act(SAM, new Action.SetFlag("new-basket", false), ""))
                .when(waitFor(SLACK));
        assertThat(playing.incident().status()).isEqualTo(Status.MITIGATED);

        playing.when(new Command.Act(SAM, new Action.SetFlag("new-basket", true), ""))
                .when(waitFor(SLACK));

        assertThat(playing.incident().history()).extracting(Recorded::event).contains(new Event.ImpactReturned());
        assertThat(playing.incident().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aFaultThatPassesByItselfIsOverWithoutAnyMove() {
        var playing = practice(TinyShop.PASSING).when(waitFor(Duration.ofMinutes(12)));

        playing.thenAt(minute(7), new Event.CauseAdvanced(TinyShop.PASSING, new StateId("over")));
        assertThat(playing.incident().status()).isEqualTo(Status.MITIGATED);
    }

    @Test
    void peopleAnswerWhenTheyArePaged() {
        practice(BAD_RELEASE)
                .when(new Command.Escalate(SAM, SHOP_TEAM, "please look"))
                .when(waitFor(SLACK))
                .thenAt(
                        PAGED_AT.plusSeconds(20 + 240),
                        new Event.ReplyReceived(SHOP_TEAM, "Sam", "We shipped 1.4.0 just before it started."))
                .thenAt(minute(4), new Event.MessageReceived("Ines", "Anything I can tell support?"));
    }

    @Test
    void aCancelledActionDoesNotHappen() {
        var playing = practice(BAD_RELEASE)
                .when(new Command.Act(SAM, ROLL_BACK, ""))
                .when(new Command.CancelAction(SAM, new ActionId("A1")))
                .when(waitFor(Duration.ofMinutes(10)));

        assertThat(playing.incident().world().passages()).hasSize(1);
        assertThat(playing.incident().actions().getFirst().progress()).isEqualTo(StartedAction.Progress.CANCELLED);
    }

    @Test
    void timeRunsOut() {
        var playing = practice(BAD_RELEASE)
                .when(waitFor(Duration.ofMinutes(20)))
                .when(waitFor(Duration.ofMinutes(20)))
                .thenRefused(new Refusal.IncidentOver())
                .thenAt(minute(30), new Event.TimeRanOut());

        assertThat(playing.incident().status()).isEqualTo(Status.TIMED_OUT);
        playing.when(new Command.Acknowledge(SAM)).thenRefused(new Refusal.IncidentOver());
        assertThat(playing.latest()).isEmpty();
    }

    @Test
    void aPracticeMoveTakesItsTimeBeforeItStands() {
        practice(BAD_RELEASE)
                .when(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, " We are on it. "))
                .thenAt(PAGED_AT.plusSeconds(30), new Event.UpdatePosted(Audience.STATUS_PAGE, "We are on it.", SAM))
                .when(new Command.DeclareSeverity(SAM, Severity.SEV2))
                .thenAt(PAGED_AT.plusSeconds(40), new Event.SeverityDeclared(Severity.SEV2, SAM));
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheReason() {
        var playing = practice(BAD_RELEASE);
        playing.when(new Command.Ask(SAM, "x".repeat(401), Playing.understood(Dimension.CPU)))
                .thenRefused(new Refusal.OutOfRange("question", "at most 400 characters long"));
        playing.when(new Command.Act(SAM, new Action.SetFlag("no-such", false), ""))
                .thenRefused(new Refusal.Unknown("flag", "no-such"));
        playing.when(new Command.Act(SAM, new Action.DrainRegion(new RegionId("moon")), ""))
                .thenRefused(new Refusal.Unknown("region", "moon"));
        playing.when(new Command.StateHypothesis(SAM, "", FaultClass.DNS, "nowhere", 50))
                .thenRefused(new Refusal.Unknown("target", "nowhere"));
        playing.when(new Command.ReviseHypothesis(SAM, new HypothesisId("H7"), 50))
                .thenRefused(new Refusal.Unknown("hypothesis", "H7"));
        assertThat(playing.incident().version())
                .isEqualTo(practice(BAD_RELEASE).incident().version());
    }

    @Test
    void theSameActionOnTheSameTargetCannotRunTwice() {
        practice(BAD_RELEASE)
                .when(new Command.Act(SAM, ROLL_BACK, ""))
                .when(new Command.Act(SAM, ROLL_BACK, ""))
                .thenRefused(new Refusal.NotNow("The same action is still running on the same target."));
    }

    @Test
    void theLastRegionCannotBeDrained() {
        practice(BAD_RELEASE)
                .when(new Command.Act(SAM, new Action.DrainRegion(TinyShop.EAST), ""))
                .when(waitFor(SLACK))
                .when(new Command.Act(SAM, new Action.DrainRegion(TinyShop.WEST), ""))
                .thenRefused(new Refusal.NotNow("It is the last region that takes traffic."));
    }

    @Test
    void causesAreDrawnByWeight() {
        var scenario = TinyShop.scenario();
        var drawn = new java.util.TreeMap<String, Integer>();
        for (var seed = 0; seed < 3_000; seed++) {
            drawn.merge(Decider.drawCause(scenario, seed).value(), 1, Integer::sum);
        }
        assertThat(drawn)
                .hasSize(3)
                .allSatisfy((cause, times) -> assertThat(times).isBetween(900, 1_100));
    }

    private static double errors(Playing playing, RegionId region) {
        return playing.incident()
                .world()
                .trajectory()
                .at(
                        mayday.scenario.Signal.ERROR_RATIO,
                        SHOP,
                        Where.in(region),
                        playing.incident().now());
    }
}
