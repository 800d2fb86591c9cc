package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 minutes                        | 1440",
                "a 24-minute outage                | 1440",
                "about 25 min                      | 1500",
                "1 hour 5 minutes                  | 3900",
                "1h 5m                             | 3900",
                "2.5 hours                         | 9000",
                "3 min 20 s                        | 200",
                "90 seconds                        | 90",
                "from 03:55 to 04:19 UTC           | 1440",
                "23:50 until 00:10                 | 1200"
            })
    void readsLengthsOfTime(String words, double seconds) {
        assertThat(Figures.lengths(words)).extracting(Stated::value).containsExactly(seconds);
    }

    @Test
    void doesNotTakeOtherThingsForLengths() {
        assertThat(Figures.lengths("a 30-day window, 1.2m requests, 14 replicas, at 14:06, 5 more, 3 months"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,400 requests failed            | 12400",
                "about 12k failed requests         | 12000",
                "1.2 million requests              | 1200000",
                "12,400 of 40,000 requests failed  | 12400",
                "12400 checkout requests           | 12400"
            })
    void readsCountsOfRequests(String words, double count) {
        assertThat(Figures.counts(words, true)).extracting(Stated::value).containsExactly(count);
    }

    @Test
    void doesNotTakeOtherThingsForCounts() {
        assertThat(Figures.counts("for 20 minutes requests failed; at 14:06 UTC requests came back; 400 of them", true))
                .isEmpty();
        assertThat(Figures.counts("300 customers", true)).isEmpty();
        assertThat(Figures.counts("300 customers", false)).hasSize(1);
    }

    @Test
    void tellsTheShareOfTheBudgetFromOthers() {
        var text = "30 % of orders failed, 18.4 % of the 30-day error budget went. Error budget burned: 2 per cent.";

        assertThat(Figures.budgetShares(text)).extracting(Stated::value).containsExactly(0.184, 0.02);
        assertThat(Figures.requestShares("31 % of all requests, 60 % of orders"))
                .extracting(Stated::value)
                .containsExactly(0.31);
    }

    @Test
    void agreesWithinHalfAStepOrFivePerCent() {
        var minutes = Figures.lengths("24 minutes").getFirst();

        assertThat(minutes.isAbout(24 * 60 + 50)).isTrue();
        assertThat(minutes.isAbout(26 * 60)).isFalse();
        assertThat(Figures.counts("92,000 requests", true).getFirst().isAbout(92_019))
                .isTrue();
        assertThat(Figures.counts("92,000 requests", true).getFirst().isAbout(99_000))
                .isFalse();
        assertThat(Figures.counts("about 92,000 requests", true).getFirst().isAbout(99_000))
                .isTrue();
    }

    /** A text as long as a section may be, of what costs a careless reader most. */
    @Test
    void isDoneWithAnyTextAtOnce() {
        var nines = "9".repeat(Limits.SECTION_CHARACTERS);
        assertThat(Figures.lengths(nines)).isEmpty();
        assertThat(Figures.lengths(nines + " minutes")).hasSize(1);
        assertThat(Figures.counts("1 ".repeat(Limits.SECTION_CHARACTERS / 2) + "requests", true))
                .hasSize(1);
        assertThat(Figures.lengths("1 hour ".repeat(Limits.SECTION_CHARACTERS / 7)))
                .hasSizeGreaterThan(100);
    }
}
