package mayday.question;

import static mayday.question.LoadedModel.ask;
import static mayday.question.LoadedModel.askInTurn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not understood is helped to ask, and is shown no menu. */
class GuidanceTest {
    private final Guidance guidance = new Guidance(new Names(Storefront.system(), Ontology.wordLists()));

    @Test
    void firstChipsThenNoneThenHowToAsk() {
        var first = askInTurn("cpu?");
        var second = askInTurn("cpu?", "memory?");
        var third = askInTurn("cpu?", "memory?", "disk?");

        assertThat(first.reply()).isEqualTo("Of which service?");
        assertThat(first.suggestions()).extracting(Suggestion::label).containsExactly("edge");
        assertThat(second.reply()).isEqualTo("Of which service?");
        assertThat(second.suggestions()).isEmpty();
        assertThat(third.reply()).startsWith("Let me help you ask.");
        assertThat(third.suggestions()).isEmpty();
    }

    @Test
    void anAnswerEndsTheRow() {
        assertThat(askInTurn("cpu?", "of checkout", "memory?").interpretations())
                .isNotEmpty();
        assertThat(askInTurn("hm", "what's wrong?", "since when?", "how is the cache doing")
                        .reply())
                .isEqualTo("Of which cache?");
    }

    @Test
    void whatIsUnderstoodInBetweenDoesNotStartTheRowAnew() {
        assertThat(askInTurn(
                                "what's wrong?",
                                "kafka lag?",
                                "what is going on?",
                                "I think it's the deploy",
                                "what's up?")
                        .reply())
                .startsWith("Let me help you ask.");
    }

    @Test
    void aReplyThatItselfNamesWhatToPickIsNotRepeated() {
        var asksBack = Replies.askBack(
                "Do you mean: latency, or traffic?",
                List.of(
                        new Suggestion("latency", "What is the latency?"),
                        new Suggestion("traffic", "How much traffic?")));

        assertThat(guidance.after(0, asksBack)).isEqualTo(asksBack);
        assertThat(guidance.after(1, asksBack)).isEqualTo(Understanding.refused(Outcome.ASK_BACK, Replies.ASK_ANEW));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"ABSENT", "NO_ANSWER_KEY", "HYPOTHESIS", "ACTION"})
    void whatWasUnderstoodIsSaidAsItIs(Outcome outcome) {
        var understood = Understanding.refused(outcome, "as it is");

        assertThat(guidance.after(9, understood)).isEqualTo(understood);
    }

    @Test
    void theExamplesAreOfNothingThatThisSystemHas() {
        var help = guidance.after(2, Replies.of(Outcome.TOO_VAGUE)).reply();

        assertThat(help).isEqualTo("""
                        Let me help you ask. A good question says what you would like to see, of which service, and since when. \
                        Elsewhere people ask:
                        · latency of the ticket office since 09:30
                        · error rate of the parking gate by region, last hour
                        · logs of the timetable containing refused
                        Short is fine, and you can ask one thing after another.""");
        for (var service : Storefront.system().services()) {
            assertThat(help.split("[^a-z-]+")).doesNotContain(service.id().value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpu?",
                "logs",
                "is redis ok",
                "memory usage",
                "latency or traffic",
                "how busy",
                "SHOW PROCESSLIST",
                "pool"
            })
    void chipsNameThePagedServiceOrADimensionAndAreFew(String words) {
        var dimensions = List.of(mayday.scenario.Dimension.values()).stream()
                .map(mayday.scenario.Dimension::words)
                .toList();

        assertThat(ask(words).suggestions()).hasSizeLessThanOrEqualTo(Understanding.MOST_SUGGESTIONS);
        for (var chip : ask(words).suggestions()) {
            assertThat(chip.label().equals("edge") || dimensions.contains(chip.label()))
                    .as(chip.label())
                    .isTrue();
        }
    }

    @Test
    void chipsComeFromWhatTheLearnerNamedWhateverTheScenarioHides() {
        var conversation =
                LoadedModel.saying(new Conversation.Turn("error rate of payments", ask("error rate of payments")));

        assertThat(conversation.mentionable()).containsExactly(new ServiceId("payments"), new ServiceId("edge"));
    }
}
