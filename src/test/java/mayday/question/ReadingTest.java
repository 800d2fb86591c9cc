package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import mayday.incident.Outcome;
import mayday.scenario.Dimension;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Topic LATENCY = new Topic.Of(Dimension.LATENCY);
    private static final Topic ERRORS = new Topic.Of(Dimension.ERROR_RATE);
    private static final Topic START = new Topic.Of(Dimension.START_TIME);

    /** "Is it slow and does it throw errors": neither half is sure of itself, and the whole asks both. */
    @Test
    void aPartIsLikelierToAskWhatTheWholeAsks() {
        var whole = reading(ranked(LATENCY, 0.5), ranked(ERRORS, 0.4), ranked(START, 0.1));
        var part = reading(ranked(ERRORS, 0.5), ranked(START, 0.5));

        assertThat(part.isClear()).isFalse();
        assertThat(part.within(whole).topic()).isEqualTo(ERRORS);
        assertThat(part.within(whole).isClear()).isTrue();
    }

    /** "Who changed the configuration, and when was it": the whole does not ask when the incident began. */
    @Test
    void aPartIsLessLikelyToAskWhatTheWholeDoesNot() {
        var whole = reading(ranked(LATENCY, 0.97), ranked(ERRORS, 0.03));
        var part = reading(ranked(START, 0.7), ranked(LATENCY, 0.3));

        assertThat(part.isClear()).isTrue();
        assertThat(part.within(whole).topic()).isEqualTo(LATENCY);
    }

    @Test
    void whatIsLikelyOfAPartAddsUpToOne() {
        var whole = reading(ranked(LATENCY, 0.9), ranked(ERRORS, 0.1));

        assertThat(reading(ranked(START, 0.6), ranked(ERRORS, 0.4)).within(whole).ranked().stream()
                        .mapToDouble(Classifier.Ranked::probability)
                        .sum())
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void whatIsNotClearMayStandOut() {
        assertThat(unsure(ranked(LATENCY, 0.4), ranked(ERRORS, 0.15)).isClear()).isFalse();
        assertThat(unsure(ranked(LATENCY, 0.4), ranked(ERRORS, 0.15)).standsOut())
                .isTrue();
        assertThat(unsure(ranked(LATENCY, 0.35), ranked(ERRORS, 0.1)).standsOut())
                .isFalse();
        assertThat(unsure(ranked(LATENCY, 0.4), ranked(ERRORS, 0.25)).standsOut())
                .isFalse();
        assertThat(unsure(ranked(LATENCY, 0.4), ranked(new Topic.Refused(Outcome.HYPOTHESIS), 0.15))
                        .standsOut())
                .isFalse();
        assertThat(unsure(ranked(new Topic.Refused(Outcome.ACTION), 0.6), ranked(LATENCY, 0.1))
                        .standsOut())
                .isFalse();
    }

    /** "Has it expired already": what, one can only guess. */
    @Test
    void aFewWordsThatNameNothingDoNotStandOut() {
        var few = List.<Piece>of(new Piece.Word("expired"), new Piece.Word("already"));
        var ranked = List.of(ranked(LATENCY, 0.4), ranked(ERRORS, 0.15));

        assertThat(new Reading(few, Mentions.NONE, ranked, Thresholds.USUAL).standsOut())
                .isFalse();
        assertThat(new Reading(few, Mentions.of(Storefront.system().services().getFirst()), ranked, Thresholds.USUAL)
                        .standsOut())
                .isTrue();
    }

    private static Reading unsure(Classifier.Ranked... ranked) {
        return new Reading(
                Collections.nCopies(5, new Piece.Word("word")), Mentions.NONE, List.of(ranked), Thresholds.USUAL);
    }

    private static Classifier.Ranked ranked(Topic topic, double probability) {
        return new Classifier.Ranked(topic, probability);
    }

    private static Reading reading(Classifier.Ranked... ranked) {
        return new Reading(List.of(), Mentions.NONE, List.of(ranked));
    }
}
