package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.review.ToilRatings.Rating;
import mayday.scenario.FollowUpKind;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void writesItAllInOrder() {
        var incident = Ended.handled();
        var facts = Ended.facts(incident);
        var written = Prefill.of(incident, facts)
                .with(Section.TIMELINE, "14:00 paged\n- 14:05 rolled back\n\n")
                .with(Section.CONTRIBUTING_FACTORS, "# No test\nhas an <script>alert(1)</script> empty basket")
                .with(Section.WENT_WELL, "  ")
                .with(List.of(
                        new FollowUp(
                                "A test orders\nan empty | basket",
                                "Shop",
                                List.of(FollowUpKind.PREVENT),
                                "2026-04-01",
                                new ToilRatings(Rating.HIGH, Rating.HIGH, Rating.LOW, Rating.LOW),
                                List.of()),
                        FollowUp.of("Tell <b>everybody</b>")));

        assertThat(Markdown.of(written, facts, Ended.WORDING)).isEqualTo("""
                # Post-mortem: Tiny trouble

                12 March 2026, paged at 14:00 UTC

                ## Summary

                On 12 March 2026 from 13:52 to 14:05 UTC, for 13 minutes, requests of customers failed (Tiny shop).

                ## Impact

                13 minutes, from 13:52 to 14:05 UTC.
                104,198 requests failed, at worst 33.0 % of all requests at a time.
                10.0 % of the error budget was burned (edge availability).

                ## Timeline

                - 14:00 paged
                - 14:05 rolled back

                ## Root cause

                Confirmed during the incident: release 1.4.0 divides by zero, by E2.

                ## Contributing factors

                - \\# No test
                - has an \\<script>alert(1)\\</script> empty basket

                ## How it was detected, and why not earlier

                The alert “5xx > 2 % on edge” paged at 14:00 UTC, 8 minutes after customers were first hurt. It was acknowledged at 14:00.

                ## What went well

                _Nothing written._

                ## What went badly

                _Nothing written._

                ## Actions

                | # | Action | Kind | Owner | Due | Toil priority | Automation depth |
                |---|---|---|---|---|---|---|
                | 1 | A test orders an empty \\| basket | prevent | Shop | 2026-04-01 | high | 2, a tool with checks |
                | 2 | Tell \\<b>everybody\\</b> | – | – | – | open | 1, a documented script |
                """);
    }
}
