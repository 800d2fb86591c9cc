package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms as no page of ours sends them: a sentence that says what is wrong, and nothing has happened. */
@TestInstance(Lifecycle.PER_CLASS)
class BadFormsTest {
    private Served served;
    private Caller caller;
    private String incident = "";

    @BeforeAll
    void serve(@TempDir Path folder) throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
        incident = caller.open().replace("/api/v1", "");
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/evidence/E99/pin          | pinned      | yes       | no evidence called \"E99\"",
                "/hypotheses/H99/confidence | confidence  | 50        | no hypothesis called \"H99\"",
                "/started/A99/cancel        | any         | any       | no action called \"A99\"",
                "/actions/roll-back         | target      | moon      | one of edge",
                "/escalations               | team        | nobody    | no team called \"nobody\"",
                "/severity                  | severity    | SEV9      | Choose a severity",
                "/wait                      | seconds     | soon      | 1 to 1800 seconds",
                "/hypotheses                | confidence  | 101       | from 0 to 100"
            })
    void aFieldThatIsWrong(String move, String field, String value, String said) {
        refused(move, Map.of(field, value), 422, said);
    }

    @Test
    void anAddressOfNothing() {
        refused("/hypotheses/H99", Map.of("status", "confirmed"), 404, "There is no hypothesis H99 on this board.");
        refused("/evidence/E99/link", Map.of("stance", "for"), 404, "There is no evidence E99 on this board.");
        refused("/actions/pray", Map.of("target", "checkout"), 404, "There is no action pray here.");
    }

    @Test
    void aQuestionOfAHundredKilobytes() {
        refused("/questions", Map.of("text", "x".repeat(5_000)), 422, "at most 400 characters");
        refused("/questions", Map.of("text", "x".repeat(100_000)), 413, "at most 64 KiB");
    }

    @Test
    void controlCharacters() {
        refused("/questions", Map.of("text", "error\u0000rate"), 422, "control character at position 6");
        refused("/updates", Map.of("audience", "channel", "text", "\u001b[2J"), 422, "control character at position 1");
        refused("/close", Map.of("statement", "It was\u0007"), 422, "control character at position 7");
    }

    @Test
    void aScenarioThatIsNotThere() {
        for (var fields : List.of(
                Map.of("scenario", "nope", "clock", "live"), Map.of("scenario", "elevated-500s", "clock", "sun"))) {
            var answer = caller.submit("/incidents", fields);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.page().select("main").text()).contains("no such scenario");
        }
    }

    private void refused(String move, Map<String, String> fields, int status, String said) {
        var before = version();
        var answer = caller.submit(incident + move, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.page().text()).contains(said);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(version()).isEqualTo(before);
    }

    private long version() {
        return caller.get("/api/v1" + incident).json().get("version").asLong();
    }
}
