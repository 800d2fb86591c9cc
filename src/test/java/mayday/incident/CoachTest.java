package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.ask;
import static mayday.incident.Playing.minute;
import static mayday.incident.Playing.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mayday.evidence.EvidenceId;
import mayday.incident.Terms.Coaching;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the coach speaks: for reasons that the learner's own record holds, once for each. */
class CoachTest {
    private static final Action ROLL_BACK = new Action.RollBack(TinyShop.SHOP, Where.everywhere());

    @Test
    void twoMinutesWithoutAMoveOnALiveClock() {
        var playing = live().whenAt(minute(1), new Command.Acknowledge(SAM));

        playing.whenAt(minute(10), new Command.Observe());

        assertThat(remarks(playing)).containsExactly("IDLE " + minute(1) + " @3:00");
    }

    @Test
    void isSilentWhileAnAnswerOrAnActionIsOnItsWay() {
        var playing = live().whenAt(minute(1), ask("what changed?", Dimension.RECENT_DEPLOYS))
                .whenAt(minute(1).plusSeconds(100), act(ROLL_BACK));

        playing.whenAt(minute(4), new Command.Observe());

        assertThat(remarks(playing)).isEmpty();
    }

    @Test
    void aLongWaitWithoutALookInPractice() {
        var playing = practice().when(waitFor(Duration.ofMinutes(3)));
        assertThat(remarks(playing)).isEmpty();

        playing.when(waitFor(Duration.ofMinutes(2)));

        assertThat(remarks(playing)).containsExactly("LONG_WAIT  @5:00");
    }

    @Test
    void waitingForAnActionIsNoIdleness() {
        var playing = practice()
                .when(ask("which services?", Dimension.SERVICE_SCOPE))
                .when(new Command.PostUpdate(SAM, Audience.CHANNEL, "Looking into it."))
                .when(act(new Action.DrainRegion(TinyShop.EAST)))
                .when(waitFor(Duration.ofMinutes(3)));

        assertThat(remarks(playing)).isEmpty();
    }

    @Test
    void anActionBeforeAnythingAboutTheScopeWasAsked() {
        assertThat(remarks(practice().when(act(ROLL_BACK)))).containsExactly("ACTED_UNSCOPED A1 @0:10");
        assertThat(remarks(practice()
                        .when(ask("since when?", Dimension.START_TIME))
                        .when(act(ROLL_BACK))))
                .isEmpty();
    }

    @Test
    void theThirdMoveAlongAHypothesisThatTheLearnerRuledOut() {
        var playing = practice()
                .when(ask("what changed?", Dimension.RECENT_DEPLOYS))
                .when(think(FaultClass.BAD_RELEASE, 40))
                .when(judge(Verdict.RULED_OUT))
                .when(ask("deploys again?", Dimension.RECENT_DEPLOYS))
                .when(act(ROLL_BACK));
        assertThat(remarks(playing)).isEmpty();

        playing.when(ask("and deploys?", Dimension.RECENT_DEPLOYS));

        assertThat(remarks(playing)).singleElement().asString().startsWith("REFUTED H1");
    }

    @Test
    void evidenceLinkedAgainstAHypothesisRefutesItTooWhateverIsTrue() {
        var playing = practice()
                .when(ask("what changed?", Dimension.RECENT_DEPLOYS))
                .when(think(FaultClass.BAD_RELEASE, 40))
                .when(new Command.LinkEvidence(SAM, new HypothesisId("H1"), new EvidenceId("E1"), Stance.AGAINST))
                .when(new Command.ReviseHypothesis(SAM, new HypothesisId("H1"), 50))
                .when(new Command.ReviseHypothesis(SAM, new HypothesisId("H1"), 60))
                .when(new Command.ReviseHypothesis(SAM, new HypothesisId("H1"), 70));

        assertThat(remarks(playing)).singleElement().asString().startsWith("REFUTED H1");
    }

    @Test
    void movesAlongAHypothesisThatNothingSpeaksAgainstAreNoConcern() {
        var playing = practice()
                .when(ask("what changed?", Dimension.RECENT_DEPLOYS))
                .when(think(FaultClass.CACHE, 40))
                .when(ask("caches?", Dimension.CACHE))
                .when(ask("caches?", Dimension.CACHE))
                .when(ask("caches?", Dimension.CACHE));

        assertThat(remarks(playing)).isEmpty();
    }

