package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.evidence.Interpretation;
import mayday.incident.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that a scenario's author added are understood in words that the author did not think of. */
class OwnQuestionsTest {
    private static final OwnSet AIRLINE = OwnSet.of("airline");
    private static final Evaluations.Asked ASKING = Evaluations.asking(LoadedModel.MODEL, AIRLINE.scenario());

    private static List<String> authored(String words) {
        return ASKING.apply(words).interpretations().stream()
                .map(Interpretation::authored)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "what kinds of plane get a seat map that is out of date, seat-maps",
        "two people on the same seat - how often did that happen?, double-booked",
        "is it only Visa or can nobody pay with any card, payment-methods",
        "which alarms are going off at the moment, firing-alerts",
        "do the kiosks still print luggage tags?, bag-tags"
    })
    void inOtherWords(String words, String question) {
        assertThat(authored(words)).containsExactly(question);
    }

    @Test
    void whatIsAskedOfAnotherServiceIsNotTheAuthors() {
        assertThat(ASKING.interpreter()
                        .traitsOfOwn("how long are the gc pauses of seat-inventory")
                        .keySet())
                .anyMatch(topic -> topic.question().id().value().equals("gc-pauses"));
        assertThat(ASKING.interpreter()
                        .traitsOfOwn("how long are the gc pauses of payments")
                        .keySet())
                .noneMatch(topic -> topic.question().id().value().equals("gc-pauses"));
        assertThat(authored("how much memory does payments use?")).containsExactly("");
    }

    /** A dimension is not the author's to answer because the author asks something about it, unless the author's words are used. */
    @Test
    void whoAsksForADimensionIsAnsweredTheDimension() {
        var leak = Evaluations.asking(LoadedModel.MODEL, Evaluations.shipped("slow-leak"));
        assertThat(LoadedModel.read(leak.apply("memory of playback"))).isEqualTo("memory[playback]");
        assertThat(LoadedModel.read(leak.apply("what has filled up the heap of playback?")))
                .isEqualTo("memory (heap-contents)[playback]");
    }

    @Test
    void whoOrdersOrClaimsWhatAnAuthorSpeaksOfAsksNothing() {
        assertThat(ASKING.apply("I bet the seat maps are stale").outcome()).isEqualTo(Outcome.HYPOTHESIS);
        assertThat(ASKING.apply("clear the dead letter queue").outcome()).isEqualTo(Outcome.ACTION);
    }

    @Test
    void whatAnAuthorSpeaksOfIsThere() {
        assertThat(ASKING.apply("does PayPal work?").outcome()).isNotEqualTo(Outcome.ABSENT);
        assertThat(ASKING.apply("is the loyalty-points service up?").outcome()).isEqualTo(Outcome.ABSENT);
    }
}
