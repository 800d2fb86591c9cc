package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.compiler.Shipped;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no customer sent fail in front, and customers are told to be well. */
class SparedCustomersTest {
    private static String customers(String cause) {
        return Played.of("false-alarm", cause)
                .ask("what do customers notice?", Dimension.CUSTOMER_IMPACT)
                .answers()
                .getLast()
                .replaceAll("\\h", " ");
    }

    @Test
    void realUsersAreWellWhileTheFrontCountsFailures() {
        assertThat(customers("load-test"))
                .isEqualTo(
                        "About 0 of 12 000 requests a minute fail for customers (0 %). No journey fails for 1 % of its customers or"
                                + " more. At door 20 % of all requests fail: not all of them are customers'.");
    }

    @Test
    void realUsersAreHitByARealFault() {
        assertThat(customers("real"))
                .startsWith("About 3 600 of 12 000 requests a minute fail for customers (30 %).")
                .contains("Customers of all regions are hit.")
                .doesNotContain("not all of them");
    }

    @Test
    void theSliCountsEveryRequest() {
        assertThat(Played.of("false-alarm", "load-test").errors(Played.minute(0)))
                .isEqualTo(0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "elevated-500s, load-test",
        "elevated-500s-streaming, chaos-experiment",
        "region-loss, refused-bots",
        "cache-stampede, counted-answers",
        "bad-config-push, refused-testers",
        "slow-leak, full-heap"
    })
    void shippedFalseAlarmsHurtNobody(String scenario, String cause) {
        var shipped = Shipped.library().find(new ScenarioId(scenario)).orElseThrow();
        var incident = Playing.practice(shipped, new CauseId(cause))
                .when(Playing.ask("what do customers notice?", Dimension.CUSTOMER_IMPACT))
                .incident();

        assertThat(incident.history().toString()).contains("No journey fails").doesNotContain("are hit");
    }
}
