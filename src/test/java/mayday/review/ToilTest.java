package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.review.Toil.Priority;
import mayday.review.ToilRatings.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToilTest {
    private static Toil toil(String text, ToilRatings ratings, List<AutomationDepth> depth) {
        return Toil.of(new FollowUp(text, "", List.of(), "", ratings, depth), Ended.WORDING);
    }

    private static Toil rated(Rating frequency, Rating effort, Rating failure, Rating observability) {
        return toil("Renew it", new ToilRatings(frequency, effort, failure, observability), List.of());
    }

    @Test
    void workThatIsFrequentAndLongIsOfHighPriority() {
        var toil = rated(Rating.HIGH, Rating.HIGH, Rating.LOW, Rating.LOW);

        assertThat(toil.priority()).isEqualTo(Priority.HIGH);
        assertThat(toil.reason())
                .isEqualTo(
                        "Comes up weekly or more often; half a day by hand or more; done late, nobody notices; an alert says"
                                + " that it is due.");
    }

    @Test
    void rareWorkWhoseFailureNobodySeesIsToo() {
        assertThat(rated(Rating.LOW, Rating.LOW, Rating.HIGH, Rating.HIGH).priority())
                .isEqualTo(Priority.HIGH);
        assertThat(rated(Rating.MEDIUM, Rating.MEDIUM, Rating.MEDIUM, Rating.MEDIUM)
                        .priority())
                .isEqualTo(Priority.MEDIUM);
        assertThat(rated(Rating.LOW, Rating.MEDIUM, Rating.LOW, Rating.MEDIUM).priority())
                .isEqualTo(Priority.LOW);
    }

    @Test
    void whatIsNotSaidLeavesItOpenIfItCouldMatter() {
        var open = rated(Rating.HIGH, Rating.UNSAID, Rating.LOW, Rating.UNSAID);
        assertThat(open.priority()).isEqualTo(Priority.OPEN);
        assertThat(open.reason()).isEqualTo("Say manual effort and observability cost to rate it.");

        var decided = rated(Rating.HIGH, Rating.HIGH, Rating.UNSAID, Rating.UNSAID);
        assertThat(decided.priority()).isEqualTo(Priority.HIGH);
        assertThat(decided.reason()).endsWith("The rest could not change that.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A runbook for renewing by hand                            | 1 | it says “runbook”",
                "Move it                                                   | 1 | its words name no tool and nothing that runs by itself",
                "A test rejects search domains                             | 2 | it says “test”",
                "The canary compares processor time                        | 3 | it says “canary”",
                "The robot proposes, and the on-call approves               | 3 | it says “proposes”",
                "The robot renews certificates automatically                | 4 | it says “renews certificates automatically”",
                "Releases roll back automatically when errors double        | 4 | it says “roll back automatically”",
                "A circuit breaker around recommendations                   | 4 | it says “circuit breaker”"
            })
    void theDepthComesFromTheWords(String text, int level, String because) {
        var toil = toil(text, ToilRatings.UNSAID, List.of());

        assertThat(toil.depth().level()).isEqualTo(level);
        assertThat(toil.because()).isEqualTo(because);
        assertThat(toil.derived()).isTrue();
    }

    @Test
    void theWriterKnowsBetter() {
        var toil = toil("A runbook", ToilRatings.UNSAID, List.of(AutomationDepth.SELF_HEALING));

        assertThat(toil.depth()).isEqualTo(AutomationDepth.SELF_HEALING);
        assertThat(toil.derived()).isFalse();
    }
}
