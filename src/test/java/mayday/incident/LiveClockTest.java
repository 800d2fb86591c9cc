package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.live;
import static mayday.incident.Playing.minute;
import static mayday.incident.Playing.practice;
import static mayday.scenario.TinyShop.BAD_RELEASE;
import static mayday.scenario.TinyShop.PAGED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** A facilitator stops the live clock, lets it go on, and gives more time. */
class LiveClockTest {
    private static final Participant FAY = new Participant("f1", "Fay");
    private static final Instant OPENED = Instant.EPOCH;
    private static final Command PAUSE = new Command.PauseClock(FAY);
    private static final Command RESUME = new Command.ResumeClock(FAY, real(60));

    private static Instant real(int minutes) {
        return OPENED.plus(Duration.ofMinutes(minutes));
    }

    private static Command extend(int minutes) {
        return new Command.ExtendTime(FAY, Duration.ofMinutes(minutes));
    }

    @Test
    void whilePausedItStandsStillWhateverTheWallClockDoes() {
        var paused = live(BAD_RELEASE).whenAt(minute(3), PAUSE).then(new Event.ClockPaused(FAY));

        assertThat(IncidentClock.now(paused.incident(), real(3))).isEqualTo(minute(3));
        assertThat(IncidentClock.now(paused.incident(), real(500))).isEqualTo(minute(3));
        assertThat(IncidentClock.now(paused.incident(), real(-500))).isEqualTo(minute(3));
        assertThat(paused.incident().isOver()).isFalse();
    }

