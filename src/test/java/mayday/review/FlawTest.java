package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlawTest {
    private static FollowUp due(String day) {
        return new FollowUp("Test it", "", List.of(), day, ToilRatings.UNSAID, List.of());
    }

    @Test
    void whatFitsHasNone() {
        var full = PostMortem.EMPTY
                .with(Section.SUMMARY, "x".repeat(Limits.SECTION_CHARACTERS))
                .with(Collections.nCopies(Limits.ACTIONS, due("2026-12-01")));

        assertThat(Flaw.in(full)).isEmpty();
    }

    @Test
    void namesEachTextThatIsTooLong() {
        var written = PostMortem.EMPTY
                .with(Section.IMPACT, "x".repeat(4_001))
                .with(List.of(due(""), FollowUp.of("y".repeat(501))));

        assertThat(Flaw.in(written))
                .containsExactly(
                        new Flaw("impact", "Impact", "is 4001 characters long; at most 4000 are kept"),
                        new Flaw(
                                "actions/1/text",
                                "The text of action 2",
                                "is 501 characters long; at most 500 are kept"));
    }

    @Test
    void namesCharactersThatNobodyMeansAndDaysThatAreNone() {
        assertThat(Flaw.in(PostMortem.EMPTY
                        .with(Section.SUMMARY, "a\u0000b")
                        .with(List.of(due("tomorrow"), due("2026-02-30"), due("+12026-02-03")))))
                .extracting(Flaw::where)
                .containsExactly("summary", "actions/0/due", "actions/1/due", "actions/2/due");
    }

    @Test
    void namesAListThatIsTooLong() {
        assertThat(Flaw.in(PostMortem.EMPTY.with(Collections.nCopies(21, due("")))))
                .containsExactly(new Flaw("actions", "The list of actions", "has 21 entries; at most 20 are kept"));
    }
}
