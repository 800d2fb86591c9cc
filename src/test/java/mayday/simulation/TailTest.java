package mayday.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two shapes that a time is given. */
class TailTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.01, 0.0312, 0.5, 1, 7.77, 19.999})
    void decaysAsTheExponentialFunction(double x) {
        assertThat(Tail.decay(x)).isCloseTo(StrictMath.exp(-x), withinPercentage(1e-7));
    }

    /** The time in an M/M/1 queue is exponential (Cooper 1981, section 3.4): mean = deviation. */
    @Test
    void anExponentialTimeIsExact() {
        assertThat(Tail.beyond(0.5, 0.2, 0.2)).isCloseTo(StrictMath.exp(-2.5), within(1e-9));
        // E min(X, T) = (1 - exp(-T / m)) m
        var late = Tail.beyond(0.5, 0.2, 0.2);
        assertThat(Tail.meanCut(0.5, 0.2, 0.2, late)).isCloseTo(0.2 * (1 - StrictMath.exp(-2.5)), within(1e-9));
    }

    @Test
    void aFixedTimeIsLateOrNot() {
        assertThat(Tail.beyond(0.5, 0.4, 0)).isZero();
        assertThat(Tail.beyond(0.5, 0.5, 0)).isEqualTo(1);
        assertThat(Tail.meanCut(0.5, 0.7, 0, 1)).isEqualTo(0.5);
        assertThat(Tail.varianceCut(0.5, 0.7, 0, 1)).isZero();
    }

    /** Quantiles of exponential times, by a lognormal of the same moments, are within a tenth. */
    @Test
    void percentilesOfAnExponentialTimeAreNearlyRight() {
        assertThat(Tail.quantile(1, 1, 0)).isCloseTo(Math.log(2), withinPercentage(3));
        assertThat(Tail.quantile(1, 1, 1.6448536269514722)).isCloseTo(Math.log(20), withinPercentage(8));
        assertThat(Tail.quantile(1, 1, 2.3263478740408408)).isCloseTo(Math.log(100), withinPercentage(8));
    }

    /** One call in ten takes 5 s, the others 0.1 s: the median hardly notices, the 99th percentile does. */
    @Test
    void aFewSlowCallsShowInTheTail() {
        var mean = 0.9 * 0.1 + 0.1 * 5;
        var deviation = Math.sqrt(0.9 * 0.1 * 4.9 * 4.9);

        assertThat(Tail.quantile(mean, deviation, 0)).isLessThan(0.3);
        assertThat(Tail.quantile(mean, deviation, 2.3263478740408408)).isBetween(4.0, 7.0);
    }
}
