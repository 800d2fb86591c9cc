package mayday.simulation;

import static mayday.simulation.Disturb.disturbance;
import static mayday.simulation.Disturb.during;
import static mayday.simulation.Disturb.since;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Scaling;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/** An autoscaler follows the load late: by its period, by the start of a replica, and by what it can see of a saturated processor. */
class AutoscalerTest {
    private static final Effect DOUBLE =
            new Effect.OnTraffic(Where.everywhere(), new Adjustment.Times(2), Duration.ZERO);

    /** Four replicas of one core at 60 %; twice the load needs eight. */
    private static Plant web() {
        return web(1000);
    }

    private static Plant web(int workers) {
        return Plant.in("eu")
                .demand(240)
                .service("web", new Size(4, workers, 1, 0.01, 0.01, 5, 0, 2, 90, 100))
                .autoscaled(new Scaling.Automatic(0.6, 2, 20, 60, 300));
    }

    @Test
    void holdsStillOnTarget() {
        var watch = Watch.of(web(), Schedule.EMPTY);

        assertThat(watch.series(Signal.REPLICAS_WANTED, "web", 0, 60).highest()).isEqualTo(4);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 60)).isEqualTo(4);
    }

    /**
     * The processor shows 100 % where 120 % are wanted, so the first decision is 4 / 0.6; the second one, on a minute of which a half was
     * saturated, is too many; both are a period and a start late.
     */
    @Test
    void reactsLateAndInStepsToASurge() {
        var watch = Watch.of(web(), since(5, DOUBLE));

        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 6)).isEqualTo(4);
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 6.5)).isEqualTo(7);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 7.3)).isEqualTo(4);
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 7.3)).isCloseTo(80 / 480.0, within(0.001));
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 8)).isEqualTo(7);
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 8.5)).isEqualTo(11);
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 9)).isZero();
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 14)).isEqualTo(8);
    }

    /** It went from 11 to 8 at minute 13, so not below 8 before minute 18. */
    @Test
    void takesReplicasAwayOnlyAfterItsCoolDown() {
        var watch = Watch.of(web(), during(5, 15, DOUBLE));

        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 15)).isEqualTo(8);
        assertThat(watch.at(Signal.CPU, "web", 17)).isCloseTo(0.3, within(0.001));
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 18)).isEqualTo(8);
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 18.5)).isEqualTo(4);
    }

    @Test
    void frozenItDoesNothing() {
        var watch = Watch.of(web(), since(5, DOUBLE, to("web", ServiceParameter.AUTOSCALING, 0)));

        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 30)).isEqualTo(4);
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 30)).isCloseTo(80 / 480.0, within(0.001));
    }

    @Test
    void staysWithinItsBoundsUntilTheyAreRaised() {
        var watch = Watch.of(
                web(),
                since(5, DOUBLE, to("web", ServiceParameter.AUTOSCALE_MAX, 5))
                        .with(disturbance(20, 60, to("web", ServiceParameter.AUTOSCALE_MAX, 20))));

        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 20)).isEqualTo(5);
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 21.5)).isEqualTo(8);
    }

    /** Workers that wait for a dead dependency use no processor: the autoscaler takes away what is missed already. */
    @Test
    void takesReplicasAwayThatOnlyWait() {
        var plant = web(20).service("db", Size.ample()).calls("web", "db", call -> call.timeout(0.5));
        var watch = Watch.of(plant, since(5, to("db", ServiceParameter.SERVICE_TIME, 60)));

        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 5)).isEqualTo(4);
        assertThat(watch.at(Signal.CPU, "web", 9)).isBetween(0.3, 0.45);
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 10)).isEqualTo(3);
        assertThat(watch.at(Signal.REPLICAS_WANTED, "web", 30)).isEqualTo(2);
    }
}