    @Test
    void goesOnFromWhereItStopped() {
        var resumed = live(BAD_RELEASE)
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), RESUME)
                .then(new Event.ClockResumed(FAY, real(60)))
                .thenAt(minute(3), new Event.ClockResumed(FAY, real(60)))
                .incident();

        assertThat(IncidentClock.now(resumed, real(60))).isEqualTo(minute(3));
        assertThat(IncidentClock.now(resumed, real(62))).isEqualTo(minute(5));
    }

    @Test
    void nothingFallsDueWhilePausedAndAllOfItAfterwards() {
        var ines = new Event.MessageReceived("Ines", "Anything I can tell support?");
        var playing = live(BAD_RELEASE).whenAt(minute(3), PAUSE);

        playing.whenAt(minute(29), new Command.Observe()).then();
        playing.whenAt(minute(3), RESUME);
        playing.whenAt(minute(5), new Command.Observe()).thenAt(minute(4), ines);
    }

    @Test
    void movesOfThosePlayingAreRefusedWhilePausedAndTakenAfterwards() {
        var acknowledge = new Command.Acknowledge(SAM);
        live(BAD_RELEASE)
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), acknowledge)
                .thenRefused(new Refusal.Paused())
                .then()
                .whenAt(minute(3), RESUME)
                .whenAt(minute(3), acknowledge)
                .then(new Event.Acknowledged(SAM));
        assertThat(new Refusal.Paused().reason())
                .isEqualTo(
                        "The facilitator has paused the drill. Nothing is lost: make this move again when it goes on.");
    }

    @Test
    void aWallClockThatGoesBackwardsMovesNoTimeBackwards() {
        var moved = live(BAD_RELEASE)
                .whenAt(minute(3), new Command.Acknowledge(SAM))
                .incident();

        assertThat(IncidentClock.now(moved, real(2))).isEqualTo(minute(3));
        assertThat(IncidentClock.now(moved, real(-600))).isEqualTo(minute(3));
        assertThat(IncidentClock.now(moved, real(4))).isEqualTo(minute(4));
    }

    @Test
    void runsAtTheSpeedThatItWasOpenedWithAlsoAfterAPause() {
        var fast = new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 2.5);
        var playing = Playing.with(TinyShop.scenario(), BAD_RELEASE, ClockMode.LIVE, fast);
        assertThat(IncidentClock.now(playing.incident(), real(2))).isEqualTo(minute(5));

        var resumed = playing.whenAt(minute(5), PAUSE).whenAt(minute(5), RESUME).incident();
        assertThat(IncidentClock.now(resumed, real(64))).isEqualTo(minute(15));
    }

    @Test
    void knowsNoSpeedOutsideOneToTen() {
        assertThatThrownBy(() -> new Terms("default", false, Terms.Coaching.OFF, 0.9))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms("default", false, Terms.Coaching.OFF, 10.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Terms.isSpeed(Double.NaN)).isFalse();
        assertThat(Terms.isSpeed(10)).isTrue();
    }

    @Test
    void moreTimeMovesTheEnd() {
        var extended = live(BAD_RELEASE)
                .whenAt(minute(2), extend(10))
                .then(new Event.TimeExtended(FAY, Duration.ofMinutes(10)));
        assertThat(extended.incident().endsAt()).isEqualTo(minute(40));
        assertThat(extended.incident().limit()).isEqualTo(Duration.ofMinutes(40));

        extended.whenAt(minute(39), new Command.Observe());
        assertThat(extended.incident().isOver()).isFalse();
        extended.whenAt(minute(41), new Command.Observe()).thenAt(minute(40), new Event.TimeRanOut());
    }

    @Test
    void moreTimeCanBeGivenWhilePaused() {
        live(BAD_RELEASE)
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), extend(1))
                .then(new Event.TimeExtended(FAY, Duration.ofMinutes(1)));
    }

    @Test
    void pausingTwiceAndResumingWhatRunsAreRefused() {
        live(BAD_RELEASE)
                .whenAt(minute(3), RESUME)
                .thenRefused(new Refusal.NotNow("The clock is running; there is nothing to resume."))
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), PAUSE)
                .thenRefused(new Refusal.NotNow("The clock is paused already."))
                .then();
    }

    @Test
    void aPracticeClockCanBeNeitherPausedNorResumedNorExtended() {
        practice(BAD_RELEASE)
                .when(PAUSE)
                .thenRefused(new Refusal.NotNow(
                        "A practice clock moves only when somebody makes a move; there is nothing to pause."))
                .when(RESUME)
                .thenRefused(new Refusal.NotNow(
                        "A practice clock moves only when somebody makes a move; there is nothing to resume."))
                .when(extend(5))
                .thenRefused(new Refusal.NotNow("Only a live clock can be given more time; this is a practice clock."));
    }

    @Test
    void moreTimeHasItsBounds() {
        var rest = new Refusal.OutOfRange("added time", "1 to 20 whole minutes");
        live(BAD_RELEASE)
                .whenAt(minute(3), extend(121))
                .thenRefused(new Refusal.OutOfRange("added time", "1 to 120 whole minutes"))
                .whenAt(minute(3), extend(100))
                .whenAt(minute(3), extend(0))
                .thenRefused(rest)
                .whenAt(minute(3), extend(-5))
                .thenRefused(rest)
                .whenAt(minute(3), new Command.ExtendTime(FAY, Duration.ofSeconds(90)))
                .thenRefused(rest)
                .whenAt(minute(3), new Command.ExtendTime(FAY, Duration.ofSeconds(Long.MAX_VALUE)))
                .thenRefused(rest)
                .whenAt(minute(3), extend(21))
                .thenRefused(rest)
                .whenAt(minute(3), extend(20))
                .whenAt(minute(3), extend(1))
                .thenRefused(
                        new Refusal.NotNow("This incident has been given all of the 120 minutes that can be added."));
    }

    @Test
    void whatIsOverIsNeitherPausedNorResumedNorExtended() {
        var over = live(BAD_RELEASE).whenAt(minute(30), new Command.Observe());
        for (var late : new Command[] {PAUSE, RESUME, extend(5)}) {
            over.whenAt(minute(31), late).thenRefused(new Refusal.IncidentOver());
        }
    }

    @Test
    void aForkOfAPausedIncidentIsPlayedOnInPractice() {
        var parent = live(BAD_RELEASE)
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), RESUME)
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), extend(5))
                .whenAt(minute(3), RESUME)
                .whenAt(minute(36), new Command.Observe())
                .incident();
        var id = new IncidentId("parent");
        var forked = Evolution.replay(
                TinyShop.scenario(),
                Forks.of(parent, id, new ForkPoint.At(minute(3)), SAM, OPENED).orElseThrow());

        assertThat(forked.clock().isPaused()).isFalse();
        assertThat(forked.endsAt()).isEqualTo(minute(35));
        assertThat(Decider.decide(forked.scenario(), forked, new Command.Acknowledge(SAM), forked.now()))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsSupposedOfAnotherCauseHasTheSameTime() {
        var extended = live(BAD_RELEASE)
                .whenAt(minute(3), PAUSE)
                .whenAt(minute(3), extend(10))
                .whenAt(minute(3), RESUME)
                .whenAt(minute(38), new Command.Observe())
                .incident();

        var other = new Supposition(extended, TinyShop.BAD_FLAG).incident();
        assertThat(other.endsAt()).isEqualTo(PAGED_AT.plus(Duration.ofMinutes(40)));
        assertThat(other.isOver()).isFalse();
    }
}
