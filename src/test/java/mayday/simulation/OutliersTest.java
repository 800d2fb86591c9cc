package mayday.simulation;

import static mayday.simulation.Disturb.minute;
import static mayday.simulation.Disturb.since;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/**
 * A few hosts that are unlike the others show in the tail, and by host (Dean and Barroso, The tail at scale, Communications of the ACM
 * 56, 2013): a balancer that deals requests out evenly gives them as many as the others.
 */
class OutliersTest {
    private static final ServiceId WEB = new ServiceId("web");

    /** A neighbour takes all but a tenth of a core of one host in ten. */
    private static final Schedule NOISY_NEIGHBOUR = since(
            5, to("web", ServiceParameter.OUTLIER_HOSTS, 1), to("web", ServiceParameter.OUTLIER_STOLEN_CORES, 3.7));

    @Test
    void stolenCpuOnOneHostOfTenShowsInTheTailAndOnThatHost() {
        var watch = Watch.of(web(100), NOISY_NEIGHBOUR);

        assertThat(watch.at(Signal.LATENCY_P50, "web", 10))
                .isCloseTo(watch.at(Signal.LATENCY_P50, "web", 5), withinPercentage(20));
        assertThat(watch.at(Signal.LATENCY_P99, "web", 10)).isGreaterThan(3 * watch.at(Signal.LATENCY_P99, "web", 5));
        assertThat(watch.at(Signal.CPU_BUSIEST_HOST, "web", 10)).isGreaterThan(0.9);
        assertThat(watch.at(Signal.CPU, "web", 10)).isLessThan(0.25);
        assertThat(watch.at(Signal.CPU_STOLEN, "web", 10)).isCloseTo(3.7 / 4 / 10, within(1e-6));
    }

    @Test
    void eachKindOfHostCanBeReadByItself() {
        var watch = Watch.of(web(100), NOISY_NEIGHBOUR);

        assertThat(watch.trajectory().outlierHosts(WEB, Where.everywhere(), minute(5)))
                .isZero();
        assertThat(watch.trajectory().outlierHosts(WEB, Where.everywhere(), minute(10)))
                .isEqualTo(1);
        assertThat(of(watch, Signal.REQUEST_RATE, Hosts.OUTLIERS)).isCloseTo(10, within(0.01));
        assertThat(of(watch, Signal.REQUEST_RATE, Hosts.ORDINARY)).isCloseTo(90, within(0.01));
        assertThat(of(watch, Signal.CPU_STOLEN, Hosts.ORDINARY)).isZero();
        assertThat(of(watch, Signal.LATENCY_P50, Hosts.OUTLIERS))
                .isGreaterThan(5 * of(watch, Signal.LATENCY_P50, Hosts.ORDINARY));
        assertThat(of(watch, Signal.REPLICAS_READY, Hosts.OUTLIERS)).isEqualTo(1);
        assertThat(watch.at(Signal.REPLICAS_READY, "web", 10)).isEqualTo(10);
    }

    /** The outlier is a queue of its own with a tenth of the requests: as a service of that size alone. */
    @Test
    void anOutlierWaitsLikeAServiceOfItsOwn() {
        var together = Watch.of(
                web(100),
                since(
                        5,
                        to("web", ServiceParameter.OUTLIER_HOSTS, 1),
                        to("web", ServiceParameter.OUTLIER_SLOWDOWN, 20)));
        var alone = Watch.of(
                Plant.in("eu").demand(10).service("web", new Size(1, 16, 4, 0.01, 0.4, 10, 0, 2, 30, 100)),
                Schedule.EMPTY);

        assertThat(of(together, Signal.LATENCY_P99, Hosts.OUTLIERS))
                .isCloseTo(alone.at(Signal.LATENCY_P99, "web", 10), withinPercentage(0.1));
    }

    /** A retry meets another host with nine chances in ten. */
    @Test
    void callersSeeAMixtureAndMostRetriesHelp() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("edge", Size.ample())
                .service("web", Size.ample().replicas(10))
                .calls("edge", "web", call -> call.attempts(2));
        var watch = Watch.of(
                plant,
                since(
                        5,
                        to("web", ServiceParameter.OUTLIER_HOSTS, 1),
                        to("web", ServiceParameter.OUTLIER_ERROR_RATIO, 1)));

        assertThat(watch.at(Signal.ERROR_OWN, "web", 10)).isCloseTo(0.1, within(1e-6));
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 10)).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void aHostThatFailsFastTakesNoMoreThanItsShareAndAFullOneRejects() {
        var watch = Watch.of(
                web(100),
                since(
                        5,
                        to("web", ServiceParameter.OUTLIER_HOSTS, 1),
                        to("web", ServiceParameter.OUTLIER_SLOWDOWN, 1000)));

        // 16 workers at 20 s carry 0.8 of its 10 requests a second.
        assertThat(of(watch, Signal.ERROR_REJECTED, Hosts.OUTLIERS, 180)).isCloseTo(0.92, within(0.01));
        assertThat(of(watch, Signal.ERROR_RATIO, Hosts.ORDINARY, 180)).isZero();
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 180)).isCloseTo(0.092, within(0.001));
    }

    @Test
    void whenTheOutlierIsGoneItsQueueIsServedByTheOthers() {
        var effects = Disturb.during(
                5,
                10,
                to("web", ServiceParameter.OUTLIER_HOSTS, 1),
                to("web", ServiceParameter.OUTLIER_SLOWDOWN, 1000));
        var watch = Watch.of(web(100), effects);

        assertThat(watch.at(Signal.QUEUE_DEPTH, "web", 10)).isGreaterThan(2000);
        assertThat(watch.at(Signal.QUEUE_DEPTH, "web", 11)).isLessThan(0.1);
    }

    private static double of(Watch watch, Signal signal, Hosts hosts) {
        return of(watch, signal, hosts, 10);
    }

    private static double of(Watch watch, Signal signal, Hosts hosts, double minute) {
        return watch.trajectory()
                .series(signal, WEB, Where.everywhere(), hosts, minute(minute), minute(minute))
                .last();
    }

    /** Ten replicas of 4 cores and 16 workers. */
    private static Plant web(double demand) {
        return Plant.in("eu").demand(demand).service("web", new Size(10, 16, 4, 0.01, 0.02, 10, 0, 2, 30, 100));
    }
}
