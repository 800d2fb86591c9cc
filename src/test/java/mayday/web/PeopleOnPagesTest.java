package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Approvals, messages, late answers and tools that are down, where a learner meets them. */
class PeopleOnPagesTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;
    private String incident = "";

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder, Path.of("src/test/resources/features"));
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private void open(String scenario) {
        incident = caller.open("{'scenario': '%s', 'clock': 'practice', 'seed': 1}".formatted(scenario));
    }

    private JsonNode move(int status, String path, String body) {
        var answer = caller.post(incident + path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private JsonNode shown() {
        return caller.get(incident).json();
    }

    private String page(String path) {
        return incident.replace("/api/v1", "") + path;
    }

    private Document room() {
        return caller.get(page("")).page();
    }

    private JsonNode lastTurn(String kind) {
        return shown().get("transcript")
                .valueStream()
                .filter(turn -> turn.get("kind").asString().equals(kind))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void anActionThatNeedsApprovalSaysSoAndWaits() {
        open("f10-approval");
        var failOver = caller.get(incident + "/actions")
                .json()
                .valueStream()
                .filter(action -> action.get("id").asString().equals("fail-over"))
                .findFirst()
                .orElseThrow();
        assertThat(failOver.get("needsApprovalOf").get(0).asString()).isEqualTo("data");
        assertThat(failOver.get("approvals").get(0).get("target").asString()).isEqualTo("ledger");
        assertThat(caller.get(page("/actions/fail-over")).page().text())
                .contains("On ledger, this needs the approval of Data (Bo Lind).");

        var asked = move(202, "/actions", "{'action': 'fail-over', 'target': 'ledger'}");
        assertThat(asked.get("approval").asString()).isEqualTo("P1");
        assertThat(asked.has("completesAt")).isFalse();
        assertThat(asked.toString()).doesNotContain("answerDue");
        assertThat(room().select("#ask-P1").text()).contains("Waits for Data to approve");

        move(200, "/wait", "{'seconds': 240}");
        assertThat(room().select("#ask-P1")).isEmpty();
        var approval = shown().get("approvals").get(0);
        assertThat(approval.get("status").asString()).isEqualTo("refused");
        assertThat(lastTurn("approval-refused").get("text").asString()).startsWith("Not before somebody has looked");
        assertThat(shown().get("actions").size()).isZero();
    }

    @Test
    void aMessageThatWantsAnAnswerHasAReply() {
        open("f35-messages");
        move(200, "/wait", "{'seconds': 240}");
        var request = lastTurn("request");
        assertThat(request.get("id").asString()).isEqualTo("M2");
        assertThat(request.get("asks").get(0).get("id").asString()).isEqualTo("eta");
        assertThat(request.get("status").asString()).isEqualTo("open");
        assertThat(room().select("#turns a[data-dialog]").eachAttr("href")).contains(page("/messages/M2/reply"));
        assertThat(caller.get(page("/messages/M2/reply")).page().select("textarea[name=text]"))
                .hasSize(1);
        assertThat(caller.get(page("/messages/M9/reply")).status()).isEqualTo(404);

        var replied = caller.submit(
                page("/messages/M2/reply"), Map.of("text", "It is fixed.", "etaMinutes", "15", "faultClass", ""));
        assertThat(replied.status()).isEqualTo(303);
        assertThat(lastTurn("request").get("status").asString()).isEqualTo("answered");
        assertThat(lastTurn("reply").get("text").asString()).isEqualTo("You answered Kenji (VP): It is fixed.");
        assertThat(shown().toString()).doesNotContain("truth").doesNotContain("claims");

        move(200, "/close", "{'statement': 'enough'}");
        assertThat(caller.get(incident + "/debrief").json().get("timeline").toString())
                .contains("It is fixed: not true.")
                .contains("It is over by 14:25: not kept.");
    }

    @Test
    void aReplyComesBackWithWhatIsWrong() {
        open("f35-messages");
        move(200, "/wait", "{'seconds': 240}");
        var refused = caller.submit(page("/messages/M2/reply"), Map.of("text", "Soon", "etaMinutes", "0"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#dlg-error").text())
                .isEqualTo("etaMinutes must be a whole number of minutes from 1 to 480.");
        assertThat(refused.page().select("textarea").text()).isEqualTo("Soon");

        var invalid =
                move(422, "/messages/M2/replies", "{'text': 'Soon', 'claims': {'fixed': 'maybe', 'blame': 'us'}}");
        assertThat(invalid.get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/claims/fixed", "/claims/blame");
    }

    @Test
    void whereAToolIsDownTheDearerWayIsOffered() {
        open("f08-tool-down");
        var answer = move(200, "/questions", "{'text': 'error rate of door'}");
        assertThat(answer.get("answer").asString()).isEqualTo("Grafana answers 502 Bad Gateway.");
        assertThat(answer.get("fallback").get("takesSeconds").asInt()).isEqualTo(240);
        var offered = room().select("#turns form[action$=/questions/Q1/fallback] button");
        assertThat(offered.text()).contains("By hand: read each host's own counters");

        var byHand = move(200, "/questions/Q1/fallback", "{}");
        assertThat(byHand.get("answer").asString()).startsWith("Error ratio now: door");
        assertThat(byHand.get("costSeconds").asInt()).isEqualTo(240);
        assertThat(room().select("#turns form[action$=/fallback]")).isEmpty();
        move(409, "/questions/Q1/fallback", "{}");
    }

    @Test
    void aLateAnswerIsShownAsPending() {
        open("f20-slow-answer");
        var asked = move(200, "/questions", "{'text': 'look at the machine in the cellar'}");
        assertThat(asked.get("answer").asString()).isEmpty();
        assertThat(asked.get("costSeconds").asInt()).isEqualTo(300);
        assertThat(room().select("#turns .wait").text()).startsWith("Looking. This takes 5");

        move(200, "/wait", "{'seconds': 300}");
        assertThat(lastTurn("question").get("answer").asString()).isEqualTo("It hums, and its lamp is green.");
        assertThat(room().select("#turns .wait")).isEmpty();
    }

    @Test
    void aStatusPageThatIsDownTakesNoUpdate() {
        open("f24-status-page-down");
        var refused = move(409, "/updates", "{'audience': 'status-page', 'text': 'We are looking.'}");
        assertThat(refused.get("detail").asString()).startsWith("The status page is served through door");
        move(201, "/updates", "{'audience': 'channel', 'text': 'We are looking.', 'claims': {'customersHurt': true}}");
    }

    @Test
    void lostAccessIsSeenInTheRoom() {
        open("f21-access-lost");
        move(200, "/wait", "{'seconds': 780}");
        assertThat(shown().get("access").asString()).startsWith("Your session was revoked");
        assertThat(room().select("#access").text()).startsWith("Your session was revoked");
        move(409, "/actions", "{'action': 'roll-back', 'target': 'till'}");
    }
}
