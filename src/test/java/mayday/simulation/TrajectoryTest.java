package mayday.simulation;

import static mayday.simulation.Disturb.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** A history is a value: the same numbers to the bit, whoever asks when. */
class TrajectoryTest {
    private static final SimulatedSystem SHOP = SimulationBenchmark.shop();
    private static final int MINUTES = 40;

    private static final Schedule TROUBLED = Fingerprint.EVERYTHING;

    @Test
    void theOrderOfQuestionsMakesNoDifference() {
        var forwards = start(TROUBLED);
        var backwards = start(TROUBLED);
        for (var second = 0; second <= 60 * MINUTES; second += 7) {
            forwards.at(Signal.CPU, new ServiceId("web"), Where.everywhere(), Plant.ORIGIN.plusSeconds(second));
        }

        assertThat(fingerprint(backwards)).isEqualTo(fingerprint(forwards));
    }

    @Test
    void aChangedHistoryEqualsOneThatWasSoFromTheBeginning() {
        var direct = fingerprint(start(TROUBLED));
        var random = new Random(1);
        for (var round = 0; round < 20; round++) {
            var branch = start(Storm.SCHEDULE);
            branch.at(Signal.CPU, new ServiceId("web"), Where.everywhere(), minute(random.nextInt(MINUTES)));
            var changed = branch.changed(TROUBLED, minute(15 + 6 * random.nextDouble()));

            assertThat(fingerprint(changed)).isEqualTo(direct);
        }
    }

    @Test
    void aHistoryThatLetItsNumbersGoGivesTheSameOnes() {
        var direct = fingerprint(start(TROUBLED));
        var random = new Random(2);
        var history = start(TROUBLED);
        for (var round = 0; round < 20; round++) {
            history.at(Signal.CPU, new ServiceId("web"), Where.everywhere(), minute(random.nextInt(MINUTES)));
            history = history.withoutNumbers();
        }

        assertThat(history.bytes()).isZero();
        assertThat(fingerprint(history)).isEqualTo(direct);
        assertThat(fingerprint(history.withoutNumbers())).isEqualTo(direct);
    }

    @Test
    void aHistoryThatIsChangedAfterItLetItsNumbersGoEqualsOneThatWasSoFromTheBeginning() {
        var direct = fingerprint(start(TROUBLED));
        var random = new Random(3);
        for (var round = 0; round < 20; round++) {
            var branch = start(Storm.SCHEDULE).computed(minute(random.nextInt(MINUTES)));
            var changed = branch.withoutNumbers().changed(TROUBLED, minute(15 + 6 * random.nextDouble()));

            assertThat(fingerprint(changed)).isEqualTo(direct);
        }
    }

    @Test
    void onlyWhatIsAskedForIsComputedAgain() {
        var history = start(TROUBLED).computed(minute(MINUTES)).withoutNumbers();
        history.at(Signal.CPU, new ServiceId("web"), Where.everywhere(), minute(2));
        var ofFiveMinutes = history.bytes();

        assertThat(ofFiveMinutes).isPositive();
        fingerprint(history);
        assertThat(history.bytes()).isGreaterThan(4 * ofFiveMinutes);
    }

    /** Several threads read it then, and must find nothing left to be computed. */
    @Test
    void aHistoryThatIsComputedHoldsAllItsNumbersWhateverItLetGo() {
        var history = start(TROUBLED).computed(minute(MINUTES));
        var all = history.bytes();

        assertThat(history.withoutNumbers().computed(minute(MINUTES)).bytes()).isEqualTo(all);
    }

    @Test
    void whatIsPlayedAgainOnAHistoryWithoutNumbersIsTheSame() {
        var flushed = TROUBLED.with(new Impulse.FlushResolver(minute(25), Where.everywhere()));
        var elder = start(flushed).computed(minute(MINUTES)).withoutNumbers();
        var again = elder.again(Schedule.EMPTY).changed(TROUBLED, minute(1));

        assertThat(again.computedUntil()).isEqualTo(minute(25));
        assertThat(fingerprint(again)).isEqualTo(fingerprint(start(TROUBLED)));
        assertThat(fingerprint(again.changed(flushed, minute(25)))).isEqualTo(fingerprint(start(flushed)));
    }

