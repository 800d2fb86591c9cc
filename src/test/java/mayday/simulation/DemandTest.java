package mayday.simulation;

import static mayday.simulation.Disturb.during;
import static mayday.simulation.Disturb.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;

/** Traffic by the clock, by region, and as effects change it. */
class DemandTest {

    @Test
    void theDailyCurveIsInterpolated() {
        var hourly =
                IntStream.range(0, 24).mapToObj(hour -> hour == 13 ? 1.0 : 0.5).toList();
        var watch = Watch.of(one().hourly(hourly), Schedule.EMPTY);

        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 0)).isCloseTo(50, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 30)).isCloseTo(75, within(0.2));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 60)).isCloseTo(100, within(0.2));
    }

    @Test
    void noiseHasTheSpreadThatWasAskedFor() {
        var series = Watch.of(one().noise(0.05), Schedule.EMPTY).series(Signal.REQUEST_RATE, "edge", 1, 600);

        var squares = IntStream.range(0, series.size())
                .mapToDouble(i -> Math.pow(series.value(i) - 100, 2))
                .sum();
        assertThat(series.mean()).isCloseTo(100, within(0.5));
        assertThat(Math.sqrt(squares / series.size())).isCloseTo(5, within(0.4));
    }

    @Test
    void drainingARegionMovesItsTrafficToTheOthers() {
        var watch = Watch.of(three(100), during(5, 10, Disturb.drain("eu")));

        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "eu", 5)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "eu", 6)).isZero();
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "us", 6)).isCloseTo(150, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 6)).isCloseTo(300, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "us", 11)).isCloseTo(100, within(0.01));
    }

    /**
     * Each region serves 200 a second: two can carry 300, but not 450 (Beyer et al., Site Reliability Engineering, 2016, chapter 22,
     * "Addressing Cascading Failures").
     */
    @Test
    void drainingOverloadsRegionsWithoutRoom() {
        var enough = Watch.of(three(100), since(5, Disturb.drain("eu")));
        var tooMuch = Watch.of(three(150), since(5, Disturb.drain("eu")));

        assertThat(enough.at(Signal.ERROR_RATIO, "edge", 10)).isZero();
        assertThat(tooMuch.at(Signal.ERROR_RATIO, "edge", 5)).isZero();
        assertThat(tooMuch.at(Signal.ERROR_REJECTED, "edge", 10)).isCloseTo(25 / 225.0, within(0.001));
    }

    @Test
    void aSurgeInARegionAddsToItAndIsDrainedWithIt() {
        var surge = new Effect.OnTraffic(Where.in(new RegionId("eu")), new Adjustment.Times(1.5), Duration.ZERO);
        var watch = Watch.of(three(100), during(5, 15, surge).with(Disturb.disturbance(10, 15, Disturb.drain("eu"))));

        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "eu", 9)).isCloseTo(150, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "us", 9)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", "us", 14)).isCloseTo(175, within(0.01));
    }

    @Test
    void anEffectRampsToItsFullStrength() {
        var ramp = new Effect.OnTraffic(Where.everywhere(), new Adjustment.Times(3), Duration.ofMinutes(10));
        var watch = Watch.of(one(), during(5, 20, ramp));

        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 5)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 10)).isCloseTo(200, within(2.0));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 15.5)).isCloseTo(300, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 20.5)).isCloseTo(100, within(0.01));
    }

    @Test
    void sheddingTurnsAwayAtTheEntryAndSparesTheRest() {
        var plant = one().service("web", Size.ample()).calls("edge", "web");
        var watch = Watch.of(plant, since(5, Disturb.to("edge", ServiceParameter.SHED, 0.6)));

        assertThat(watch.at(Signal.ERROR_REJECTED, "edge", 10)).isCloseTo(0.6, within(1e-6));
        assertThat(watch.at(Signal.ERROR_RATIO, "edge", 10)).isCloseTo(0.6, within(1e-6));
        assertThat(watch.at(Signal.REQUEST_RATE, "edge", 10)).isCloseTo(100, within(0.01));
        assertThat(watch.at(Signal.REQUEST_RATE, "web", 10)).isCloseTo(40, within(0.01));
    }

    private static Plant one() {
        return Plant.in("eu").demand(100).service("edge", Size.ample());
    }

    private static Plant three(double perRegion) {
        return Plant.in("eu", "us", "ap")
                .demand(3 * perRegion)
                .service("edge", Size.workers(10, 0.05).queueSeconds(1));
    }
}
