package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mayday.review.Repertoire.Want;
import mayday.review.ReviewerQuestions.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about an answer: kindly, and never as a score. */
class AnswerCheckTest {
    private static final KnownFigures KNOWN = new KnownFigures(
            Instant.parse("2026-03-12T12:00:00Z"),
            Instant.parse("2026-03-12T14:30:00Z"),
            List.of(12_400.0, 30_000.0, 17_600.0),
            List.of(3.9, 9.1),
            Duration.ofMinutes(17));

    private static List<AnswerCheck> checks(String answer, Want... wants) {
        return AnswerCheck.of(
                new Question("acted-before-change.1", 1, "Why?", Set.of(wants)), answer, KNOWN, Run.WORDING.signs());
    }

    private static AnswerCheck check(String id, String answer, Want... wants) {
        return checks(answer, wants).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksOnlyForWhatWasAskedFor() {
        assertThat(checks("I restarted it because the graph looked like the one of last week."))
                .containsExactly(new AnswerCheck("length", true, "A length that people read."));
    }

    @Test
    void asksForOneSentenceMoreAndForTheTwoThatCarryIt() {
        assertThat(check("length", "Because.").words())
                .isEqualTo("That is very short. One sentence more would let others follow you.");
        assertThat(check("length", "So I did this. ".repeat(100)).words())
                .isEqualTo("That is long for an answer. Which two sentences carry it?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I took the restart for harmless             | true",
                "It was my guess                             | true",
                "We restarted it as the team always does     | false",
                "The restart seemed harmless, it is quick    | false",
                "In Ireland they do so                       | false"
            })
    void tellsIFromTheTeam(String answer, boolean met) {
        assertThat(check("own", answer, Want.OWN).met()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "About 20 seconds                            | true",
                "Half of them, or two minutes                | true",
                "A short while, and many were hurt           | false"
            })
    void looksForAFigure(String answer, boolean met) {
        assertThat(check("number", answer, Want.NUMBER).met()).isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,400 failed requests",
                "about 12k requests failed",
                "half of it, 6,000 failed requests, was mine",
                "3.9 % of the error budget",
                "customers were hurt for 17 minutes",
                "at 14:06 the change log was one question away",
                "10:00:00 is a length here"
            })
    void figuresThatCanBeSoStand(String answer) {
        assertThat(check("number", answer, Want.NUMBER).met()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90,000 failed requests   | You write “90,000 failed requests”; the debrief has 12,400 failed requests. Which one do you"
                        + " mean?",
                "40k requests failed      | You write “40k requests failed”; the debrief has 12,400 failed requests. Which one do you"
                        + " mean?",
                "20 % of our error budget | You write “20 % of our error budget”; the debrief has 3.9 % of the error budget. Which one"
                        + " do you mean?",
                "an outage of 9 h; 50 minutes of impact | You write “50 minutes of impact”; the debrief has customers hurt for 17"
                        + " minutes. Which one do you mean?",
                "at 19:20 I saw it        | 19:20 is no time of this incident, which ended at 14:30. Is it a slip?"
            })
    void figuresThatTheIncidentDidNotHaveAreDoubted(String answer, String words) {
        assertThat(check("number", answer)).isEqualTo(new AnswerCheck("number", false, words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An alert on pool waits, and a runbook entry | true",
                "Automate the roll-back                      | true",
                "I will be more careful next time            | false",
                "Nothing really                              | false",
                "We contest it                               | false"
            })
    void tellsAChangeFromAGoodIntention(String answer, boolean met) {
        assertThat(check("change", answer, Want.CHANGE).met()).isEqualTo(met);
    }

    @Test
    void neverSpeaksOfPoints() {
        assertThat(checks("x", Want.OWN, Want.NUMBER, Want.CHANGE))
                .hasSize(4)
                .allSatisfy(check -> assertThat(check.words()).doesNotContainPattern("\\d|score|point|wrong|bad"));
    }
}
