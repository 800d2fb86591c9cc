package mayday.simulation;

import static mayday.simulation.Disturb.disturbance;
import static mayday.simulation.Disturb.during;
import static mayday.simulation.Disturb.minute;
import static mayday.simulation.Disturb.since;
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

/**
 * Names and resolvers: times to live (RFC 1035), negative caching (RFC 2308), and a stub resolver that waits five seconds and asks the
 * next resolver (resolv.conf(5)).
 */
class NamesTest {

    @Test
    void namesFailOnlyWhenTheirTimeToLiveHasRunOut() {
        var watch = Watch.of(named(), since(5, to("dns", ServiceParameter.AVAILABLE, 0)));

        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 5)).isZero();
        assertThat(watch.at(Signal.RESOLVER_FAILURE_RATIO, "dns", 5)).isZero();
        // Half of two minutes: half of the replicas have forgotten the address.
        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 6)).isCloseTo(0.5, within(0.05));
        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 7.5)).isEqualTo(1);
        assertThat(watch.at(Signal.RESOLVER_FAILURE_RATIO, "dns", 7.5)).isEqualTo(1);
        assertThat(watch.at(Signal.REQUEST_RATE, "payments", 7.5)).isZero();
    }

    @Test
    void aWrongAnswerOutlivesItsCauseUntilItIsFlushed() {
        var poisoned = during(5, 10, to("web", "payments", DependencyParameter.NAME_FAILURE, 1));
        var left = Watch.of(named(), poisoned);
        var flushed = Watch.of(named(), poisoned.with(new Impulse.FlushResolver(minute(10.2), Where.everywhere())));

        assertThat(left.at(Signal.ERROR_RATIO, "web", 10)).isEqualTo(1);
        assertThat(left.at(Signal.ERROR_RATIO, "web", 11)).isBetween(0.4, 0.6);
        assertThat(left.at(Signal.ERROR_RATIO, "web", 13)).isZero();
        assertThat(flushed.at(Signal.ERROR_RATIO, "web", 10.5)).isZero();
    }

    /** The zone says how long "no such name" is kept, whatever the time to live of the name was. */
    @Test
    void aNegativeAnswerIsKeptForTheNegativeTimeToLive() {
        var plant = named(120, 600, 1);
        var watch = Watch.of(plant, during(5, 10, to("web", "payments", DependencyParameter.NAME_FAILURE, 1)));

        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 6)).isCloseTo(0.5, within(0.05));
        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 10)).isEqualTo(1);
        // The name is right again at minute 10, and the last resolver notices at minute 20.
        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 15)).isCloseTo(0.5, within(0.05));
        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 20.5)).isZero();
    }

    @Test
    void searchDomainsMultiplyTheQueries() {
        var watch = Watch.of(named(0, 0, 1), since(5, to("web", "payments", DependencyParameter.QUERIES, 10)));

        // Nothing is kept, so each of 100 calls asks.
        assertThat(watch.at(Signal.LOOKUP_RATE, "dns", 5)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "dns", 5)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.LOOKUP_RATE, "dns", 10)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "dns", 10)).isCloseTo(1000, within(0.1));
        assertThat(watch.at(DependencySignal.LOOKUP_RATE, "web", "payments", 10))
                .isCloseTo(100, within(0.01));
    }

    /** A resolver that carries 500 queries a second gets 1,000, and twice that once they are sent again. */
    @Test
    void anOverloadedResolverMakesLookupsFailAndIsAskedAgain() {
        var plant = named(0, 0, 1, Size.workers(1, 0.002).queueSeconds(30));
        var watch = Watch.of(plant, during(5, 10, to("web", "payments", DependencyParameter.QUERIES, 10)));

        assertThat(watch.at(Signal.ERROR_RATIO, "web", 5)).isLessThan(0.001);
        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 9)).isGreaterThan(0.5);
        assertThat(watch.at(Signal.REQUEST_RATE, "dns", 9)).isCloseTo(2000, within(50.0));
        assertThat(watch.at(Signal.RESOLVER_FAILURE_RATIO, "dns", 9)).isGreaterThan(0.5);
        assertThat(watch.at(DependencySignal.LOOKUP_TIME, "web", "payments", 9)).isGreaterThan(1.5);
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 13)).isLessThan(0.001);
    }

    /** One of four: a query meets it with 1/4, and the second query of the same look-up with 1/4 again. */
    @Test
    void oneBadResolverOfFourFailsOneLookupInSixteen() {
        var watch = Watch.of(
                named(0, 0, 1),
                since(
                        5,
                        to("dns", ServiceParameter.OUTLIER_HOSTS, 1),
                        to("dns", ServiceParameter.OUTLIER_ERROR_RATIO, 1)));

        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 10)).isCloseTo(1 / 16.0, within(1e-6));
        assertThat(watch.at(Signal.RESOLVER_FAILURE_RATIO, "dns", 10)).isCloseTo(1 / 16.0, within(1e-6));
        assertThat(watch.at(Signal.REQUEST_RATE, "dns", 10)).isCloseTo(125, within(0.1));
        assertThat(watch.at(Signal.ERROR_OWN, "dns", 10)).isCloseTo(0.25, within(1e-6));
    }

    /** One in four answers late: its queries take 10 s, more than the callers wait, so they are sent again. */
    @Test
    void oneSlowResolverOfFourMakesSomeCallsMissTheirTimeout() {
        var watch = Watch.of(
                named(0, 0, 1),
                since(
                        5,
                        to("dns", ServiceParameter.OUTLIER_HOSTS, 1),
                        to("dns", ServiceParameter.OUTLIER_SLOWDOWN, 10_000)));

        assertThat(watch.at(Signal.ERROR_RATIO, "web", 10)).isBetween(0.1, 0.25);
        assertThat(watch.at(DependencySignal.LOOKUP_TIME, "web", "payments", 10))
                .isGreaterThan(0.2);
        assertThat(watch.at(Signal.LATENCY_P50, "payments", 10)).isLessThan(0.02);
    }

    /** Query and answer each get through with 0.7, so a look-up of two tries fails with (1 - 0.49)^2. */
    @Test
    void packetLossOnUdpHitsLookupsAndNotCalls() {
        var kept = Watch.of(named(120), since(5, to("dns", ServiceParameter.QUERY_LOSS, 0.3)));
        var asked = Watch.of(named(0), since(5, to("dns", ServiceParameter.QUERY_LOSS, 0.3)));

        var fails = Math.pow(1 - 0.49, 2);
        assertThat(asked.at(Signal.RESOLVER_FAILURE_RATIO, "dns", 10)).isBetween(fails, 0.52);
        // A time-out of the first query is longer than a call may take.
        assertThat(asked.at(Signal.ERROR_NAME_RESOLUTION, "web", 10)).isCloseTo(1 - 0.49, within(1e-6));
        assertThat(asked.at(Signal.NETWORK_LOSS, "dns", 10)).isCloseTo(0.3, within(1e-6));
        assertThat(asked.at(DependencySignal.TIMEOUT_RATIO, "web", "payments", 10))
                .isZero();
        // With addresses that are kept, four replicas ask every two minutes: next to nobody notices.
        assertThat(kept.at(Signal.ERROR_RATIO, "web", 10)).isLessThan(0.001);
    }

    /** Whoever has cached the old address calls it until the time to live has run out: long ones make a slow cut-over. */
    @Test
    void aCutOverTakesAsLongAsTheTimeToLive() {
        var watch = Watch.of(named(600), since(5, to("web", "payments", DependencyParameter.MOVED, 1)));

        assertThat(watch.at(Signal.ERROR_TIMEOUT, "web", 5.5)).isGreaterThan(0.9);
        assertThat(watch.at(Signal.ERROR_TIMEOUT, "web", 10)).isCloseTo(0.5, within(0.02));
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 15.5)).isZero();
    }

    /** To take the move back makes the new addresses wrong ones. */
    @Test
    void movingBackIsACutOverToo() {
        var watch = Watch.of(named(600), during(5, 16, to("web", "payments", DependencyParameter.MOVED, 1)));

        assertThat(watch.at(Signal.ERROR_RATIO, "web", 16)).isZero();
        assertThat(watch.at(Signal.ERROR_TIMEOUT, "web", 21)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void flushingWhileTheResolverIsDownTakesTheLastAddresses() {
        var down = since(5, to("dns", ServiceParameter.AVAILABLE, 0));
        var left = Watch.of(named(600), down);
        var flushed = Watch.of(named(600), down.with(new Impulse.FlushResolver(minute(6), Where.everywhere())));

        assertThat(left.at(Signal.ERROR_RATIO, "web", 7)).isCloseTo(0.2, within(0.02));
        assertThat(flushed.at(Signal.ERROR_RATIO, "web", 7)).isEqualTo(1);
    }

    /** Who asks the other resolver has another's troubles: it takes the load, and does not know what the first was told. */
    @Test
    void anotherResolverTakesTheLookupsAndKnowsNothingYet() {
        var plant = named(0, 600, 1).service(ServiceKind.RESOLVER, "dns-b", Size.ample());
        var wrong = during(5, 6, to("web", "payments", DependencyParameter.NAME_FAILURE, 1));
        var stays = Watch.of(plant, wrong);
        var moves =
                Watch.of(plant, wrong.with(disturbance(8, 99, to("web", "payments", DependencyParameter.RESOLVER, 1))));

        assertThat(stays.at(Signal.ERROR_NAME_RESOLUTION, "web", 9)).isGreaterThan(0.6);
        assertThat(moves.at(Signal.ERROR_NAME_RESOLUTION, "web", 7.9)).isGreaterThan(0.6);
        assertThat(moves.at(Signal.ERROR_NAME_RESOLUTION, "web", 8.5)).isZero();
        assertThat(moves.at(Signal.REQUEST_RATE, "dns", 9)).isZero();
        assertThat(moves.at(Signal.REQUEST_RATE, "dns-b", 9)).isCloseTo(100, within(0.1));
    }

    @Test
    void pastAllResolversTheirTroublesAreNotFelt() {
        var down = since(5, to("dns", ServiceParameter.AVAILABLE, 0));
        var past = Watch.of(
                named(0), down.with(disturbance(8, 99, to("web", "payments", DependencyParameter.RESOLVER, -1))));

        assertThat(past.at(Signal.ERROR_RATIO, "web", 7)).isEqualTo(1);
        assertThat(past.at(Signal.ERROR_RATIO, "web", 9)).isZero();
    }

    /** A name that is not there is not there whoever is asked. */
    @Test
    void anotherResolverDoesNotMendTheZone() {
        var plant = named(0, 60, 1).service(ServiceKind.RESOLVER, "dns-b", Size.ample());
        var watch = Watch.of(
                plant,
                since(
                        5,
                        to("web", "payments", DependencyParameter.NAME_FAILURE, 1),
                        to("web", "payments", DependencyParameter.RESOLVER, 1)));

        assertThat(watch.at(Signal.ERROR_NAME_RESOLUTION, "web", 7)).isEqualTo(1);
    }

    @Test
    void aRestartedResolverForgetsWhatItWasTold() {
        var poisoned = during(5, 10, to("web", "payments", DependencyParameter.NAME_FAILURE, 1));
        var plant = named(0, 3600, 1);
        var left = Watch.of(plant, poisoned);
        var half = Watch.of(plant, poisoned.with(restart(0.5)));
        var all = Watch.of(plant, poisoned.with(restart(1)));

        assertThat(left.at(Signal.ERROR_NAME_RESOLUTION, "web", 13)).isGreaterThan(0.9);
        assertThat(half.at(Signal.ERROR_NAME_RESOLUTION, "web", 13))
                .isCloseTo(left.at(Signal.ERROR_NAME_RESOLUTION, "web", 13) / 2, within(0.01));
        assertThat(all.at(Signal.ERROR_NAME_RESOLUTION, "web", 13)).isZero();
    }

    private static Impulse restart(double share) {
        return new Impulse.Restart(minute(11), new ServiceId("dns"), Where.everywhere(), share);
    }

    private static Plant named() {
        return named(120);
    }

    private static Plant named(double ttl) {
        return named(ttl, ttl, 1);
    }

    private static Plant named(double ttl, double negativeTtl, double queries) {
        return named(ttl, negativeTtl, queries, Size.ample());
    }

    private static Plant named(double ttl, double negativeTtl, double queries, Size resolver) {
        return Plant.in("eu")
                .demand(100)
                .service("web", Size.ample())
                .service(ServiceKind.RESOLVER, "dns", resolver)
                .service("payments", Size.ample())
                .calls("web", "payments", call -> call.resolved(ttl, negativeTtl, queries));
    }
}
