package mayday.simulation;

import static mayday.simulation.Disturb.disturbance;
import static mayday.simulation.Disturb.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Signal;
import mayday.simulation.DiscreteEvents.Station;
import mayday.simulation.DiscreteEvents.Window;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model agrees with a simulation of single requests ({@link DiscreteEvents}) that knows nothing of it: success, load and mean wait
 * within a tenth, calm and in a storm, one node and a chain of three.
 */
class DiscreteEventsTest {
    private static final int MINUTE = 60;
    private static final int TENTH = 10;
    private static final double SERVICE = 0.048;

    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.8", "4, 0.7", "16, 0.8", "16, 0.9"})
    void oneNodeInCalm(int servers, double utilisation) {
        var rate = utilisation * servers / SERVICE;
        var events = new DiscreteEvents(1, rate, List.of(new Station(servers, SERVICE, 100_000, 0, 1)));
        var model = Watch.of(
                Plant.in("eu")
                        .demand(rate)
                        .service("db", Size.workers(servers, SERVICE).queueSeconds(100)),
                Schedule.EMPTY);
        events.run(MINUTE);
        var simulated = events.run(250_000 / rate);

        assertThat(waitOf(model, "db", 20)).isCloseTo(simulated.waits().getFirst(), withinPercentage(TENTH));
        assertThat(model.at(Signal.REQUEST_RATE, "db", 20))
                .isCloseTo(simulated.arrivals().getFirst(), withinPercentage(TENTH));
        assertThat(model.at(Signal.ERROR_RATIO, "db", 20)).isZero();
        assertThat(simulated.success()).isEqualTo(1);
    }

    /** Callers that wait half a second and try three times; for five minutes the work takes four times longer. */
    @Test
    void oneNodeInAStorm() {
        var rate = 0.65 * 8 / SERVICE;
        var queue = (int) (5 * 8 / SERVICE);
        var events = new DiscreteEvents(
                2, rate, List.of(new Station(1_000_000, 0.001, 0, 0.5, 3), new Station(8, SERVICE, queue, 0, 1)));
        var model = Watch.of(
                Plant.in("eu")
                        .demand(rate)
                        .service("edge", new Size(1, 1_000_000, 1000, 1e-6, 0.001, 10, 0, 2, 30, 100))
                        .service("db", Size.workers(8, SERVICE).queueSeconds(5))
                        .calls("edge", "db", call -> call.timeout(0.5).attempts(3)),
                Schedule.EMPTY.with(disturbance(4, 9, times("db", ServiceParameter.SERVICE_TIME, 4))));

        events.run(MINUTE);
        agree(events.run(20 * MINUTE), model, 4, "edge", "db");
        events.slow(1, 4);
        events.run(2 * MINUTE);
        agree(events.run(3 * MINUTE), model, 9, "edge", "db");
        events.slow(1, 1);
        events.run(2 * MINUTE);
        agree(events.run(2 * MINUTE), model, 13, "edge", "db");
        assertThat(model.at(Signal.ERROR_RATIO, "edge", 13)).isGreaterThan(0.99);
    }

    /** The middle one queues as well, and the last one's failures go through it. */
    @Test
    void aChainOfThreeCalmAndInAStorm() {
        var rate = 0.6 * 8 / SERVICE;
        var queue = (int) (5 * 8 / SERVICE);
        var events = new DiscreteEvents(
                3,
                rate,
                List.of(
                        new Station(1_000_000, 0.001, 0, 30, 1),
                        new Station(1_000_000, 0.02, 0, 0.5, 3),
                        new Station(8, SERVICE, queue, 0, 1)));
        var model = Watch.of(
                Plant.in("eu")
                        .demand(rate)
                        .service("edge", new Size(1, 1_000_000, 1000, 1e-6, 0.001, 10, 0, 2, 30, 100))
                        .service("web", new Size(1, 1_000_000, 1000, 1e-6, 0.02, 10, 0, 2, 30, 100))
                        .service("db", Size.workers(8, SERVICE).queueSeconds(5))
                        .calls("edge", "web", call -> call.timeout(30))
                        .calls("web", "db", call -> call.timeout(0.5).attempts(3)),
                Schedule.EMPTY.with(disturbance(4, 9, times("db", ServiceParameter.SERVICE_TIME, 4))));

        events.run(MINUTE);
        agree(events.run(20 * MINUTE), model, 4, "edge", "web", "db");
        events.slow(2, 4);
        events.run(2 * MINUTE);
        agree(events.run(3 * MINUTE), model, 9, "edge", "web", "db");
        events.slow(2, 1);
        events.run(2 * MINUTE);
        agree(events.run(2 * MINUTE), model, 13, "edge", "web", "db");
    }

    private static void agree(Window simulated, Watch model, double minute, String... chain) {
        assertThat(1 - model.at(Signal.ERROR_RATIO, chain[0], minute)).isCloseTo(simulated.success(), within(0.1));
        for (var i = 0; i < chain.length; i++) {
            assertThat(model.at(Signal.REQUEST_RATE, chain[i], minute))
                    .as("requests of %s at minute %s", chain[i], minute)
                    .isCloseTo(simulated.arrivals().get(i), withinPercentage(TENTH));
        }
        var last = chain.length - 1;
        assertThat(waitOf(model, chain[last], minute))
                .as("wait of %s at minute %s", chain[last], minute)
                .isCloseTo(simulated.waits().get(last), withinPercentage(TENTH));
    }

    /** Little's law: as many wait as come in the time that one waits. */
    private static double waitOf(Watch model, String service, double minute) {
        return model.at(Signal.QUEUE_AGE, service, minute);
    }
}