    @Test
    void aHistoryPlayedAgainEqualsOneThatWasSoFromTheBeginning() {
        var flushed = TROUBLED.with(new Impulse.FlushResolver(minute(25), Where.everywhere()));
        var direct = fingerprint(start(flushed));
        var elder = start(flushed);
        fingerprint(elder);
        var again = elder.again(Schedule.EMPTY);
        for (var known = 0; known < flushed.disturbances().size(); known++) {
            var schedule = new Schedule(flushed.disturbances().subList(0, known + 1), List.of());
            again = again.changed(schedule, flushed.disturbances().get(known).from());
        }

        assertThat(fingerprint(again.changed(flushed, minute(25)))).isEqualTo(direct);
        assertThat(fingerprint(again.changed(TROUBLED, minute(25)))).isEqualTo(fingerprint(start(TROUBLED)));
        assertThat(fingerprint(elder)).isEqualTo(direct);
    }

    @Test
    void whatTwoHistoriesHaveInCommonIsNotComputedAgain() {
        var elder = start(TROUBLED);
        fingerprint(elder);
        var again = elder.again(Schedule.EMPTY).changed(TROUBLED, minute(1));
        var flushed = TROUBLED.with(new Impulse.FlushResolver(minute(32), Where.everywhere()));

        assertThat(again.computedUntil()).isEqualTo(minute(MINUTES));
        assertThat(again.changed(flushed, minute(32)).computedUntil()).isEqualTo(minute(30));
    }

    @Test
    void aHistoryThatHasForgottenWhatHappenedIsTakenOverFromTheElder() {
        var slower = Schedule.EMPTY.with(
                Disturb.disturbance(20, 60, Disturb.times("web", ServiceParameter.SERVICE_TIME, 1.1)));
        var flushed = slower.with(new Impulse.FlushResolver(minute(6), Where.everywhere()));
        var elder = start(slower).computed(minute(MINUTES));
        var again = elder.again(slower).changed(flushed, minute(6));

        again.at(
                Signal.CPU, new ServiceId("web"), Where.everywhere(), minute(35).plusSeconds(10));

        // Whoever computes comes as far as was asked; a chunk of the elder comes whole.
        assertThat(again.computedUntil()).isEqualTo(minute(40));
        assertThat(fingerprint(again)).isEqualTo(fingerprint(start(flushed)));
        var changed = flushed.with(new Impulse.FlushResolver(minute(37), Where.everywhere()));
        assertThat(fingerprint(again.changed(changed, minute(37)))).isEqualTo(fingerprint(start(changed)));
    }

    @Test
    void whatTheElderLacksIsTakenOverFromItsOwnElder() {
        var slower = Schedule.EMPTY.with(
                Disturb.disturbance(20, 60, Disturb.times("web", ServiceParameter.SERVICE_TIME, 1.1)));
        var undone = start(slower).computed(minute(MINUTES));
        var early = slower.with(new Impulse.FlushResolver(minute(6), Where.everywhere()));
        var late = early.with(new Impulse.FlushResolver(minute(32), Where.everywhere()));
        var elder = undone.again(slower).changed(late, minute(6)).computed(minute(MINUTES));

        // Without the second flush it goes as it goes if nothing is done at all, not as the elder does.
        var again = elder.again(slower).changed(early, minute(6));
        again.computed(minute(35).plusSeconds(10));

        assertThat(again.computedUntil()).isEqualTo(minute(40));
        assertThat(fingerprint(again)).isEqualTo(fingerprint(start(early)));
        assertThat(fingerprint(elder)).isEqualTo(fingerprint(start(late)));
    }

