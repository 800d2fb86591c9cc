package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The JSON API as its contract has it. */
class ApiTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void listsScenarios() {
        var scenarios = new TreeMap<String, JsonNode>();
        caller.get("/api/v1/scenarios")
                .json()
                .forEach(each -> scenarios.put(each.get("id").asString(), each));
        assertThat(scenarios).hasSize(13).containsKey("elevated-500s");
        var scenario = Objects.requireNonNull(scenarios.get("elevated-500s"));
        assertThat(scenario.get("limitSeconds").asInt()).isEqualTo(2700);
        assertThat(scenario.propertyNames()).contains("title", "level", "system", "summary", "tags");
    }

    @Test
    void opensAnIncident() {
        var opened = caller.post("/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'practice'}");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().propertyNames())
                .contains(
                        "id",
                        "scenario",
                        "status",
                        "clock",
                        "severity",
                        "page",
                        "transcript",
                        "evidence",
                        "hypotheses",
                        "actions",
                        "updates",
                        "version")
                .doesNotContain("seed", "cause");
        assertThat(opened.header("Location"))
                .isEqualTo("/api/v1/incidents/" + opened.json().get("id").asString());
        var clock = caller.get(opened.header("Location")).json().get("clock");
        assertThat(clock.get("mode").asString()).isEqualTo("practice");
        assertThat(clock.get("running").asBoolean()).isFalse();
        assertThat(clock.get("elapsedSeconds").asInt()).isZero();
    }

    @Test
    void answersAQuestionAndShowsTheEvidence() {
        var incident = caller.open();
        var answer = caller.post(incident + "/questions", "{'text': 'error rate of edge'}")
                .json();
        assertThat(answer.get("outcome").asString()).isEqualTo("answered");
        var read = answer.get("interpretations").get(0);
        assertThat(read.get("dimension").asString()).isEqualTo("error-rate");
        assertThat(read.get("targets").get(0).asString()).isEqualTo("edge");
        assertThat(answer.get("answer").asString()).contains("edge");
        assertThat(answer.get("costSeconds").asInt()).isBetween(20, 90);

        var id = answer.get("evidence").get(0).asString();
        var evidence = caller.get(incident + "/evidence/" + id).json();
        assertThat(evidence.get("kind").asString()).isEqualTo("chart");
        assertThat(evidence.get("body").get("unit").asString()).isEqualTo("ratio");
        var point = evidence.get("body").get("series").get(0).get("points").get(0);
        assertThat(point.get(0).asLong()).isGreaterThan(1_700_000_000L);
        assertThat(point.get(1).asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void asksBackWithSuggestions() {
        var answer = caller.post(caller.open() + "/questions", "{'text': 'is the pool full?'}")
                .json();
        assertThat(answer.get("outcome").asString()).isEqualTo("ask-back");
        assertThat(answer.get("suggestions").get(0).get("text").asString()).isEqualTo("conn pools of checkout");
        assertThat(answer.get("evidence").isEmpty()).isTrue();
    }

    @Test
    void startsAndCancelsAnAction() {
        var incident = caller.open();
        var started = caller.post(
                incident + "/actions",
                "{'action': 'scale', 'target': 'checkout', 'arguments': {'replicas': 18, 'region': 'eu-west'}}");
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json().get("id").asString()).isEqualTo("A1");
        assertThat(started.json().propertyNames()).contains("action", "target", "startedAt", "completesAt");

        var again = caller.post(
                incident + "/actions", "{'action': 'scale', 'target': 'checkout', 'arguments': {'replicas': 20}}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asString()).contains("still running");

        var cancelled = caller.post(incident + "/actions/A1/cancel", "");
        assertThat(cancelled.json().get("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void listsWhatCanBeDone() {
        var actions = caller.get(caller.open() + "/actions").json();
        var rollBack = actions.get(0);
        assertThat(rollBack.get("id").asString()).isEqualTo("roll-back");
        assertThat(rollBack.get("durationSeconds").asInt()).isBetween(180, 300);
        assertThat(rollBack.propertyNames()).contains("name", "targets", "arguments", "blastRadius", "needsApprovalOf");
    }

    @Test
    void keepsHypotheses() {
        var incident = caller.open();
        caller.post(incident + "/questions", "{'text': 'error rate of edge'}");
        var stated = caller.post(
                incident + "/hypotheses", "{'faultClass': 'database', 'target': 'orders-db', 'confidence': 30}");
        assertThat(stated.status()).isEqualTo(201);
        assertThat(stated.json().get("id").asString()).isEqualTo("H1");
        assertThat(stated.json().get("status").asString()).isEqualTo("open");

        var changed = caller.patch(
                incident + "/hypotheses/H1", "{'confidence': 5, 'status': 'ruled-out', 'because': ['E1']}");
        assertThat(changed.json().get("confidence").asInt()).isEqualTo(5);
        assertThat(changed.json().get("status").asString()).isEqualTo("ruled-out");

        var linked = caller.post(incident + "/hypotheses/H1/links", "{'evidence': 'E1', 'stance': 'against'}");
        assertThat(linked.json().get("contradicting").get(0).asString()).isEqualTo("E1");
    }

    @Test
    void talksToPeople() {
        var incident = caller.open();
        assertThat(caller.post(incident + "/acknowledge", "")
                        .json()
                        .get("page")
                        .get("acknowledged")
                        .asBoolean())
                .isTrue();
        assertThat(caller.post(incident + "/acknowledge", "").status()).isEqualTo(409);
        assertThat(caller.post(incident + "/severity", "{'severity': 'SEV2'}")
                        .json()
                        .get("severity")
                        .asString())
                .isEqualTo("SEV2");
        assertThat(caller.post(incident + "/updates", "{'audience': 'status-page', 'text': 'We look into it.'}")
                        .status())
                .isEqualTo(201);
        assertThat(caller.post(incident + "/escalations", "{'team': 'orders', 'text': 'Please look.'}")
                        .status())
                .isEqualTo(202);
        assertThat(caller.get(incident).json().get("updates").get(0).get("text").asString())
                .isEqualTo("We look into it.");
    }

    @Test
    void hasADebriefAfterTheEndOnly() {
        var incident = caller.open();
        assertThat(caller.get(incident + "/debrief").status()).isEqualTo(409);
        caller.post(incident + "/wait", "{'seconds': 600}");
        assertThat(caller.get(incident)
                        .json()
                        .get("clock")
                        .get("elapsedSeconds")
                        .asInt())
                .isEqualTo(600);

        var closed = caller.post(incident + "/close", "{'statement': 'I do not know.'}");
        assertThat(closed.json().get("status").asString()).isEqualTo("closed");
        var debrief = caller.get(incident + "/debrief").json();
        assertThat(debrief.get("structure").get("parts").get(0).propertyNames())
                .contains("id", "score", "weight", "findings");
        assertThat(debrief.get("time").get("ttmSeconds").isNull()).isTrue();
        assertThat(debrief.get("time").get("ttdSeconds").asInt()).isPositive();
        assertThat(debrief.get("impact").get("failedRequests").asDouble()).isPositive();
        assertThat(debrief.get("cause").get("title").asString()).isNotEmpty();

        assertThat(caller.post(incident + "/close", "{'statement': 'Again.'}").status())
                .isEqualTo(409);
        assertThat(caller.post(incident + "/questions", "{'text': 'error rate'}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void numbersMovesInTheDebriefAsInTheTranscript() {
        var incident = caller.open();
        caller.post(incident + "/wait", "{'seconds': 900}");
        caller.post(incident + "/questions", "{'text': 'error rate of edge'}");
        caller.post(incident + "/close", "{'statement': 'I do not know.'}");

        var asked = caller.get(incident)
                .json()
                .get("transcript")
                .valueStream()
                .filter(turn -> turn.get("kind").asString().equals("question"))
                .map(turn -> turn.get("sequence").asLong())
                .toList();
        var timeline = caller.get(incident + "/debrief").json().get("timeline");
        assertThat(timeline.valueStream()
                        .filter(entry -> entry.get("kind").asString().equals("question"))
                        .map(entry -> entry.get("sequence").asLong()))
                .hasSize(1)
                .containsExactlyElementsOf(asked);
        assertThat(timeline.valueStream()
                        .filter(entry -> entry.get("kind").asString().equals("truth")))
                .isNotEmpty()
                .allMatch(entry -> entry.get("sequence").isNull());
    }

    @Test
    void runsByItselfOnALiveClock() {
        var incident = caller.open("{'scenario': 'elevated-500s', 'clock': 'live', 'seed': 1}");
        var asked = caller.post(incident + "/questions", "{'text': 'error rate of edge'}")
                .json();
        assertThat(asked.get("answer").asString()).isEmpty();
        served.passes(Duration.ofSeconds(asked.get("costSeconds").asInt()));

        var later = caller.get(incident).json();
        assertThat(later.get("evidence").get(0).get("id").asString()).isEqualTo("E1");
        assertThat(later.get("clock").get("running").asBoolean()).isTrue();
        assertThat(caller.post(incident + "/wait", "{'seconds': 60}").status()).isEqualTo(409);
    }
}