    @Test
    void customersAreKnownToBeHurtAndNobodyWasToldForFiveMinutes() {
        var playing = practice().when(ask("who is hurt?", Dimension.CUSTOMER_IMPACT));
        var known = playing.incident().now();

        playing.when(waitFor(Duration.ofMinutes(4)))
                .when(ask("cpu?", Dimension.CPU))
                .when(waitFor(Duration.ofMinutes(1)));

        assertThat(remarks(playing)).containsExactly("NOBODY_TOLD  @" + since(known.plus(Duration.ofMinutes(5))));
    }

    @Test
    void anUpdateInTimeKeepsItSilent() {
        var playing = practice()
                .when(ask("who is hurt?", Dimension.CUSTOMER_IMPACT))
                .when(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "Some checkouts fail. More in 15 minutes."))
                .when(waitFor(Duration.ofMinutes(4)))
                .when(ask("cpu?", Dimension.CPU))
                .when(waitFor(Duration.ofMinutes(4)));

        assertThat(remarks(playing)).isEmpty();
    }

    @Test
    void eightyPerCentWithNothingThatSpeaksForIt() {
        var playing = practice()
                .when(ask("which services?", Dimension.SERVICE_SCOPE))
                .when(think(FaultClass.BAD_RELEASE, 80));
        var stated = playing.incident().now();

        playing.when(waitFor(Duration.ofMinutes(3)));

        assertThat(remarks(playing)).containsExactly("UNSUPPORTED H1 @" + since(stated.plus(Duration.ofMinutes(2))));
    }

    @Test
    void evidenceForItOrLessConfidenceKeepsItSilent() {
        var linked = practice()
                .when(ask("what changed?", Dimension.RECENT_DEPLOYS))
                .when(think(FaultClass.BAD_RELEASE, 90))
                .when(new Command.LinkEvidence(SAM, new HypothesisId("H1"), new EvidenceId("E1"), Stance.FOR));
        var unsure = practice().when(think(FaultClass.BAD_RELEASE, 79));

        assertThat(remarks(linked.when(waitFor(Duration.ofMinutes(3))))).isEmpty();
        assertThat(remarks(unsure.when(waitFor(Duration.ofMinutes(3))))).isEmpty();
    }

    @Test
    void anActionWhoseEffectNobodyLookedAt() {
        var playing = practice()
                .when(ask("which services?", Dimension.SERVICE_SCOPE))
                .when(new Command.PostUpdate(SAM, Audience.CHANNEL, "Looking into it."))
                .when(act(ROLL_BACK))
                .when(waitFor(Duration.ofMinutes(9)));
        var done = playing.incident().action(new ActionId("A1")).orElseThrow().completesAt();

        assertThat(remarks(playing)).contains("UNWATCHED A1 @" + since(done.plus(Duration.ofMinutes(3))));
    }

    @Test
    void closingWithoutALookIsAskedAboutOnce() {
        var playing = practice().when(new Command.Close(SAM, "It was the release."));

        playing.thenRefused(new Refusal.CoachAsks(
                "Customers may still be hurt: they were at your last look, or you have not looked since you last did something, or"
                        + " not at all."));
        assertThat(remarks(playing)).containsExactly("CLOSING  @0:00");
        assertThat(playing.incident().isOver()).isFalse();

        playing.when(new Command.Close(SAM, "It was the release."));

        assertThat(playing.incident().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void closingWhileTheLastLookShowedHurtIsAskedAboutToo() {
        var playing = practice()
                .when(ask("who is hurt?", Dimension.CUSTOMER_IMPACT))
                .when(new Command.Close(SAM, "It was the release."));

        assertThat(remarks(playing)).singleElement().asString().startsWith("CLOSING");
    }

    @Test
    void whoLookedAndSawThemWellClosesAtOnce() {
        var playing = practice()
                .when(ask("which services?", Dimension.SERVICE_SCOPE))
                .when(new Command.PostUpdate(SAM, Audience.CHANNEL, "Looking into it."))
                .when(act(ROLL_BACK))
                .when(waitFor(Duration.ofMinutes(6)))
                .when(ask("who is hurt?", Dimension.CUSTOMER_IMPACT))
                .when(new Command.Close(SAM, "It was the release; rolled back."));

        assertThat(playing.incident().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void speaksOfEachMatterOnceAndThreeTimesOfAKindAtMost() {
        var playing = live();
        for (var minute = 1; minute < 25; minute += 4) {
            playing.whenAt(minute(minute), new Command.DeclareSeverity(SAM, mayday.scenario.Severity.SEV2));
        }

        assertThat(remarks(playing))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).startsWith("IDLE"));
    }

    @ParameterizedTest
    @EnumSource(Coaching.class)
    void saysAsMuchAsItsLevelAllows(Coaching level) {
        var playing = Playing.with(
                        TinyShop.scenario(),
                        TinyShop.BAD_RELEASE,
                        ClockMode.PRACTICE,
                        new Terms("default", false, level))
                .when(act(ROLL_BACK));

        assertThat(spoken(playing).map(Event.CoachSpoke::text).toList())
                .isEqualTo(
                        switch (level) {
                            case OFF -> List.of();
                            case SPARSE -> List.of("What told you that A1 (Roll back shop, all regions) could help?");
                            case USUAL ->
                                List.of(
                                        "A1 (Roll back shop, all regions) was started before anything about the scope was asked: which"
                                                + " service, since when, where, who is hurt, what changed.");
                            case CLOSE, GUIDE ->
                                List.of(
                                        "A1 (Roll back shop, all regions) was started before the scope was known. Ask now which services"
                                                + " fail and since when; if that speaks against it, it can still be cancelled.");
                        });
    }

    /** The same moves get the same remarks whichever cause is true, as long as the answers show the same. */
    @Test
    void knowsNoMoreThanTheLearner() {
        var release = coached(TinyShop.BAD_RELEASE);
        var flag = coached(TinyShop.BAD_FLAG);

        assertThat(remarks(release)).hasSizeGreaterThan(2).isEqualTo(remarks(flag));
    }

    private static Playing coached(mayday.scenario.CauseId cause) {
        return Playing.with(TinyShop.scenario(), cause, ClockMode.PRACTICE, new Terms("default", false, Coaching.USUAL))
                .when(act(new Action.Restart(TinyShop.DB, Where.everywhere())))
                .when(think(FaultClass.BAD_RELEASE, 90))
                .when(ask("who is hurt?", Dimension.CUSTOMER_IMPACT))
                .when(waitFor(Duration.ofMinutes(8)))
                .when(new Command.Close(SAM, "Over."));
    }

    private static Playing practice() {
        return Playing.with(TinyShop.scenario(), TinyShop.BAD_RELEASE, ClockMode.PRACTICE, usual());
    }

    private static Playing live() {
        return Playing.with(TinyShop.scenario(), TinyShop.BAD_RELEASE, ClockMode.LIVE, usual());
    }

    private static Terms usual() {
        return new Terms(Terms.DEFAULT_RUBRIC, false, Coaching.USUAL);
    }

    private static Command act(Action action) {
        return new Command.Act(SAM, action, "");
    }

    private static Command think(FaultClass fault, int confidence) {
        return new Command.StateHypothesis(SAM, "", fault, "shop", confidence);
    }

    private static Command judge(Verdict verdict) {
        return new Command.JudgeHypothesis(SAM, new HypothesisId("H1"), verdict, List.of());
    }

    private static Stream<Event.CoachSpoke> spoken(Playing playing) {
        return playing.incident().history().stream()
                .flatMap(each -> each.event() instanceof Event.CoachSpoke spoke ? Stream.of(spoke) : Stream.of());
    }

    private static List<String> remarks(Playing playing) {
        return playing.incident().history().stream()
                .flatMap(each -> each.event() instanceof Event.CoachSpoke(var prompt, var about, var _)
                        ? Stream.of(prompt + " " + about + " @" + since(each.at()))
                        : Stream.<String>of())
                .toList();
    }

    private static String since(Instant at) {
        var length = Duration.between(TinyShop.PAGED_AT, at);
        return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }
}