    @Test
    void aHistoryIsNotTakenOverWhereSomethingElseHappens() {
        var later = Disturb.disturbance(30, 60, Disturb.times("web", ServiceParameter.SERVICE_TIME, 5));
        var elder = start(Schedule.EMPTY);
        elder.computed(minute(MINUTES));
        var both = Schedule.EMPTY
                .with(new Impulse.FlushResolver(minute(6), Where.everywhere()))
                .with(later);

        assertThat(fingerprint(elder.again(Schedule.EMPTY).changed(both, minute(6))))
                .isEqualTo(fingerprint(start(both)));
    }

    @Test
    void aChangeLeavesTheHistoryItCameFromAlone() {
        var before = fingerprint(start(Storm.SCHEDULE));
        var kept = start(Storm.SCHEDULE);
        kept.at(Signal.CPU, new ServiceId("web"), Where.everywhere(), minute(30));
        fingerprint(kept.changed(TROUBLED, minute(18.5)));
        fingerprint(kept.changed(TROUBLED.with(new Impulse.FlushResolver(minute(35), Where.everywhere())), minute(21)));

        assertThat(fingerprint(kept)).isEqualTo(before);
    }

    @Test
    void anEndedDisturbanceIsAChangeLikeAnyOther() {
        var whole = start(Schedule.EMPTY.with(
                Disturb.disturbance(10, 60, Disturb.times("web", ServiceParameter.SERVICE_TIME, 5))));
        whole.at(Signal.CPU, new ServiceId("web"), Where.everywhere(), minute(20));
        var ended = whole.changed(whole.schedule().ended("test", minute(20)), minute(20));
        var direct = start(Schedule.EMPTY.with(
                Disturb.disturbance(10, 20, Disturb.times("web", ServiceParameter.SERVICE_TIME, 5))));

        assertThat(fingerprint(ended)).isEqualTo(fingerprint(direct));
    }

    @Test
    void anotherSeedIsAnotherDay() {
        var other = Trajectory.of(SHOP, 8, Plant.ORIGIN, TROUBLED);

        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(start(TROUBLED)));
    }

    @Test
    void beginsInTheSteadyStateOfTheHour() {
        var calm = new Watch(Trajectory.of(SHOP, 7, Plant.ORIGIN, Schedule.EMPTY));

        var first = calm.at(Signal.LATENCY_P95, "web", 0);
        assertThat(calm.series(Signal.LATENCY_P95, "web", 0, 30).mean())
                .isCloseTo(first, org.assertj.core.api.Assertions.withinPercentage(3));
        assertThat(calm.series(Signal.ERROR_RATIO, "edge", 0, 30).highest()).isLessThan(0.005);
    }

    @Test
    void aSeriesHasTheSamplesOfItsWindow() {
        var history = start(Schedule.EMPTY);
        var inside = rate(history, minute(1).plusSeconds(1), minute(2));
        var between = rate(history, minute(1).plusSeconds(3), minute(1).plusSeconds(4));
        var early = rate(history, minute(-60), minute(-30));

        assertThat(inside.start()).isEqualTo(minute(1).plusSeconds(10));
        assertThat(inside.size()).isEqualTo(6);
        assertThat(inside.timeOf(5)).isEqualTo(minute(2));
        assertThat(between.start()).isEqualTo(minute(1));
        assertThat(between.size()).isEqualTo(1);
        assertThat(early.start()).isEqualTo(minute(0));
        assertThat(early.size()).isEqualTo(1);
    }

    @Test
    void refusesAHistoryWithoutEnd() {
        assertThatThrownBy(() -> rate(start(Schedule.EMPTY), minute(0), Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT168H");
    }

    private static Series rate(Trajectory history, Instant from, Instant until) {
        return history.series(Signal.REQUEST_RATE, new ServiceId("edge"), Where.everywhere(), from, until);
    }

    private static Trajectory start(Schedule schedule) {
        return Trajectory.of(SHOP, 7, Plant.ORIGIN, schedule);
    }

    private static int fingerprint(Trajectory trajectory) {
        return Fingerprint.of(SHOP, trajectory, MINUTES);
    }
}
