package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final Weights WEIGHTS = new Weights(-1, Map.of("near", 2.0));

    private static Traits near(double number) {
        return new Traits(Map.of("near", number, "unheard of", 100.0));
    }

    @Test
    void ofSeveralOneIsChosenOrNone() {
        assertThat(WEIGHTS.probabilities(List.of(near(0.5), near(0.5)))).containsExactly(1 / 3.0, 1 / 3.0);
        assertThat(WEIGHTS.probabilities(List.of())).isEmpty();
        var chosen = WEIGHTS.probabilities(List.of(near(1_000), near(0)));
        assertThat(chosen[0]).isEqualTo(1);
        assertThat(chosen[1]).isZero();
    }

    @Test
    void choicesTeachThem() {
        var choices = List.of(
                new WeightsFit.Choice(List.of(near(1), near(0)), 0),
                new WeightsFit.Choice(List.of(near(0), near(1)), 1),
                new WeightsFit.Choice(List.of(near(0), near(0)), -1));
        var learnt = WeightsFit.toChosen(choices);
        assertThat(learnt.weights()).containsOnlyKeys("near");
        assertThat(learnt.probabilities(List.of(near(1), near(0)))[0]).isGreaterThan(0.5);
        assertThat(learnt.probabilities(List.of(near(0), near(0)))[0]).isLessThan(0.3);
    }
}
