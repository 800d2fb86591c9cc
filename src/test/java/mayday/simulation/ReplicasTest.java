package mayday.simulation;

import static mayday.simulation.Disturb.during;
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

/** Replicas start, stop, leak and are lost. */
class ReplicasTest {

    /** 4 replicas of 10 workers at 100 ms serve 400 a second; they start in 60 s. */
    private static Plant web() {
        return Plant.in("eu").demand(350).service("web", new Size(4, 10, 1000, 1e-6, 0.1, 2, 0, 2, 60, 100));
    }

    @Test
    void newReplicasServeAfterTheirStart() {
        var watch = Watch.of(web(), since(5, to("web", ServiceParameter.REPLICAS, 8)));

        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 5.5)).isEqualTo(8);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 6)).isEqualTo(4);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 6.5)).isEqualTo(8);
    }

    @Test
    void fewerReplicasAreGoneAtOnceAndAreMissed() {
        var watch = Watch.of(web(), during(5, 10, to("web", ServiceParameter.REPLICAS, 2)));

        assertThat(watch.at(Signal.REPLICAS_READY, "web", 5.5)).isEqualTo(2);
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 9)).isCloseTo(150 / 350.0, within(0.001));
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 10.5)).isEqualTo(2);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 11.5)).isEqualTo(4);
    }

    @Test
    void aRestartLosesRequestsAndCapacityForAMinute() {
        var restart = new Impulse.Restart(minute(5), new ServiceId("web"), Where.everywhere(), 0.5);
        var watch = Watch.of(web(), Schedule.EMPTY.with(restart));

        assertThat(watch.at(Signal.ERROR_OWN, "web", 5)).isZero();
        // Half of what was being worked on, 0.1 s of one second in ten.
        assertThat(watch.at(Signal.ERROR_OWN, "web", 5 + 10 / 60.0)).isBetween(0.002, 0.02);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 5.5)).isEqualTo(2);
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 5.9)).isGreaterThan(0.3);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 6.5)).isEqualTo(4);
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 8)).isZero();
    }

    /** 1 GiB of room at 6 GiB an hour lasts ten minutes. */
    @Test
    void aLeakFillsMemoryUntilReplicasAreKilledOneByOne() {
        var watch = Watch.of(web(), during(5, 65, to("web", ServiceParameter.LEAK, 6)));

        assertThat(watch.at(Signal.MEMORY, "web", 5)).isEqualTo(1);
        assertThat(watch.at(Signal.MEMORY, "web", 10)).isCloseTo(1.5, within(0.01));
        assertThat(watch.series(Signal.REPLICAS_READY, "web", 5, 12).mean()).isEqualTo(4);
        var ready = watch.series(Signal.REPLICAS_READY, "web", 15, 60);
        assertThat(ready.mean()).isBetween(3.0, 3.8);
        assertThat(watch.series(Signal.MEMORY, "web", 5, 65).highest()).isLessThanOrEqualTo(2);
        assertThat(watch.series(Signal.ERROR_OWN, "web", 15, 60).highest()).isGreaterThan(0.001);
        // The memory comes back with a restart, not with the end of the leak.
        assertThat(watch.at(Signal.MEMORY, "web", 70)).isGreaterThan(1.5);
    }

    @Test
    void aRestartGivesLeakedMemoryBack() {
        var restart = new Impulse.Restart(minute(12), new ServiceId("web"), Where.everywhere(), 1);
        var watch = Watch.of(
                web(), during(5, 12, to("web", ServiceParameter.LEAK, 6)).with(restart));

        assertThat(watch.at(Signal.MEMORY, "web", 12)).isGreaterThan(1.6);
        assertThat(watch.at(Signal.MEMORY, "web", 14)).isEqualTo(1);
    }

    @Test
    void withoutReplicasNothingIsServed() {
        var watch = Watch.of(web(), since(5, to("web", ServiceParameter.AVAILABLE, 0)));

        assertThat(watch.at(Signal.ERROR_RATIO, "web", 6)).isEqualTo(1);
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 6)).isEqualTo(1);
    }
}
