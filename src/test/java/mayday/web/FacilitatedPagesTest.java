package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mayday.drill.Room;
import mayday.incident.Command;
import mayday.incident.IncidentId;
import mayday.incident.Inject;
import mayday.incident.Inject.Arrival;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.journal.DataUnusable;
import mayday.scenario.CauseId;
import mayday.scenario.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a facilitator does, as those who play see it on the page and through the API. */
class FacilitatedPagesTest {
    private static final Participant FAY = new Participant("f-fay", "Fay");
    private static final Participant BOB = new Participant("p-bob", "Bob");

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;
    private String incident = "";

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private Room open(String clock) {
        incident = caller.open("{'scenario': 'elevated-500s', 'clock': '%s', 'seed': 1}".formatted(clock));
        return served.rooms
                .find(new IncidentId(incident.substring(incident.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private JsonNode shown() {
        return caller.get(incident).json();
    }

    private String page() {
        return caller.get(incident.replace("/api/v1", "")).page().text();
    }

    private List<String> turns(String kind) {
        return shown().get("transcript")
                .valueStream()
                .filter(turn -> turn.get("kind").asString().equals(kind))
                .map(turn -> turn.get("text").asString())
                .toList();
    }

    private static Command now(Inject inject) {
        return new Command.Inject(FAY, inject, new Arrival.Now());
    }

    @Test
    void aPauseShowsAndRefusesMovesAndGoesOn() {
        var room = open("live");
        served.passes(Duration.ofMinutes(3));
        room.submit(new Command.PauseClock(FAY));
        served.passes(Duration.ofMinutes(30));

        var clock = shown().get("clock");
        assertThat(clock.get("paused").asBoolean()).isTrue();
        assertThat(clock.get("running").asBoolean()).isFalse();
        assertThat(clock.get("elapsedSeconds").asInt()).isEqualTo(180);
        assertThat(page()).contains("Paused by the facilitator", "The facilitator paused the drill");
        var refused = caller.post(incident + "/severity", "{'severity': 'SEV2'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).endsWith("paused");
        assertThat(refused.json().get("detail").asString()).startsWith("The facilitator has paused the drill.");

        room.submit(new Command.ResumeClock(FAY, served.now()));
        room.submit(new Command.ExtendTime(FAY, Duration.ofMinutes(10)));
        served.passes(Duration.ofMinutes(1));
        assertThat(shown().get("clock").get("elapsedSeconds").asInt()).isEqualTo(240);
        assertThat(turns("clock-resumed")).containsExactly("The drill goes on");
        assertThat(turns("time-extended")).containsExactly("The facilitator gave 10 minutes more");
        assertThat(caller.post(incident + "/severity", "{'severity': 'SEV2'}").status())
                .isEqualTo(200);
    }

    @Test
    void anInjectedFaultIsNeverNamedWhileTheIncidentIsOpenAndToldInTheDebrief() {
        var room = open("practice");
        var cause = room.incident().scenario().cause(new CauseId("throttled-table"));
        room.submit(now(new Inject.Fault(cause.id())));
        room.submit(new Command.Inject(
                FAY,
                new Inject.Fault(new CauseId("load-test")),
                new Arrival.At(room.incident().now().plusSeconds(1_200))));
        for (var question :
                List.of("which services are failing?", "error rate of checkout", "what is the root cause?")) {
            caller.post(incident + "/questions", "{'text': '%s'}".formatted(question));
        }
        caller.post(incident + "/wait", "{'seconds': 600}");

        var heard = String.join("\n", caller.listen(incident + "/events", line -> line.equals("event: waited")));
        for (var told : List.of(
                caller.get(incident).body(),
                caller.get(incident.replace("/api/v1", "")).body(),
                heard)) {
            assertThat(told)
                    .doesNotContain(cause.id().value(), cause.title(), cause.explanation(), "load-test", "inject");
        }

        caller.post(incident + "/close", "{'statement': 'I give up.'}");
        var debrief = caller.get(incident + "/debrief");
        assertThat(debrief.status()).isEqualTo(200);
        assertThat(debrief.body()).contains("The facilitator sent a further fault: " + cause.title());
        assertThat(caller.get(incident.replace("/api/v1", "") + "/debrief").status())
                .isEqualTo(200);
    }

    @Test
    void everyOtherInjectArrivesAsWhatItIsAndTheDebriefTakesIt() {
        var room = open("practice");
        room.submit(now(new Inject.Message("Kenji <VP>", "How is it?", List.of(Duration.ofMinutes(5)))));
        room.submit(now(new Inject.Alert("Disk > 90 %")));
        room.submit(now(new Inject.ToolOutage(Tool.METRICS, Duration.ofMinutes(5))));
        caller.post(incident + "/questions", "{'text': 'error rate of checkout'}");

        assertThat(page())
                .contains("Kenji <VP>", "Wants to know how it stands", "Alert: Disk > 90 %")
                .contains("Nothing comes back from the metrics: every request times out.");
        caller.post(incident + "/wait", "{'seconds': 600}");
        assertThat(turns("overdue")).containsExactly("Kenji <VP> had wanted to know until now how it stands");
        caller.post(incident + "/close", "{'statement': 'Done.'}");
        assertThat(caller.get(incident + "/debrief").status()).isEqualTo(200);
        assertThat(caller.get(incident.replace("/api/v1", "") + "/debrief")
                        .page()
                        .text())
                .contains("The facilitator sent the metrics down for 5 minutes");
    }

    @Test
    void whoIsAloneIsSpokenToAndATeamIsNamed() {
        var room = open("practice");
        caller.post(incident + "/questions", "{'text': 'did the cat do it?'}");
        caller.post(incident + "/severity", "{'severity': 'SEV2'}");
        assertThat(turns("severity")).containsExactly("You declared SEV2");
        assertThat(shown().get("transcript").get(1).get("by").asString()).isEmpty();

        room.submit(new Command.AnswerByHand(FAY, new QuestionId("Q1"), "No cat has access."));
        room.submit(new Command.SendHint(FAY, "Compare the regions.", 3));
        assertThat(turns("severity")).containsExactly("You declared SEV2");

        room.submit(new Command.Acknowledge(BOB));
        room.submit(new Command.HandOver(BOB, new Participant("p-cyn", "Cyn"), "incident commander"));
        // Whoever opened it by the API has given no name.
        assertThat(turns("severity")).containsExactly("Somebody declared SEV2");
        assertThat(turns("acknowledged").getFirst()).startsWith("Bob acknowledged after ");
        assertThat(turns("hand-over")).containsExactly("Bob handed over to Cyn: incident commander");
        assertThat(turns("answered-by-hand")).containsExactly("The facilitator answered “did the cat do it?”");
        var question = shown().get("transcript")
                .valueStream()
                .filter(turn -> turn.get("kind").asString().equals("question"))
                .findFirst()
                .orElseThrow();
        assertThat(question.get("by").asString()).isEqualTo("Somebody");
        assertThat(question.get("byHand").asString()).isEqualTo("No cat has access.");
        assertThat(page()).contains("The facilitator No cat has access.", "Hint from the facilitator, 3 points");

        caller.post(incident + "/close", "{'statement': 'Done.'}");
        assertThat(caller.get(incident + "/debrief").body())
                .contains("A hint from the facilitator helped here, at its price.");
    }
}
