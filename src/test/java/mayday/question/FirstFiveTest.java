package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.Turns;
import mayday.incident.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** What every strong responder asks first is understood in every scenario that we ship, in thirty wordings each. */
class FirstFiveTest {
    private static final List<String> SCENARIOS = List.of(
            "elevated-500s",
            "elevated-500s-streaming",
            "dns-failures",
            "cpu-spike",
            "retry-storm",
            "bad-config-push",
            "slow-leak",
            "orders-at-a-standstill");

    /** Every wording is asked in one or two of the scenarios; in all of them in a thorough build ({@link Turns}). */
    private static final int SHARES = 6;

    private static final Map<String, List<String>> WORDINGS = Utterances.table("first-five", new TypeReference<>() {});

    private static boolean isTurnOf(String scenario, int row) {
        return Turns.areAll() || row % SHARES == SCENARIOS.indexOf(scenario) % SHARES;
    }

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    void isUnderstoodOneByOne(String scenario) {
        var asking = Evaluations.asking(LoadedModel.MODEL, Evaluations.shipped(scenario));
        var misunderstood = new ArrayList<String>();
        WORDINGS.forEach((dimension, wordings) -> {
            assertThat(wordings).as(dimension).hasSize(30);
            for (var row = 0; row < 30; row++) {
                var words = wordings.get(row);
                if (!isTurnOf(scenario, row)) {
                    continue;
                }
                var understood = asking.apply(words);
                if (!QuestionReport.dimensions(understood).equals(java.util.Set.of(dimension))) {
                    misunderstood.add(words + " -> " + LoadedModel.read(understood) + understood.reply());
                }
            }
        });

        assertThat(misunderstood).isEmpty();
    }

    /** Not as the question before over again: "all regions or one?" asks something of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "which services are failing?",
                "error rate of checkout",
                "which services are failing, and since when?"
            })
    void isUnderstoodAfterAnotherQuestion(String before) {
        var misunderstood = new ArrayList<String>();
        WORDINGS.forEach((dimension, wordings) -> Turns.one(3, wordings).forEach(words -> {
            var understood = LoadedModel.askInTurn(before, words);
            if (!QuestionReport.dimensions(understood).equals(java.util.Set.of(dimension))) {
                misunderstood.add(words + " -> " + LoadedModel.read(understood) + understood.reply());
            }
        }));

        assertThat(misunderstood).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    void isUnderstoodInOneMessage(String scenario) {
        var asking = Evaluations.asking(LoadedModel.MODEL, Evaluations.shipped(scenario));
        var misunderstood = new ArrayList<String>();
        for (var row = 0; row < 30; row++) {
            if (!isTurnOf(scenario, row)) {
                continue;
            }
            var message = new StringBuilder();
            for (var wordings : WORDINGS.values()) {
                var words = wordings.get(row);
                message.append(words).append(words.matches(".*[?.]") ? " " : "? ");
            }
            var understood = asking.apply(message.toString());
            if (understood.outcome() != Outcome.ANSWERED
                    || !QuestionReport.dimensions(understood).equals(WORDINGS.keySet())) {
                misunderstood.add(message + "-> " + LoadedModel.read(understood) + understood.reply());
            }
        }

        assertThat(misunderstood).isEmpty();
    }
}
