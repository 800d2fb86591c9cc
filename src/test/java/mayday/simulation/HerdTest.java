package mayday.simulation;

import static mayday.simulation.Disturb.disturbance;
import static mayday.simulation.Disturb.minute;
import static mayday.simulation.Disturb.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/**
 * A cache that empties sends a thundering herd to the database (Nishtala et al., Scaling Memcache at Facebook, NSDI 2013). Sized for
 * the misses alone, the database answers nobody in time, and nothing that comes late fills the cache: the look-aside cache of Huang et
 * al., Metastable failures in the wild, OSDI 2022, section 4.
 */
class HerdTest {
    private static final Schedule FLUSH =
            Schedule.EMPTY.with(new Impulse.EmptyCache(minute(5), new ServiceId("cache"), Where.everywhere()));

    /** 1,000 a second, of which 100 miss; the database carries so many. */
    private static Plant shop(double databasePerSecond) {
        return Plant.in("eu")
                .demand(1000)
                .service("edge", Size.ample())
                .service("web", Size.ample())
                .service(ServiceKind.CACHE, "cache", Size.ample())
                .service(ServiceKind.DATABASE, "db", Size.workers((int) (databasePerSecond / 50), 0.02))
                .calls("edge", "web", call -> call.timeout(5))
                .calls("web", "db", call -> call.timeout(0.5).cachedBy("cache", 0.9, 60));
    }

    @Test
    void aDatabaseThatCarriesItAllFillsTheCacheAgain() {
        var watch = Watch.of(shop(1500), FLUSH);

        assertThat(watch.at(Signal.REQUEST_RATE, "db", 5 + 10 / 60.0)).isGreaterThan(800);
        assertThat(watch.series(Signal.ERROR_RATIO, "edge", 0, 30).highest()).isLessThan(0.01);
        assertThat(watch.at(Signal.CACHE_HIT_RATIO, "cache", 15)).isCloseTo(0.9, within(0.001));
    }

    @Test
    void aDatabaseSizedForTheMissesStaysDown() {
        var watch = Watch.of(shop(150), FLUSH);

        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 5)).isLessThan(0.001);
        assertThat(watch.at(Signal.ERROR_TIMEOUT, "web", 6)).isGreaterThan(0.1);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 60)).isGreaterThan(0.8);
        assertThat(watch.at(Signal.CACHE_HIT_RATIO, "cache", 60)).isLessThan(0.05);
    }

    /** With few enough at a time the database answers, the cache fills, and the others can come back. */
    @Test
    void sheddingLetsTheCacheFill() {
        var shed = disturbance(20, 30, to("edge", ServiceParameter.SHED, 0.9));
        var watch = Watch.of(shop(150), FLUSH.with(shed));

        assertThat(watch.at(Signal.CACHE_HIT_RATIO, "cache", 30)).isGreaterThan(0.88);
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 40)).isLessThan(0.001);
    }
}
