package mayday.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import mayday.compiler.Shipped;
import mayday.evidence.Interpretation;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hint tells somebody to ask is understood, as what was meant; and who fishes for more is told of hints. */
class AskableTest {
    private static final ScenarioInterpreters INTERPRETERS =
            new ScenarioInterpreters(CompletableFuture.completedFuture(QuestionModel.load()));
    private static final Scenario SCENARIO =
            Shipped.library().find(new ScenarioId("elevated-500s")).orElseThrow();

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void whatAHintTellsToAskIsUnderstood(Dimension dimension) {
        var words = Places.words(dimension, SCENARIO.page().condition().service());
        var understood = INTERPRETERS.of(SCENARIO).understand(words, opened(true));

        assertThat(understood.interpretations())
                .as(understood.toString())
                .extracting(Interpretation::dimension)
                .contains(dimension);
    }

    @Test
    void whoFishesIsToldThatAHintCanBeHadAndAtWhatPrice() {
        assertThat(reply(true))
                .endsWith(
                        "If you are stuck, you can take a hint: the next one tells where to look, for 30 seconds of incident time"
                                + " and 5 points.");
        assertThat(reply(false)).doesNotContain("hint");
    }

    private static String reply(boolean hints) {
        return INTERPRETERS
                .of(SCENARIO)
                .understand("just tell me the root cause", opened(hints))
                .reply();
    }

    private static Incident opened(boolean hints) {
        return Decider.open(
                        SCENARIO,
                        1,
                        SCENARIO.causes().getFirst().id(),
                        ClockMode.PRACTICE,
                        Instant.EPOCH,
                        new Participant("p1", "Sam"),
                        new Terms(Terms.DEFAULT_RUBRIC, hints, Terms.Coaching.OFF))
                .after();
    }
}
