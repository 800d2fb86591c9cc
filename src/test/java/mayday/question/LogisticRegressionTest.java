package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** Three of four with the trait are labelled, one of four without: log odds of 1.0986 either way. */
    @Test
    void findsTheLogOddsOfATable() {
        var rows = new double[][] {{1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 0}, {1, 0}, {1, 0}, {1, 0}};
        var labels = new int[] {1, 1, 1, 0, 1, 0, 0, 0};

        var weights = LogisticRegression.fit(rows, labels, 1e-9);

        assertThat(weights[0]).isCloseTo(-Math.log(3), within(1e-4));
        assertThat(weights[1]).isCloseTo(2 * Math.log(3), within(1e-4));
        assertThat(LogisticRegression.probability(new double[] {1, 1}, weights)).isCloseTo(0.75, within(1e-4));
    }

    @Test
    void aPenaltyKeepsWeightsSmall() {
        var rows = new double[][] {{1, 1}, {1, 0}};

        assertThat(LogisticRegression.fit(rows, new int[] {1, 0}, 1)[1]).isBetween(0.3, 1.0);
    }
}
