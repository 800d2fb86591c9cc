package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import mayday.question.ConditionalLogit.Choice;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {
    private static final double[] WITH = {1, 1};
    private static final double[] WITHOUT = {1, 0};

    private static Stream<Choice> times(int count, double[] only, int chosen) {
        return Collections.nCopies(count, new Choice(List.of(only), chosen)).stream();
    }

    /** Three of four with the trait are chosen, one of four without: log odds of 1.0986 either way. */
    @Test
    void findsTheLogOddsOfATable() {
        var choices = Stream.of(times(3, WITH, 0), times(1, WITH, -1), times(1, WITHOUT, 0), times(3, WITHOUT, -1))
                .flatMap(each -> each)
                .toList();

        var weights = ConditionalLogit.fit(choices, 1e-9);

        assertThat(weights[0]).isCloseTo(-Math.log(3), within(1e-4));
        assertThat(weights[1]).isCloseTo(2 * Math.log(3), within(1e-4));
    }

    /** Of two the one with the trait is chosen three times, the other once, and neither once. */
    @Test
    void findsWhatIsChosenOfTwo() {
        var choices = Stream.of(0, 0, 0, 1, -1)
                .map(chosen -> new Choice(List.of(WITH, WITHOUT), chosen))
                .toList();

        assertThat(ConditionalLogit.fit(choices, 1e-9)[1]).isCloseTo(Math.log(3), within(1e-4));
    }

    @Test
    void aPenaltyKeepsWeightsSmall() {
        var choices = List.of(new Choice(List.of(WITH), 0), new Choice(List.of(WITHOUT), -1));

        assertThat(ConditionalLogit.fit(choices, 1)[1]).isBetween(0.3, 1.0);
    }
}
