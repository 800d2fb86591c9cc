package mayday.simulation;

import static mayday.simulation.Disturb.since;
import static mayday.simulation.Disturb.times;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Signal;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/** Three ways in which a processor is busy: all cores with requests, one with a loop, one with what only one thread can do. */
class CoresTest {

    /** Two replicas of four cores, 10 ms of them a request: they carry 800 a second. */
    private static Plant web(double demand) {
        return Plant.in("eu").demand(demand).service("web", new Size(2, 64, 4, 0.01, 0.01, 5, 0, 2, 30, 100));
    }

    @Test
    void requestsSpreadOverAllCores() {
        var watch = Watch.of(web(200), since(5, times("web", ServiceParameter.CPU_TIME, 3)));

        assertThat(watch.at(Signal.CPU, "web", 5)).isCloseTo(0.25, within(1e-6));
        assertThat(watch.at(Signal.CPU, "web", 10)).isCloseTo(0.75, within(1e-6));
        assertThat(watch.at(Signal.CPU_BUSIEST_CORE, "web", 10)).isCloseTo(0.75, within(1e-6));
    }

    /** One thread in an endless loop is a quarter of the processor, and all of one core; the others have room. */
    @Test
    void aHotLoopTakesOneCoreAndLeavesTheOthers() {
        var watch = Watch.of(web(200), since(5, to("web", ServiceParameter.SPINNING_CORES, 1)));

        assertThat(watch.at(Signal.CPU, "web", 10)).isCloseTo(0.5, within(1e-6));
        assertThat(watch.at(Signal.CPU_BUSIEST_CORE, "web", 10)).isEqualTo(1);
        assertThat(watch.at(Signal.CPU_STOLEN, "web", 10)).isZero();
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 10)).isZero();
        assertThat(watch.at(Signal.LATENCY_P50, "web", 10))
                .isCloseTo(watch.at(Signal.LATENCY_P50, "web", 5), withinPercentage(5));
    }

    /** Amdahl's law (Amdahl 1967): what one thread must do, 8 ms of it, carries 125 a second a replica, however many cores there are. */
    @Test
    void aSerialPartSaturatesOneCoreWhileTheOthersIdle() {
        var watch = Watch.of(web(300), since(5, to("web", ServiceParameter.SERIAL_TIME, 0.008)));

        assertThat(watch.at(Signal.ERROR_RATIO, "web", 5)).isZero();
        assertThat(watch.at(Signal.CPU_BUSIEST_CORE, "web", 10)).isEqualTo(1);
        // 250 a second, 10 ms each, on eight cores.
        assertThat(watch.at(Signal.CPU, "web", 10)).isCloseTo(250 * 0.01 / 8, within(1e-6));
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 10)).isCloseTo(50 / 300.0, within(0.001));
    }

    /** A single thread is an M/M/1 queue: at utilisation 0.8 it waits four times its service. */
    @Test
    void aSerialPartQueuesLikeASingleServer() {
        var plant = Plant.in("eu").demand(100).service("web", new Size(1, 64, 4, 0.01, 0.01, 5, 0, 2, 30, 100));
        var watch = Watch.of(plant, since(5, to("web", ServiceParameter.SERIAL_TIME, 0.008)));

        assertThat(watch.at(Signal.QUEUE_AGE, "web", 10)).isCloseTo(4 * 0.008, withinPercentage(1));
    }
}
