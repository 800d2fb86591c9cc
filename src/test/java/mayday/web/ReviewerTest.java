package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reviewer's questions on the debrief and in the API: answered, skipped, changed, and badly answered. */
class ReviewerTest {
    private static final String ANSWER =
            "I took the release for harmless; it cost 2 minutes and an alert would have told me.";

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;
    private String api = "";
    private String page = "";

    @BeforeEach
    void playAndClose() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
        api = caller.open();
        page = api.replace("/api/v1", "");
        caller.post(api + "/actions", "{'action': 'restart', 'target': 'checkout'}");
        caller.post(api + "/close", "{'statement': 'Enough.'}");
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void theDebriefAsksAboutWhatWasDoneWithoutJavaScript() {
        var debrief = caller.get(page + "/debrief").page();

        assertThat(debrief.select("#reviewer .rv")).hasSize(5);
        assertThat(debrief.select("#reviewer h3")).hasSize(5);
        assertThat(debrief.select("#qt-acted-before-asking\\.1").text())
                .startsWith("You restarted checkout, all regions at 14:0")
                .endsWith("before any answer had come. What did you go by?");
        assertThat(debrief.select("#reviewer form[method=post] textarea[name=text]"))
                .hasSize(5);
        assertThat(debrief.select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    void anAnswerIsKeptCheckedAndOpensTheNextQuestion() {
        var kept = caller.submit(
                page + "/reviewer-questions/acted-before-asking.1", Map.of("text", ANSWER, "version", "0"));

        assertThat(kept.status()).isEqualTo(303);
        assertThat(kept.header("Location")).isEqualTo(page + "/debrief#q-acted-before-asking.2");
        var debrief = caller.get(page + "/debrief").page();
        assertThat(debrief.select("#q-acted-before-asking\\.1 .rv-a").text()).isEqualTo(ANSWER);
        assertThat(debrief.select("#q-acted-before-asking\\.1 .chk li").eachText())
                .containsExactly("A length that people read.", "You say what you did yourself.");
        assertThat(debrief.select("#q-acted-before-asking\\.2 form")).hasSize(1);
        assertThat(debrief.select("#q-acted-before-asking\\.3")).isEmpty();
    }

    @Test
    void aSkippedQuestionOpensTheNextToo() {
        caller.submit(page + "/reviewer-questions/acted-before-asking.1", Map.of("skip", "true", "text", "never mind"));

        var debrief = caller.get(page + "/debrief").page();
        assertThat(debrief.select("#q-acted-before-asking\\.1 > .faint").text()).isEqualTo("Skipped.");
        assertThat(debrief.select("#q-acted-before-asking\\.2")).hasSize(1);
    }

    @Test
    void htmlInAnAnswerIsShownAndNotRun() {
        var script = "<script>alert(1)</script> I saw <b>nothing</b> of it at all, honestly.";
        caller.submit(page + "/reviewer-questions/acted-before-asking.1", Map.of("text", script));

        var debrief = caller.get(page + "/debrief").page();
        assertThat(debrief.select("#q-acted-before-asking\\.1 .rv-a").text()).isEqualTo(script);
        assertThat(debrief.select("#reviewer script, #reviewer b")).isEmpty();
    }

    @Test
    void aTextThatCannotBeTakenComesBackWithTheReason() {
        var tooLong = "a".repeat(4_001);
        var refused = caller.submit(page + "/reviewer-questions/acted-before-asking.1", Map.of("text", tooLong));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#e-acted-before-asking\\.1").text())
                .isEqualTo("That text is 4001 characters long; at most 4000 are taken.");
        assertThat(refused.page().select("#a-acted-before-asking\\.1").text()).isEqualTo(tooLong);

        var empty = caller.submit(page + "/reviewer-questions/acted-before-asking.1", Map.of("text", "  "));
        assertThat(empty.page().select("#e-acted-before-asking\\.1").text())
                .isEqualTo("There is nothing in the field. Write an answer, or skip the question.");
    }

    @Test
    void nothingIsOverwrittenThatTheWriterHasNotSeen() {
        caller.submit(page + "/reviewer-questions/acted-before-asking.1", Map.of("text", ANSWER, "version", "0"));
        var second = caller.submit(
                page + "/reviewer-questions/acted-before-asking.1", Map.of("text", "From another tab", "version", "0"));

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().select("#a-acted-before-asking\\.1").text()).isEqualTo("From another tab");
        assertThat(second.page().select("#q-acted-before-asking\\.1 .rv-a").text())
                .isEqualTo(ANSWER);
    }

    @Test
    void theApiDoesTheSame() {
        var questions = caller.get(api + "/reviewer-questions").json().get("questions");
        assertThat(questions.size()).isEqualTo(5);
        var first = questions
                .valueStream()
                .filter(each -> each.get("id").asString().equals("acted-before-asking.1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("status").asString()).isEqualTo("open");
        assertThat(first.get("wants").get(0).asString()).isEqualTo("own");
        assertThat(first.get("moves").size()).isEqualTo(1);

        var after = put("acted-before-asking.1", "{'text': '" + ANSWER + "'}");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().get("questions").size()).isEqualTo(6);
        var changed = put("acted-before-asking.1", "{'text': 'We guessed.', 'version': 1}");
        var answered = changed.json()
                .get("questions")
                .valueStream()
                .filter(each -> each.get("id").asString().equals("acted-before-asking.1"))
                .findFirst()
                .orElseThrow();
        assertThat(answered.get("answer").asString()).isEqualTo("We guessed.");
        assertThat(answered.get("version").asInt()).isEqualTo(2);
        assertThat(answered.get("checks").get(1).get("met").asBoolean()).isFalse();
    }

    private Caller.Answer put(String question, String json) {
        return caller.send(
                "PUT",
                api + "/reviewer-questions/" + question,
                json.replace('\'', '"'),
                "Content-Type",
                "application/json");
    }

    @Test
    void theApiSaysWhatIsWrong() {
        assertThat(put("acted-before-asking.2", "{'text': 'x'}").status())
                .as("not open yet")
                .isEqualTo(404);
        assertThat(put("no-such-thing.1", "{'text': 'x'}").status()).isEqualTo(404);
        assertThat(put("acted-before-asking.1", "{}").json().get("detail").asString())
                .isEqualTo("/text is missing");
        assertThat(put("acted-before-asking.1", "{'text': 'x', 'skip': true}").status())
                .isEqualTo(422);
        assertThat(put("acted-before-asking.1", "{'text': '" + "a".repeat(4_001) + "'}")
                        .status())
                .isEqualTo(422);
        assertThat(put("acted-before-asking.1", "{'text': '" + "a".repeat(70_000) + "'}")
                        .status())
                .isEqualTo(413);
        assertThat(put("acted-before-asking.1", "{'text': 'x', 'version': 7}")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("The answer was changed since; its version is 0. Read it, then send yours again.");
        assertThat(put("acted-before-asking.1", "{'skip': true}").status()).isEqualTo(200);
    }

    @Test
    void nobodyIsAskedBeforeTheEndAndNobodyElseAnswers() {
        var open = caller.open();
        assertThat(caller.get(open + "/reviewer-questions").status()).isEqualTo(409);
        assertThat(served.somebody().get(api + "/reviewer-questions").status()).isEqualTo(404);

        var credentials = Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8));
        var basic = "Basic " + credentials;
        var facilitator = served.somebody();
        assertThat(facilitator
                        .get(api + "/reviewer-questions", "Authorization", basic)
                        .status())
                .isEqualTo(200);
        assertThat(facilitator
                        .send(
                                "PUT",
                                api + "/reviewer-questions/acted-before-asking.1",
                                "{\"text\": \"x\"}",
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                basic)
                        .status())
                .isEqualTo(403);
        assertThat(facilitator
                        .get(page + "/debrief", "Authorization", basic)
                        .page()
                        .select("#reviewer form"))
                .isEmpty();
    }
}
