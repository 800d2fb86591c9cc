package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets a problem document that says what, where and how to mend it, and changes nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class ProblemsTest {
    private Served served;
    private Caller caller;
    private String incident = "";

    @BeforeAll
    void serve(@TempDir Path folder) throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
        incident = caller.open();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private Caller.Answer refused(Caller.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().propertyNames()).contains("type", "title", "detail");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("mayday.");
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'text': 'error rate'                | malformed-json",
                "not json                             | malformed-json",
                "['text']                             | malformed-json",
                "{'text': 'a', 'text': 'b'}           | malformed-json",
                "{'text': 'a'} {'text': 'b'}          | malformed-json"
            })
    void aBodyThatIsNotAnObject(String body, String kind) {
        var answer = refused(caller.post(incident + "/questions", body), 400);
        assertThat(answer.json().get("type").asString()).endsWith(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "questions  | {}                                             | /text       | is missing",
                "questions  | {'text': ''}                                   | /text       | is empty",
                "questions  | {'text': 7}                                    | /text       | must be a text",
                "questions  | {'text': 'a', 'mood': 1}                       | /mood       | is not a field here",
                "questions  | {'text': 'error\\u0000rate'}                   | /text       | control character at"
                        + " position 6",
                "questions  | {'text': '\\ud800'}                            | /text       | half a character",
                "hypotheses | {'text': 'a', 'confidence': 101}               | /confidence | from 0 to 100",
                "hypotheses | {'text': 'a', 'confidence': 'high'}            | /confidence | from 0 to 100",
                "hypotheses | {'confidence': 1}                              | /text       | a text, a faultClass or"
                        + " both",
                "hypotheses | {'faultClass': 'magic', 'confidence': 1}       | /faultClass | must be one of"
                        + " bad-release",
                "severity   | {'severity': 'SEV9'}                           | /severity   | SEV1, SEV2, SEV3, SEV4",
                "wait       | {'seconds': 0}                                 | /seconds    | from 1 to 1800",
                "wait       | {'seconds': 1.5}                               | /seconds    | whole number",
                "actions    | {'action': 'pray'}                             | /action     | no action called",
                "actions    | {'action': 'roll-back', 'target': 'moon'}      | /target     | one of edge",
                "actions    | {'action': 'scale', 'target': 'edge'}          | /arguments/replicas | from 1 to 500"
            })
    void aFieldThatIsWrong(String move, String body, String pointer, String detail) {
        var before = caller.get(incident).json().get("version").asLong();
        var answer = refused(caller.post(incident + "/" + move, body), 422);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("detail").asString()).contains(detail);
        assertThat(caller.get(incident).json().get("version").asLong()).isEqualTo(before);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        var answer =
                refused(caller.post("/api/v1/incidents", "{'scenario': 'nope', 'clock': 'sun', 'seed': 'x'}"), 422);
        assertThat(answer.json().get("errors").size()).isEqualTo(3);
    }

    @Test
    void aQuestionThatIsTooLong() {
        var answer = refused(caller.post(incident + "/questions", "{'text': '" + "x".repeat(401) + "'}"), 422);
        assertThat(answer.json().get("detail").asString())
                .contains("401 characters")
                .contains("at most 400");
        refused(caller.post(incident + "/questions", "{'text': '" + "x".repeat(100_000) + "'}"), 413);
    }

    /** As much as a body may hold, of the kinds that cost a careless reader most. */
    @Test
    void hugeJson() {
        var deep = refused(caller.post(incident + "/questions", "[".repeat(60_000)), 400);
        assertThat(deep.json().get("type").asString()).endsWith("malformed-json");
        refused(caller.post(incident + "/questions", "{'text':".repeat(5_000) + "1" + "}".repeat(5_000)), 400);
        refused(caller.post(incident + "/wait", "{'seconds': " + "9".repeat(60_000) + "}"), 400);
        var many = IntStream.range(0, 5_000)
                .mapToObj(field -> "'f" + field + "': 1")
                .collect(Collectors.joining(","));
        refused(caller.post(incident + "/questions", "{" + many + "}"), 422);
        refused(caller.post(incident + "/questions", "{'text': '" + "x".repeat(10_000_000) + "'}"), 413);
    }

    @Test
    void anotherContentType() {
        refused(caller.send("POST", incident + "/questions", "text=a", "Content-Type", "text/plain"), 415);
    }

    @Test
    void whatDoesNotExist() {
        refused(caller.get("/api/v1/nothing"), 404);
        refused(caller.get("/api/v1/incidents/unknown"), 404);
        refused(caller.get("/api/v1/incidents/" + "x".repeat(500)), 404);
        refused(caller.get(incident + "/evidence/E99"), 404);
        refused(caller.patch(incident + "/hypotheses/H99", "{'confidence': 1}"), 404);
        refused(caller.post(incident + "/actions/A99/cancel", ""), 404);
        refused(caller.post(incident + "/escalations", "{'team': 'nobody'}"), 422);
        refused(caller.send("DELETE", incident, ""), 405);
    }

    @Test
    void peopleGetAPage() {
        var lost = caller.get("/nothing/here");
        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.page().select("h1").text()).isEqualTo("Not found");
        assertThat(lost.page().select("main a").attr("href")).isEqualTo("/");
        assertThat(caller.get("/incidents/unknown").page().select("main").text())
                .contains("no such incident");
    }
}
