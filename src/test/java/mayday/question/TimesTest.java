package mayday.question;

import static mayday.question.LoadedModel.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import mayday.incident.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question is asked over the time that is said of it, two minutes after the page at 14:00. */
class TimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errors in the last hour, and anything deployed since yesterday?       | error-rate: last 1h, recent-deploys: since 9th 00:00",
                "Any deploys in the last 24 hours? What is the error rate of checkout? | recent-deploys: last 24h, error-rate: usual",
                "traffic and latency of search between 13:00 and 13:30                 | traffic: 13:00 to 13:30, latency: 13:00 to 13:30",
                "last hour: cpu and memory of checkout?                                | cpu: last 1h, memory: last 1h"
            })
    void everyQuestionHasItsOwn(String words, String heard) {
        assertThat(windows(words)).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CPU looks flat and the deploy was Monday, so what is left: is the pool of checkout to orders-db full? | conn-pools",
                "We were paged at 14:00. Which regions are failing?                                                 | region-scope",
                "Amara went to bed yesterday evening. Any locks on orders-db? | db-health"
            })
    void whatIsToldIsNoQuestions(String words, String dimension) {
        assertThat(windows(words)).isEqualTo(dimension + ": usual");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It went up at 13:50. What was deployed around then?        | recent-deploys: 13:40 to 14:00",
                "It went up at 13:50. Any deployments before that?           | recent-deploys: 12:50 to 13:50",
                "Ingrid restarted payments at 13:50. Show me its error rate since then. | error-rate: since 13:50"
            })
    void unlessAQuestionPointsAtIt(String words, String heard) {
        assertThat(windows(words)).isEqualTo(heard);
    }

    @Test
    void aTimeNobodyKnowsIsAskedForOnlyWhereItMatters() {
        assertThat(ask("error rate of checkout since the deploy").outcome()).isEqualTo(Outcome.ASK_BACK);
        assertThat(windows("Since the deploy everything was quiet here. Is the disk of orders-db full?"))
                .isEqualTo("disk: usual");
    }

    private static String windows(String words) {
        return ask(words).interpretations().stream()
                .map(each -> each.dimension().id() + ": "
                        + TimesSet.words(each.window()).replace("2026-03-09", "9th"))
                .collect(Collectors.joining(", "));
    }
}
