package mayday.simulation;

import static mayday.simulation.Disturb.minute;
import static mayday.simulation.Disturb.since;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/**
 * A leak in a service with a garbage collector: a request costs {@code live / (limit - live)} of collecting (Appel 1987; Jones, Hosking
 * and Moss 2023, section 10.1), so the processor fills up long before the memory does.
 */
class GarbageTest {

    /** 1 GiB of 2, and 3 % of the processor's time for garbage: four replicas of 2 cores at 30 %. */
    private static Plant web() {
        return Plant.in("eu").demand(240).service("web", new Size(4, 64, 2, 0.01, 0.015, 5, 0, 2, 60, 100));
    }

    private static final Schedule LEAK =
            since(5, to("web", ServiceParameter.GC_SHARE, 0.03), to("web", ServiceParameter.LEAK, 3));

    @Test
    void costsMoreAndMoreAsTheMemoryFills() {
        var watch = Watch.of(web(), LEAK);

        assertThat(watch.at(Signal.GC_TIME, "web", 5.3)).isCloseTo(0.03 * 0.3, within(1e-3));
        // 3 GiB an hour are 0.75 GiB in a quarter of an hour: 1.75 / 0.25 is seven times the usual 1 / 1.
        assertThat(watch.at(Signal.MEMORY, "web", 20)).isCloseTo(1.75, within(0.01));
        assertThat(watch.at(Signal.GC_TIME, "web", 20)).isCloseTo(7 * 0.03 * 0.3, within(2e-3));
        assertThat(watch.at(Signal.CPU, "web", 20)).isCloseTo(0.3 * (1 + 6 * 0.03), within(2e-3));
    }

    @Test
    void pausesShowInTheTailAndNotInTheMedian() {
        var watch = Watch.of(web(), LEAK);

        assertThat(watch.at(Signal.LATENCY_P99, "web", 20)).isGreaterThan(2 * watch.at(Signal.LATENCY_P99, "web", 5));
        assertThat(watch.at(Signal.LATENCY_P50, "web", 20)).isLessThan(2 * watch.at(Signal.LATENCY_P50, "web", 5));
    }

    /** Killing begins when memory is nearly full; those left carry the rest. */
    @Test
    void endsInRestartsForWantOfMemory() {
        var watch = Watch.of(web(), LEAK);

        assertThat(watch.series(Signal.REPLICAS_READY, "web", 0, 20).mean()).isEqualTo(4);
        assertThat(watch.series(Signal.REPLICAS_READY, "web", 25, 60).mean()).isBetween(3.0, 3.95);
        assertThat(watch.series(Signal.ERROR_OWN, "web", 25, 60).highest()).isGreaterThan(0.001);
        assertThat(watch.series(Signal.GC_TIME, "web", 25, 60).mean()).isGreaterThan(0.05);
    }

    @Test
    void aRestartGivesTheProcessorBack() {
        var restart = new Impulse.Restart(minute(22), new ServiceId("web"), Where.everywhere(), 1);
        var watch = Watch.of(web(), LEAK.with(restart));

        assertThat(watch.at(Signal.GC_TIME, "web", 22)).isGreaterThan(0.06);
        assertThat(watch.at(Signal.GC_TIME, "web", 24)).isLessThan(0.012);
    }

    /** A leak in a service without a collector costs nothing until the memory is full. */
    @Test
    void whatIsNotCollectedDoesNotPause() {
        var watch = Watch.of(web(), since(5, to("web", ServiceParameter.LEAK, 3)));

        assertThat(watch.at(Signal.CPU, "web", 20)).isCloseTo(0.3, within(1e-6));
        assertThat(watch.at(Signal.GC_TIME, "web", 20)).isZero();
    }

    /** The longer a heavy load lasts the more a nearly full memory costs, until nothing else is done. */
    @Test
    void aFullHeapSaturatesTheProcessor() {
        var busy = Plant.in("eu").demand(640).service("web", new Size(4, 64, 2, 0.01, 0.015, 5, 0, 2, 60, 100));
        var watch = Watch.of(busy, LEAK);

        assertThat(watch.at(Signal.CPU, "web", 5)).isCloseTo(0.8, within(1e-6));
        assertThat(watch.at(Signal.CPU, "web", 20)).isGreaterThan(0.9);
        assertThat(watch.series(Signal.ERROR_REJECTED, "web", 20, 30).highest()).isGreaterThan(0.01);
    }
}
