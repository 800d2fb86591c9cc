package mayday.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Signal;
import mayday.simulation.Plant.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One service alone must do what queueing theory says. */
class QueueingTest {
    private static final double SERVICE = 0.05;

    /**
     * The mean wait of an M/M/c queue, {@code C(c, a) S / (c (1 - rho))} (A. K. Erlang, 1917; Cooper, Introduction to Queueing
     * Theory, 1981, section 3.4), against the sum written out with 50 digits.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3", "1, 0.5", "1, 0.7", "1, 0.9", "4, 0.3", "4, 0.5", "4, 0.7", "4, 0.9", "16, 0.3", "16, 0.5", "16, 0.7",
        "16, 0.9", "64, 0.3", "64, 0.5", "64, 0.7", "64, 0.9"
    })
    void aServiceAloneWaitsAsErlangSays(int workers, double utilisation) {
        var watch = Watch.of(alone(workers, utilisation), Schedule.EMPTY);

        // Little's law for the queue: mean wait = requests that wait / requests per second.
        var wait = watch.at(Signal.QUEUE_DEPTH, "web", 5) / watch.at(Signal.REQUEST_RATE, "web", 5);

        var expected = erlangC(workers, utilisation) * SERVICE / (workers * (1 - utilisation));
        assertThat(wait).isCloseTo(expected, withinPercentage(5));
    }

    /** The tables up to 256 servers, and the limit of Halfin and Whitt (1981) above, against the sum. */
    @ParameterizedTest
    @CsvSource({"2, 0.8, 0.1", "100, 0.95, 0.1", "256, 0.97, 0.1", "400, 0.95, 3", "2000, 0.98, 3"})
    void theProbabilityOfWaitingIsErlangsForManyServersToo(int servers, double utilisation, double percent) {
        assertThat(ErlangC.waitProbability(servers, utilisation))
                .isCloseTo(erlangC(servers, utilisation), withinPercentage(percent));
    }

    /** The loss of M/M/1/K, {@code (1 - rho) rho^K / (1 - rho^(K+1))} (Cooper 1981, section 3.3), also in overload. */
    @ParameterizedTest
    @CsvSource({"0.3, 2", "0.5, 3", "0.7, 5", "0.8, 11", "0.9, 11", "0.9, 26", "1.25, 21", "2, 11"})
    void aShortQueueLosesWhatChanceBringsTooMuchOf(double utilisation, int places) {
        var plant = Plant.in("eu")
                .demand(utilisation / SERVICE)
                .service("web", Size.workers(1, SERVICE).queueSeconds((places - 1) * SERVICE));
        var watch = Watch.of(plant, Schedule.EMPTY);

        var loss = (1 - utilisation) * Math.pow(utilisation, places) / (1 - Math.pow(utilisation, places + 1));
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 10)).isCloseTo(loss, withinPercentage(5));
    }

    /** Without places to wait it is Erlang's B: 10 servers offered 8 lose 12.17 %. */
    @Test
    void withoutAQueueTheLossIsErlangsB() {
        var plant = Plant.in("eu")
                .demand(8 / SERVICE)
                .service("web", Size.workers(10, SERVICE).queueSeconds(0));
        var watch = Watch.of(plant, Schedule.EMPTY);

        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 10)).isCloseTo(0.1217, withinPercentage(0.1));
    }

    /** J. D. C. Little, A proof for the queuing formula L = lambda W, Operations Research 9, 1961. */
    @Test
    void requestsInTheSystemAreRateTimesTime() {
        var plant = Plant.in("eu")
                .demand(200)
                .service("web", Size.workers(64, 0.02))
                .service("db", Size.workers(16, 0.05))
                .calls("web", "db");
        var watch = Watch.of(plant, Schedule.EMPTY);

        var inside = watch.at(Signal.THREADS_BUSY, "web", 5) + watch.at(Signal.QUEUE_DEPTH, "web", 5);
        var below = watch.at(Signal.THREADS_BUSY, "db", 5) + watch.at(Signal.QUEUE_DEPTH, "db", 5);

        // The median of an exponential time is 0.7 of its mean, so times are compared as rates times means.
        assertThat(below).isCloseTo(200 * (0.05 + erlangC(16, 200 * 0.05 / 16) * 0.05 / (16 - 10)), within(1e-3));
        assertThat(inside).isCloseTo(200 * 0.02 + below, within(1e-3));
    }

    /** 1,000 requests a second into 800 leave 200 a second waiting; with a limit of 5 s of work the rest is rejected. */
    @Test
    void whatExceedsTheCapacityWaitsAndThenIsRejected() {
        var plant = Plant.in("eu")
                .demand(400)
                .service("web", Size.workers(40, SERVICE).queueSeconds(5));
        var watch = Watch.of(plant, Disturb.during(1, 3, Disturb.times("web", ServiceParameter.SERVICE_TIME, 4)));

        // After 1, 2, ... 10 seconds 200, 400, ... 2,000 wait.
        assertThat(watch.at(Signal.QUEUE_DEPTH, "web", 1 + 10 / 60.0)).isCloseTo(1100, withinPercentage(5));
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 1)).isZero();
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 2.5)).isCloseTo(0.5, within(1e-3));
        assertThat(watch.at(Signal.LATENCY_P50, "web", 2.5)).isCloseTo(4000 / 200.0, withinPercentage(3));
        // 4,000 wait, 400 a second more go than come.
        assertThat(watch.at(Signal.QUEUE_DEPTH, "web", 3 + 5 / 60.0)).isGreaterThan(1000);
        assertThat(watch.at(Signal.QUEUE_DEPTH, "web", 3.5)).isLessThan(1);
    }

    /** Two cores at 10 ms a request serve 200 a second, however many workers there are. */
    @Test
    void theProcessorIsALimitToo() {
        var plant = Plant.in("eu")
                .demand(150)
                .service("web", Size.workers(100, 0.02).cores(2, 0.01));
        var watch = Watch.of(plant, Disturb.since(5, Disturb.to("web", ServiceParameter.STOLEN_CORES, 1)));

        assertThat(watch.at(Signal.CPU, "web", 5)).isCloseTo(0.75, within(1e-3));
        assertThat(watch.at(Signal.ERROR_RATIO, "web", 5)).isZero();
        assertThat(watch.at(Signal.CPU, "web", 10)).isCloseTo(1, within(1e-3));
        assertThat(watch.at(Signal.ERROR_REJECTED, "web", 10)).isCloseTo(1 / 3.0, within(1e-3));
    }

    private static Plant alone(int workers, double utilisation) {
        return Plant.in("eu").demand(utilisation * workers / SERVICE).service("web", Size.workers(workers, SERVICE));
    }

    /** {@code (a^c / c!) / (1 - rho)} over that plus the sum of {@code a^k / k!} for k below c. */
    private static double erlangC(int servers, double utilisation) {
        var digits = new MathContext(50);
        var load = new BigDecimal(utilisation).multiply(BigDecimal.valueOf(servers));
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ZERO;
        for (var k = 0; k < servers; k++) {
            sum = sum.add(term);
            term = term.multiply(load).divide(BigDecimal.valueOf(k + 1L), digits);
        }
        var waiting = term.divide(BigDecimal.ONE.subtract(new BigDecimal(utilisation)), digits);
        return waiting.divide(waiting.add(sum), digits).doubleValue();
    }
}
