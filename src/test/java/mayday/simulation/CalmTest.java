package mayday.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One step for a sample at rest says the same as ten. */
class CalmTest {
    private static final SimulatedSystem SHOP = SimulationBenchmark.shop();
    private static final int MINUTES = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anHourInAStormIsTheSameMinuteByMinute(long seed) {
        assertSame(seed, Storm.SCHEDULE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anHourInWhichEverythingHappensIsTheSame(long seed) {
        assertSame(seed, Fingerprint.EVERYTHING);
    }

    private static void assertSame(long seed, Schedule schedule) {
        var quick = Trajectory.of(SHOP, seed, Plant.ORIGIN, schedule);
        var exact = Trajectory.everySecond(SHOP, seed, Plant.ORIGIN, schedule);
        for (var service : SHOP.services().stream().map(Service::id).toList()) {
            for (var minute = 0; minute < MINUTES; minute++) {
                for (var signal : List.of(Signal.ERROR_RATIO, Signal.CPU)) {
                    assertThat(mean(quick, signal, service, minute))
                            .as("%s of %s in minute %d", signal, service, minute)
                            .isCloseTo(mean(exact, signal, service, minute), within(0.02));
                }
                var rate = mean(exact, Signal.REQUEST_RATE, service, minute);
                assertThat(mean(quick, Signal.REQUEST_RATE, service, minute))
                        .as("rate of %s in minute %d", service, minute)
                        .isCloseTo(rate, within(0.01 + 0.02 * rate));
            }
        }
    }

    private static double mean(Trajectory trajectory, Signal signal, ServiceId service, int minute) {
        return trajectory
                .series(
                        signal,
                        service,
                        Where.everywhere(),
                        Disturb.minute(minute).plusSeconds(1),
                        Disturb.minute(minute + 1))
                .mean();
    }

    @Test
    void aCalmHourIsAtRestNearlyAllTheTime() {
        assertThat(samplesAtRest(Schedule.EMPTY)).isGreaterThan(350);
    }

    @Test
    void whatIsCertainToChangeIsSteppedThrough() {
        var growing = Schedule.EMPTY.with(Disturb.disturbance(
                0, MINUTES, Disturb.ramped(Disturb.to("web", ServiceParameter.ERROR_RATIO, 0.5), MINUTES)));

        assertThat(samplesAtRest(growing)).isZero();
    }

    private static int samplesAtRest(Schedule schedule) {
        var model = new Model(SHOP, 7, Plant.ORIGIN);
        var start = Run.warmingUp(model, new Timetable(Schedule.EMPTY, Plant.ORIGIN));
        while (start.step() < 0) {
            start.sample();
        }
        var run = new Run(model, new Timetable(schedule, Plant.ORIGIN), start.state(), 0);
        var count = 0;
        for (var sample = 0; sample < 6 * MINUTES; sample++) {
            run.sample();
            count += run.state().rest.holds() ? 1 : 0;
        }
        return count;
    }

    /** What grows steadily grows as much in one step as in ten. */
    @Test
    void aLeakLeaksAsMuchAtRest() {
        var leaking = Disturb.since(5, Disturb.to("web", ServiceParameter.LEAK, 0.3));
        var quick = Trajectory.of(SHOP, 7, Plant.ORIGIN, leaking);
        var exact = Trajectory.everySecond(SHOP, 7, Plant.ORIGIN, leaking);

        var web = new ServiceId("web");
        assertThat(quick.at(Signal.MEMORY, web, Where.everywhere(), Disturb.minute(MINUTES)))
                .isCloseTo(exact.at(Signal.MEMORY, web, Where.everywhere(), Disturb.minute(MINUTES)), within(1e-6));
    }
}
