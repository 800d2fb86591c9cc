package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrefillTest {
    @Test
    void tellsWhatIsKnown() {
        var incident = Ended.handled();

        var draft = Prefill.of(incident, Ended.facts(incident));

        assertThat(draft.text(Section.SUMMARY))
                .isEqualTo(
                        "On 12 March 2026 from 13:52 to 14:05 UTC, for 13 minutes, requests of customers failed (Tiny shop).");
        assertThat(draft.text(Section.IMPACT)).isEqualTo("""
                13 minutes, from 13:52 to 14:05 UTC.
                104,198 requests failed, at worst 33.0 % of all requests at a time.
                10.0 % of the error budget was burned (edge availability).""");
        assertThat(draft.text(Section.TIMELINE)).isEqualTo("""
                13:52 Customers began to be hurt
                14:00 Paged: 5xx > 2 % on edge
                14:00 Page acknowledged
                14:01 Declared SEV2
                14:01 Confirmed: release 1.4.0 divides by zero
                14:01 Update to the status page: A third of orders fails; we roll back.
                14:01 Started: Roll back shop, all regions
                14:05 Done: Roll back shop, all regions
                14:05 Customers were no longer hurt
                14:11 Closed: Release 1.4.0 was bad; rolled back.""");
        assertThat(draft.text(Section.ROOT_CAUSE))
                .isEqualTo("Confirmed during the incident: release 1.4.0 divides by zero, by E2.");
        assertThat(draft.text(Section.DETECTION))
                .isEqualTo(
                        "The alert “5xx > 2 % on edge” paged at 14:00 UTC, 8 minutes after customers were first hurt."
                                + " It was acknowledged at 14:00.");
    }

    @Test
    void leavesToPeopleWhatOnlyPeopleCanSay() {
        var incident = Ended.handled();

        var draft = Prefill.of(incident, Ended.facts(incident));

        assertThat(draft.text(Section.CONTRIBUTING_FACTORS)).isEmpty();
        assertThat(draft.text(Section.WENT_WELL)).isEmpty();
        assertThat(draft.text(Section.WENT_BADLY)).isEmpty();
        assertThat(draft.actions()).isEmpty();
    }

    @Test
    void doesNotTellATruthThatNobodyFound() {
        var incident = Ended.untouched();

        var draft = Prefill.of(incident, Ended.facts(incident));

        assertThat(draft.text(Section.ROOT_CAUSE)).isEmpty();
        assertThat(draft.text(Section.DETECTION)).endsWith("Nobody acknowledged it.");
        assertThat(draft.text(Section.SUMMARY)).endsWith("It was not over when the incident ended.");
        assertThat(draft.text(Section.TIMELINE)).isEqualTo("""
                13:52 Customers began to be hurt
                14:00 Paged: 5xx > 2 % on edge
                14:30 Time ran out""");
    }

    @Test
    void writesFiguresThatTheChecksAgreeWith() {
        for (var incident : List.of(Ended.handled(), Ended.untouched())) {
            var facts = Ended.facts(incident);
            var draft = Prefill.of(incident, facts);

            assertThat(new QuantifiedImpact().of(draft, facts, Ended.WORDING).met())
                    .isTrue();
            assertThat(new AgreeingFigures().of(draft, facts, Ended.WORDING).notes())
                    .isEmpty();
        }
    }

    @Test
    void offersTheTimelineTheHypothesesAndEachPieceOfEvidence() {
        var incident = Ended.handled();

        assertThat(Inserts.of(incident, Ended.facts(incident)))
                .extracting(Insert::title)
                .containsExactly(
                        "Timeline, 10 moments",
                        "Hypotheses with final confidence",
                        "E1 edge error ratio",
                        "E2 Recent releases");
        assertThat(Inserts.find(Inserts.of(incident, Ended.facts(incident)), "hypotheses"))
                .hasValueSatisfying(insert ->
                        assertThat(insert.text()).isEqualTo("H1 release 1.4.0 divides by zero: confirmed, 80 %"));
    }
}
