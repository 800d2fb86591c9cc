package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mayday.compiler.Shipped;
import mayday.debrief.Debriefs;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.review.ReviewerQuestions.Question;
import mayday.review.ReviewerQuestions.Strand;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;

/** What is asked about runs of a shipped scenario, where people write and the alarm may be false. */
class ShippedQuestionsTest {
    private static final Scenario SCENARIO =
            Shipped.library().find(new ScenarioId("elevated-500s")).orElseThrow();

    /** All strands about somebody who did nothing, whatever was chosen. */
    private static List<Strand> silent(boolean falseAlarm) {
        var cause = SCENARIO.causes().stream()
                .filter(each -> each.isFalseAlarm() == falseAlarm)
                .findFirst()
                .orElseThrow();
        var incident = Playthrough.play(SCENARIO, 7, cause.id(), Style.SILENT);
        var questions = ReviewerQuestions.of(incident, Debriefs.of(incident), Run.WORDING);
        return Stream.concat(questions.chosen().stream(), questions.others().stream())
                .toList();
    }

    @Test
    void whoeverWaitedForAnAnswerIsNamed() {
        var strands = silent(false);

        assertThat(strands)
                .filteredOn(strand -> strand.kind().equals("unanswered"))
                .singleElement()
                .satisfies(strand -> assertThat(strand.questions().getFirst().text())
                        .contains(" wrote to you at 14:")
                        .endsWith(" there was no answer. What came first?"));
        assertThat(strands)
                .flatExtracting(Strand::questions)
                .extracting(Question::text)
                .noneMatch(text -> text.contains("{"));
    }

    @Test
    void behindAFalseAlarmNobodyWasHurt() {
        assertThat(silent(true))
                .extracting(Strand::kind)
                .contains("nothing-done", "false-alarm")
                .doesNotContain("prevention", "nobody-told", "nobody-called", "time-ran-out", "rated-low");
    }

    @Test
    void everyKindIsWordedInThreeLayersAboutItsOwnTheme() {
        assertThat(Run.WORDING.kinds()).hasSizeGreaterThan(30).allSatisfy((kind, words) -> {
            assertThat(kind).matches("[a-z-]+");
            assertThat(words.gravity()).isBetween(1, 10);
            assertThat(words.layers())
                    .hasSize(Repertoire.LAYERS)
                    .allSatisfy(layer -> assertThat(layer.ask()).contains("?"));
        });
    }
}
