package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.ask;
import static mayday.incident.Playing.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** Hints: which comes next, what it costs, and when there is none. Their words come from elsewhere. */
class HintsTest {
    private static final Terms WITH_HINTS = new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.OFF);
    private static final Matter DEPLOYS = new Matter.Ask(Dimension.RECENT_DEPLOYS);
    private static final Matter TELL = new Matter.Tell();

    @Test
    void threeStepsAboutOneMatterEachAtThePriceThatWasTold() {
        var playing = practice();

        assertThat(offer(playing)).isEqualTo(next(HintStep.WHERE, 30, 9));
        playing.when(take(DEPLOYS, HintStep.WHERE))
                .then(new Event.HintTaken(SAM, DEPLOYS, HintStep.WHERE, "Look.", Duration.ofSeconds(30), 5));
        assertThat(playing.incident().now()).isEqualTo(minute(0).plusSeconds(30));

        assertThat(offer(playing)).isEqualTo(goingOn(DEPLOYS, HintStep.WHAT, 60, 8));
        playing.when(take(DEPLOYS, HintStep.WHAT))
                .then(new Event.HintTaken(SAM, DEPLOYS, HintStep.WHAT, "Look.", Duration.ofSeconds(60), 10));

        assertThat(offer(playing)).isEqualTo(goingOn(DEPLOYS, HintStep.MEANING, 60, 7));
        playing.when(take(DEPLOYS, HintStep.MEANING));

        assertThat(offer(playing)).isEqualTo(next(HintStep.WHERE, 30, 6));
    }

    @Test
    void aMatterIsDoneWithWhenTheLearnerHasDoneWhatItWasFor() {
        assertThat(offer(practice()
                        .when(take(DEPLOYS, HintStep.WHERE))
                        .when(ask("what changed?", Dimension.RECENT_DEPLOYS))))
                .isEqualTo(next(HintStep.WHERE, 30, 8));
        assertThat(offer(practice()
                        .when(take(TELL, HintStep.WHERE))
                        .when(new Command.PostUpdate(SAM, Audience.CHANNEL, "Looking into it."))))
                .isEqualTo(next(HintStep.WHERE, 30, 8));
    }

    @Test
    void aMatterGoesOnAfterOtherQuestions() {
        assertThat(offer(practice().when(take(DEPLOYS, HintStep.WHERE)).when(ask("cpu?", Dimension.CPU))))
                .isEqualTo(goingOn(DEPLOYS, HintStep.WHAT, 60, 8));
    }

    @Test
    void whoTakesAnotherStepThanTheNextIsToldItsPriceInstead() {
        practice()
                .when(take(DEPLOYS, HintStep.WHERE))
                .when(take(DEPLOYS, HintStep.WHERE))
                .thenRefused(
                        new Refusal.NotNow(
                                "The next hint is another by now: step 2, what to ask. Nothing was taken; look at its price and ask again."));
    }

    @Test
    void aLaterStepIsAboutTheSameMatter() {
        practice()
                .when(take(DEPLOYS, HintStep.WHERE))
                .when(take(TELL, HintStep.WHAT))
                .thenRefused(
                        new Refusal.NotNow(
                                "The next hint is another by now: step 2, what to ask. Nothing was taken; look at its price and ask again."));
    }

    @Test
    void nineAreAllThereAre() {
        var playing = practice();
        for (var matter = 0; matter < 3; matter++) {
            for (var step : HintStep.values()) {
                playing.when(take(DEPLOYS, step));
            }
        }

        assertThat(offer(playing)).isEqualTo(new HintOffer.None(new Refusal.LimitReached("hints", 9)));
        playing.when(take(DEPLOYS, HintStep.WHERE)).thenRefused(new Refusal.LimitReached("hints", 9));
    }

    @Test
    void thereAreNoneWithoutTermsThatAllowThem() {
        var without = new Refusal.NotNow("This incident is played without hints.");
        var playing = Playing.practice(TinyShop.BAD_RELEASE);

        assertThat(offer(playing)).isEqualTo(new HintOffer.None(without));
        playing.when(take(DEPLOYS, HintStep.WHERE)).thenRefused(without);
    }

    @Test
    void thereAreNoneAfterTheEnd() {
        var playing = practice().when(new Command.Close(SAM, "Over."));

        assertThat(offer(playing)).isEqualTo(new HintOffer.None(new Refusal.IncidentOver()));
    }

    @Test
    void onALiveClockAHintCostsPointsOnly() {
        var playing = Playing.with(TinyShop.scenario(), TinyShop.BAD_RELEASE, ClockMode.LIVE, WITH_HINTS);

        assertThat(offer(playing)).isEqualTo(next(HintStep.WHERE, 0, 9));
        playing.whenAt(minute(1), take(DEPLOYS, HintStep.WHERE))
                .thenAt(minute(1), new Event.HintTaken(SAM, DEPLOYS, HintStep.WHERE, "Look.", Duration.ZERO, 5));
    }

    @Test
    void aForkMayBeginBeforeAHint() {
        var history = practice().when(take(DEPLOYS, HintStep.WHERE)).incident().history();

        assertThat(history.getLast().event()).isInstanceOf(Event.HintTaken.class);
        assertThat(Forks.isMove(history, history.size())).isTrue();
    }

    private static Playing practice() {
        return Playing.with(TinyShop.scenario(), TinyShop.BAD_RELEASE, ClockMode.PRACTICE, WITH_HINTS);
    }

    private static Command take(Matter matter, HintStep step) {
        return new Command.TakeHint(SAM, matter, step, "Look.");
    }

    private static HintOffer offer(Playing playing) {
        return HintOffer.of(playing.incident());
    }

    private static HintOffer next(HintStep step, int seconds, int left) {
        return new HintOffer.Next(Optional.empty(), step, Duration.ofSeconds(seconds), left);
    }

    private static HintOffer goingOn(Matter matter, HintStep step, int seconds, int left) {
        return new HintOffer.Next(Optional.of(matter), step, Duration.ofSeconds(seconds), left);
    }
}
