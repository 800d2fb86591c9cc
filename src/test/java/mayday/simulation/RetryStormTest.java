package mayday.simulation;

import static mayday.simulation.Disturb.disturbance;
import static mayday.simulation.Disturb.times;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;

import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Signal;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Metastable failure (Bronson et al., Metastable failures in distributed systems, HotOS 2021; Huang et al., Metastable failures in the
 * wild, OSDI 2022): with retries, amplification times utilisation above 1 keeps the system down after its trigger is gone.
 *
 * <p>A database of 64 connections with 48 ms a request at utilisation 0.65; callers wait 0.5 s; for five minutes it is four times
 * slower.
 */
class RetryStormTest {
    private static final Disturbance STALL = disturbance(10, 15, times("db", ServiceParameter.SERVICE_TIME, 4));
    private static final Disturbance SHEDDING = disturbance(35, 45, to("edge", ServiceParameter.SHED, 0.5));

    @Test
    void staysDownAfterTheTriggerIsGone() {
        var watch = Watch.of(shop(3, 0.65, 10), Schedule.EMPTY.with(STALL));

        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 10)).isLessThan(0.001);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 15)).isGreaterThan(0.99);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 35)).isGreaterThan(0.99);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 75)).isGreaterThan(0.99);
        assertThat(watch.at(DependencySignal.CALL_RATE, "web", "db", 35)
                        / watch.at(DependencySignal.CALL_RATE, "web", "db", 5))
                .isBetween(2.9, 3.01);
    }

    @Test
    void recoversByShedding() {
        var watch = Watch.of(shop(3, 0.65, 10), Schedule.EMPTY.with(STALL).with(SHEDDING));

        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 35)).isGreaterThan(0.99);
        assertThat(watch.at(Signal.ERROR_REJECTED, "edge", 44)).isBetween(0.49, 0.51);
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 44)).isLessThan(0.001);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 46)).isLessThan(0.001);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 75)).isLessThan(0.001);
    }

    @Test
    void recoversByItselfWithoutRetries() {
        var watch = Watch.of(shop(1, 0.65, 10), Schedule.EMPTY.with(STALL));

        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 15)).isGreaterThan(0.99);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 16)).isLessThan(0.001);
    }

    /** Stays down if amplification x utilisation exceeds 1: three attempts do from 0.34 on, two from 0.5 on. */
    @ParameterizedTest
    @CsvSource({
        "3, 0.30, 10, false",
        "3, 0.40, 10, true",
        "3, 0.65, 10, true",
        "2, 0.45, 10, false",
        "2, 0.65, 10, true",
        "3, 0.65, 0.3, false",
        "3, 0.65, 1, true"
    })
    void dependsOnAmplificationUtilisationAndTheQueue(
            int attempts, double utilisation, double queue, boolean staysDown) {
        var watch = Watch.of(shop(attempts, utilisation, queue), Schedule.EMPTY.with(STALL));

        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 35) > 0.5).isEqualTo(staysDown);
    }

    @Test
    void aSmallTriggerStartsNothing() {
        var slower = disturbance(10, 15, times("db", ServiceParameter.SERVICE_TIME, 1.5));
        var watch = Watch.of(shop(3, 0.65, 10), Schedule.EMPTY.with(slower));

        assertThat(watch.series(Signal.ERROR_RATIO, "edge", 0, 40).highest()).isLessThan(0.01);
    }

    /** A request that needs the dead database needs it at every attempt of every layer: more layers make nothing better. */
    @Test
    void moreLayersOfRetriesDoNotHideADeadDatabase() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("edge", Size.ample())
                .service("web", Size.ample())
                .service("orders", Size.ample())
                .service("db", Size.workers(64, 0.02))
                .calls("edge", "web", call -> call.attempts(3))
                .calls("web", "orders", call -> call.attempts(3).calls(0.4))
                .calls("orders", "db", call -> call.attempts(3));
        var watch = Watch.of(plant, Disturb.since(5, to("db", ServiceParameter.AVAILABLE, 0)));

        assertThat(watch.at(Signal.ERROR_RATIO, "orders", 10)).isEqualTo(1);
        // 0.4 of all customers need an order.
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 10)).isBetween(0.3999, 0.4001);
    }

    private static Plant shop(int attempts, double utilisation, double queueSeconds) {
        return Plant.in("eu")
                .demand(utilisation * 64 / 0.048)
                .service("edge", Size.ample())
                .service("web", Size.ample())
                .service("db", Size.workers(64, 0.048).queueSeconds(queueSeconds))
                .calls("edge", "web", call -> call.timeout(30))
                .calls("web", "db", call -> call.attempts(attempts).timeout(0.5));
    }
}
