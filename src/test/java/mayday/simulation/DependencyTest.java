package mayday.simulation;

import static mayday.simulation.Disturb.during;
import static mayday.simulation.Disturb.minute;
import static mayday.simulation.Disturb.since;
import static mayday.simulation.Disturb.times;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/** What a sick dependency does to its callers. */
class DependencyTest {

    /** 20 workers, 10 requests a second: 4 s each with the slow call inline need 40. */
    @Test
    void aSlowCallMadeInlineTakesAllWorkers() {
        var plant = Plant.in("eu")
                .demand(10)
                .service("edge", Size.ample())
                .service("web", Size.workers(20, 0.02).queueSeconds(0.1))
                .service("recommendations", Size.ample())
                .calls("edge", "web", call -> call.timeout(10))
                .calls("web", "recommendations", call -> call.calls(0).timeout(5));
        var watch = Watch.of(
                plant,
                since(
                        5,
                        to("web", "recommendations", DependencyParameter.CALLS, 1),
                        to("recommendations", ServiceParameter.SERVICE_TIME, 4)));

        assertThat(watch.at(Signal.THREADS_BUSY, "web", 5)).isLessThan(1);
        assertThat(watch.at(Signal.THREADS_BUSY, "web", 20)).isCloseTo(20, within(0.5));
        // Some 20 / 4 s get through.
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 20)).isBetween(0.3, 0.6);
        assertThat(watch.at(Signal.LATENCY_P50, "web", 20)).isGreaterThan(3);
        assertThat(watch.at(Signal.ERROR_DEPENDENCY, "edge", 20)).isGreaterThan(0.3);
    }

    @Test
    void aFallbackHidesFailuresButNotTheTimeTheyTake() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("web", Size.ample())
                .service("recommendations", Size.ample())
                .calls("web", "recommendations", call -> call.timeout(0.5).fallback(0.9));
        var watch = Watch.of(plant, since(5, times("recommendations", ServiceParameter.SERVICE_TIME, 4000)));

        // 20 s of exponential time are within 0.5 s in one of forty cases.
        var failing = 0.1 * Math.exp(-0.5 / 20);
        assertThat(watch.at(Signal.ERROR_TIMEOUT, "web", 10)).isCloseTo(failing, within(1e-4));
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 10)).isCloseTo(failing, within(1e-4));
        assertThat(watch.at(Signal.LATENCY_P50, "web", 10)).isBetween(0.45, 0.55);
    }

    /**
     * A starved pool (Nygard, Release It!, 2nd ed. 2018, "Blocked Threads"), by Little's law: 4 connections held for 50 ms carry 80
     * calls a second; 60 come at first, then each takes four times as long.
     */
    @Test
    void aSmallPoolMakesCallsWaitAndGiveUp() {
        var plant = Plant.in("eu")
                .demand(60)
                .service("web", Size.ample().replicas(2))
                .service("db", Size.workers(64, 0.05))
                .calls("web", "db", call -> call.pool(2).timeout(1));
        var watch = Watch.of(plant, since(5, times("db", ServiceParameter.SERVICE_TIME, 4)));

        assertThat(watch.at(DependencySignal.POOL_SIZE, "web", "db", 5)).isEqualTo(4);
        assertThat(watch.at(DependencySignal.POOL_IN_USE, "web", "db", 5)).isCloseTo(3, within(0.01));
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 5)).isLessThan(0.001);
        assertThat(watch.at(DependencySignal.POOL_IN_USE, "web", "db", 10)).isCloseTo(4, within(0.05));
        assertThat(watch.at(DependencySignal.POOL_WAITING, "web", "db", 10)).isGreaterThan(15);
        // 20 of 60 go through.
        assertThat(watch.at(Signal.ERROR_TIMEOUT, "web", 10)).isCloseTo(2 / 3.0, within(0.02));
        assertThat(watch.at(Signal.REQUEST_RATE, "db", 10)).isCloseTo(20, within(0.5));
    }

    @Test
    void aFlushedCacheSendsEverythingToTheDatabaseAndFillsAgain() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("web", Size.ample())
                .service(ServiceKind.DATABASE, "db", Size.workers(64, 0.01))
                .service(ServiceKind.CACHE, "cache", Size.ample())
                .calls("web", "db", call -> call.cachedBy("cache", 0.9, 60));
        var flush = new Impulse.EmptyCache(minute(5), new ServiceId("cache"), Where.everywhere());
        var watch = Watch.of(plant, Schedule.EMPTY.with(flush));

        assertThat(watch.at(Signal.REQUEST_RATE, "db", 5)).isCloseTo(10, within(0.01));
        assertThat(watch.at(Signal.CACHE_HIT_RATIO, "cache", 5)).isCloseTo(0.9, within(0.001));
        assertThat(watch.at(Signal.REQUEST_RATE, "db", 5 + 10 / 60.0)).isGreaterThan(85);
        // Three time constants later a twentieth is missing.
        assertThat(watch.at(Signal.CACHE_HIT_RATIO, "cache", 8)).isCloseTo(0.9 * (1 - Math.exp(-3)), within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "db", 20)).isCloseTo(10, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "cache", 5)).isCloseTo(100, within(0.01));
    }

    @Test
    void aDeadCacheSparesNothing() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("web", Size.ample())
                .service(ServiceKind.DATABASE, "db", Size.workers(64, 0.01))
                .service(ServiceKind.CACHE, "cache", Size.ample())
                .calls("web", "db", call -> call.cachedBy("cache", 0.9, 60));
        var watch = Watch.of(plant, during(5, 10, to("cache", ServiceParameter.AVAILABLE, 0)));

        assertThat(watch.at(Signal.REQUEST_RATE, "db", 9)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.CACHE_HIT_RATIO, "cache", 9)).isZero();
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 9)).isZero();
        assertThat(watch.at(Signal.REQUEST_RATE, "db", 11)).isCloseTo(10, within(0.01));
    }

    @Test
    void anExpiredCertificateStopsEveryCaller() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("web", Size.ample())
                .service(ServiceKind.THIRD_PARTY, "payments", Size.ample().certificate(10 / 1440.0))
                .calls("web", "payments", call -> call.calls(0.3).attempts(3));
        // Ten minutes of validity are left two hours after the origin.
        var watch = Watch.of(plant, during(140, 145, to("payments", ServiceParameter.CERTIFICATE_DAYS, 90)));

        assertThat(watch.at(Signal.CERTIFICATE_DAYS, "payments", 120)).isCloseTo(10 / 1440.0, within(1e-4));
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 129)).isZero();
        assertThat(watch.at(Signal.ERROR_TLS, "web", 132)).isCloseTo(0.3, within(1e-6));
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 132)).isCloseTo(0.3, within(1e-6));
        assertThat(watch.at(DependencySignal.TLS_RATIO, "web", "payments", 132)).isEqualTo(1);
        assertThat(watch.at(Signal.REQUEST_RATE, "payments", 132)).isZero();
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 142)).isZero();
    }

    /** A lost packet is sent again after 200 ms, then 400 ms, ... (RFC 6298, with the least time-out of Linux). */
    @Test
    void lostPacketsMakeCallsSlowBeforeTheyFail() {
        var plant = Plant.in("eu")
                .demand(100)
                .service("web", Size.ample())
                .service("db", Size.ample())
                .calls("web", "db", call -> call.timeout(2));
        var some = Watch.of(plant, since(5, to("web", "db", DependencyParameter.LOSS, 0.05)));
        var most = Watch.of(plant, since(5, to("web", "db", DependencyParameter.LOSS, 0.7)));

        assertThat(some.at(Signal.LATENCY_P99, "web", 10)).isGreaterThan(5 * some.at(Signal.LATENCY_P99, "web", 5));
        assertThat(some.at(Signal.ERROR_RATIO, "web", 10)).isLessThan(0.001);
        assertThat(some.at(Signal.NETWORK_LOSS, "db", 10)).isCloseTo(0.05, within(1e-6));
        assertThat(most.at(Signal.ERROR_TIMEOUT, "web", 10)).isGreaterThan(0.5);
    }

    @Test
    void aQueueTakesMessagesWhileItsConsumerIsDownAndDeliversThemLater() {
        var plant = Plant.in("eu")
                .demand(50)
                .service("web", Size.ample())
                .service(ServiceKind.QUEUE, "queue", Size.workers(10, 0.01).queueSeconds(100_000))
                .service("mailer", Size.ample())
                .calls("web", "queue")
                .calls("queue", "mailer");
        var watch = Watch.of(plant, during(5, 15, to("mailer", ServiceParameter.ERROR_RATIO, 1)));

        assertThat(watch.at(Signal.ERROR_RATIO, "web", 14)).isZero();
        assertThat(watch.at(Signal.LATENCY_P99, "web", 14)).isLessThan(0.2);
        // The last sample's mean; some hundreds are being tried.
        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 15)).isCloseTo(50 * 595, within(1000.0));
        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 25)).isLessThan(1);
        assertThat(watch.at(Signal.REQUEST_RATE, "mailer", 25)).isCloseTo(50, within(0.1));
    }

    /** Messages come at 50 a second; a consumer that takes 40 leaves 10 a second behind, and one that takes 60 catches up as fast. */
    @Test
    void aSlowConsumerLetsTheQueueGrowAndAFastOneDrainsIt() {
        var plant = Plant.in("eu")
                .demand(50)
                .service("web", Size.ample())
                .service(ServiceKind.QUEUE, "queue", Size.workers(80, 0.001).queueSeconds(100_000))
                .service("consumer", Size.workers(6, 0.1))
                .calls("web", "queue")
                .calls("queue", "consumer", call -> call.timeout(10));
        var watch = Watch.of(plant, during(5, 25, to("consumer", ServiceParameter.SERVICE_TIME, 0.15)));

        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 5)).isLessThan(5);
        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 15)).isCloseTo(10 * 600, within(400.0));
        assertThat(watch.at(Signal.QUEUE_AGE, "queue", 15)).isCloseTo(6000 / 40.0, within(12.0));
        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 25)).isCloseTo(10 * 1200, within(600.0));
        // What took twenty minutes to come takes about as long to go.
        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 35)).isCloseTo(12_000 - 10 * 600, within(1200.0));
        assertThat(watch.at(Signal.QUEUE_DEPTH, "queue", 50)).isLessThan(100);
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 20)).isZero();
    }
}
