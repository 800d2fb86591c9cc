package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int EPOCHS = 20;
    private static final SentenceEncoder ENCODER = SentenceEncoder.load();
    private static final String DISK = "how full is the disk";
    private static final String CACHE = "what is the hit ratio of the cache";

    @Test
    void ofOneClassTheProbabilitiesAddUpToOne() {
        var regression = Regression.train(
                List.of(new Regression.Labelled(seen(DISK), 0), new Regression.Labelled(seen(CACHE), 1)), 2, EPOCHS);

        var probabilities = regression.probabilities(seen(DISK));

        assertThat(probabilities[0]).isGreaterThan(0.9f);
        assertThat(probabilities[0] + probabilities[1]).isBetween(0.999f, 1.001f);
    }

    @Test
    void ofAnyClassesBothMayBeLikelyOrNone() {
        var examples = new ArrayList<Regression.Labelled>();
        examples.add(new Regression.Labelled(seen(DISK), Set.of(0)));
        examples.add(new Regression.Labelled(seen(CACHE), Set.of(1)));
        examples.add(new Regression.Labelled(seen(DISK + " and " + CACHE), Set.of(0, 1)));
        examples.add(new Regression.Labelled(seen("good morning everybody"), Set.of()));

        var regression = Regression.trainEach(examples, 2, EPOCHS);

        assertThat(regression.probabilities(seen(DISK + " and " + CACHE))[0]).isGreaterThan(0.5f);
        assertThat(regression.probabilities(seen(DISK + " and " + CACHE))[1]).isGreaterThan(0.5f);
        assertThat(regression.probabilities(seen("good morning everybody"))[0]).isLessThan(0.5f);
        assertThat(regression.probabilities(seen("good morning everybody"))[1]).isLessThan(0.5f);
    }

    private static Features seen(String text) {
        return Features.of(text, ENCODER);
    }
}
