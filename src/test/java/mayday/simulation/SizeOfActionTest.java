package mayday.simulation;

import static mayday.simulation.Disturb.disturbance;
import static mayday.simulation.Disturb.times;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Signal;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/** The size and the moment of an action matter, and a little more of it changes the outcome a little. */
class SizeOfActionTest {

    /** A service that gets 150 % of what it carries: what is shed is missing from what it must reject itself. */
    @Test
    void sheddingMoreRejectsLessUntilItSuffices() {
        var outcomes = IntStream.rangeClosed(0, 60)
                .mapToObj(percent -> Watch.of(
                        Plant.in("eu")
                                .demand(1500)
                                .service("edge", Size.ample())
                                .service("web", Size.workers(20, 0.02).queueSeconds(1))
                                .calls("edge", "web", call -> call.timeout(5)),
                        Schedule.EMPTY.with(disturbance(5, 60, to("edge", ServiceParameter.SHED, percent / 100.0)))))
                .toList();
        var rejected = outcomes.stream()
                .mapToDouble(watch -> watch.at(Signal.ERROR_REJECTED, "web", 20))
                .toArray();

        assertThat(rejected[0]).isCloseTo(1 / 3.0, within(1e-3));
        assertThat(rejected[25]).isCloseTo(125 / 1125.0, within(1e-3));
        assertThat(rejected[60]).isZero();
        for (var percent = 1; percent <= 60; percent++) {
            assertThat(rejected[percent]).isBetween(rejected[percent - 1] - 0.03, rejected[percent - 1]);
        }
        assertThat(outcomes.get(25).at(Signal.LATENCY_P95, "web", 20))
                .isGreaterThan(5 * outcomes.get(60).at(Signal.LATENCY_P95, "web", 20));
    }

    /**
     * In a retry storm shedding must bring load times amplification under the capacity: 25 % of 0.65 x 3 does not, 60 % does. The more
     * is shed beyond, the sooner it is over.
     */
    @Test
    void aStormNeedsEnoughAndEndsTheSoonerTheMoreIsShed() {
        assertThat(minutesToRecover(0.25)).isEqualTo(NEVER);
        assertThat(minutesToRecover(0.40)).isEqualTo(NEVER);
        var sixty = minutesToRecover(0.60);
        var seventy = minutesToRecover(0.70);
        var eighty = minutesToRecover(0.80);

        assertThat(sixty).isLessThan(NEVER);
        assertThat(seventy).isLessThan(sixty);
        assertThat(eighty).isLessThan(seventy);
    }

    private static final double NEVER = 30;

    /** Of shedding, until the callers of the database see no failures any more. */
    private static double minutesToRecover(double shed) {
        var plant = Plant.in("eu")
                .demand(0.65 * 64 / 0.048)
                .service("edge", Size.ample())
                .service("web", Size.ample())
                .service("db", Size.workers(64, 0.048).queueSeconds(60))
                .calls("edge", "web", call -> call.timeout(30))
                .calls("web", "db", call -> call.attempts(3).timeout(0.5));
        var watch = Watch.of(
                plant,
                Schedule.EMPTY
                        .with(disturbance(10, 15, times("db", ServiceParameter.SERVICE_TIME, 4)))
                        .with(disturbance(20, 50, to("edge", ServiceParameter.SHED, shed))));
        for (var minutes = 0.0; minutes < NEVER; minutes += 1 / 6.0) {
            if (watch.at(Signal.ERROR_RATIO, "web", 20 + minutes) < 0.01) {
                return minutes;
            }
        }
        return NEVER;
    }
}
