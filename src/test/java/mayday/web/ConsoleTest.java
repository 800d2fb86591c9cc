package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.exercise.Role;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill led through pages and API, and who may see what of it. */
class ConsoleTest {
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String[] LEADS = {"Authorization", BASIC};
    private static final DrillTeamId KESTREL = new DrillTeamId("kestrel");

    @TempDir
    Path folder;

    private Served served;
    private DrillRoom drill;
    private Scenario scenario;
    private Caller facilitator;
    private Caller member;
    private Caller rival;
    private Caller observer;

    @BeforeEach
    void open() throws Exception {
        served = Served.in(folder);
        scenario = served.library.find(new ScenarioId(Served.SCENARIO)).orElseThrow();
        var plan = new Plan(
                "Thursday drill",
                scenario.id(),
                7,
                scenario.causes().getFirst().id(),
                Plan.RoleRule.ADVISED,
                Plan.Board.FACILITATOR,
                Duration.ZERO,
                new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 1, Duration.ofMinutes(30)));
        drill = served.drills.create(plan, List.of("Kestrel", "Heron"), new Participant("facilitator", "Ines"));
        facilitator = served.somebody();
        member = seated("kestrel", Role.INCIDENT_COMMANDER);
        rival = seated("heron", Role.OPERATIONS);
        observer = seated("kestrel", Role.OBSERVER);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private Caller seated(String team, Role role) {
        var caller = served.somebody();
        caller.submit("/me", Map.of("name", "Somebody"));
        var id = caller.cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        var person = new Participant(id.substring(0, id.indexOf('.')), "Somebody");
        drill.submit(new DrillCommand.TakeSeat(person, team, Words.kebab(role)));
        return caller;
    }

    private String page(String rest) {
        return "/drills/" + drill.id() + rest;
    }

    private String api(String rest) {
        return "/api/v1/drills/" + drill.id() + rest;
    }

    private Caller.Answer lead(String move) {
        return lead(move, "{}");
    }

    private Caller.Answer lead(String move, String json) {
        return facilitator.post(api(move), json, LEADS);
    }

    private void start() {
        assertThat(lead("/start").status()).isEqualTo(200);
    }

    @Test
    void onlyFacilitatorsReachTheConsoleAndItsMoves() {
        start();
        var moves = List.of(
                "/start",
                "/pause",
                "/resume",
                "/extend",
                "/hints",
                "/answers",
                "/injects",
                "/injects/1/withdraw",
                "/probes",
                "/board",
                "/end",
                "/reveal");
        var forms = List.of(
                "/start",
                "/pause",
                "/resume",
                "/extend",
                "/hint",
                "/answer",
                "/inject",
                "/withdraw",
                "/probe",
                "/board",
                "/freeze",
                "/end",
                "/reveal");
        for (var caller : List.of(served.somebody(), member, rival, observer)) {
            // Whoever walks there is led to the log-in page.
            assertThat(caller.get(page("/console")).status()).isEqualTo(303);
            assertThat(caller.get(page("/console/forms/hint")).status()).isEqualTo(303);
            assertThat(caller.get(page("/console/stream"), "Accept", "text/event-stream")
                            .status())
                    .isEqualTo(303);
            assertThat(caller.get(api("/console")).status()).isEqualTo(401);
            for (var move : moves) {
                assertThat(caller.post(api(move), "{}").status()).as(move).isEqualTo(401);
            }
            for (var form : forms) {
                assertThat(caller.submit(page("/console" + form), Map.of()).status())
                        .as(form)
                        .isEqualTo(401);
            }
        }
        assertThat(drill.drill().isOver()).isFalse();
        assertThat(drill.drill().conduct().hints()).isEmpty();
    }

    @Test
    void whoHasNoSeatSeesNothingOfADrillAndWhoHasOneSeesNoTruth() {
        start();
        var stranger = served.somebody();
        for (var path : List.of("/standings", "/debrief")) {
            assertThat(stranger.get(page(path)).status()).isEqualTo(404);
            assertThat(stranger.get(api(path)).status()).isEqualTo(404);
        }
        assertThat(stranger.get(api("/export/json")).status()).isEqualTo(404);
        assertThat(stranger.post(api("/actions"), "{'text': 'x'}").status()).isEqualTo(404);

        var cause = drill.drill().plan().cause().value();
        for (var caller : List.of(member, rival, observer)) {
            var standings = caller.get(api("/standings"));
            assertThat(standings.json().get("stage").stringValue()).isEqualTo("hidden");
            assertThat(standings.json().get("rows").size()).isZero();
            assertThat(standings.body()).doesNotContain(cause);
            assertThat(caller.get(page("/standings")).body()).doesNotContain("Reveal the next place");
            for (var path : List.of("/debrief", "/export/json", "/export/csv", "/export/md")) {
                assertThat(caller.get(api(path)).status()).isEqualTo(409);
            }
        }
    }

    @Test
    void showsTeamsSideBySideWithTheTruth() {
        start();
        served.passes(Duration.ofMinutes(4));
        var console = facilitator.get(page("/console"), LEADS).page();
        assertThat(console.select(".team h2").eachText()).containsExactly("Kestrel", "Heron");
        assertThat(console.select(".team .tag").eachText()).containsExactly("Quiet 4 min", "Quiet 4 min");
        assertThat(console.select("#help").text())
                .contains(scenario.causes().getFirst().title());
        assertThat(console.select(".team svg.chart")).hasSize(2);
        assertThat(console.select("#team-kestrel .unasked li")).hasSize(5);

        var json = facilitator.get(api("/console"), LEADS).json();
        assertThat(json.get("stage").stringValue()).isEqualTo("running");
        assertThat(json.get("teams").size()).isEqualTo(2);
    }

    @Test
    void theSecondOfTwoWhoPressStartIsToldSo() {
        start();
        var second = lead("/start");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Content-Type")).startsWith("application/problem+json");
        assertThat(second.json().get("detail").stringValue()).isEqualTo("This drill has begun already.");

        var form = facilitator.submit(page("/console/start"), Map.of(), LEADS);
        assertThat(form.status()).isEqualTo(422);
        assertThat(form.page().select("#console-error").text()).isEqualTo("This drill has begun already.");
    }

    @Test
    void whatFacilitatorsDoIsInTheAuditTrail() {
        start();
        lead("/pause");
        lead("/pause");
        var entries = facilitator.get("/api/v1/audit", LEADS).json().get("entries");
        var led = entries.valueStream()
                .filter(each -> each.get("what").stringValue().startsWith("drill-"))
                .map(each -> each.get("what").stringValue() + ": "
                        + each.get("detail").stringValue())
                .toList();
        assertThat(led)
                .containsExactly("drill-led: Facilitator paused all teams", "drill-led: Facilitator started the drill");
    }

    @Test
    void formsDoTheSameWithoutJavaScript() {
        assertThat(facilitator.submit(page("/console/start"), Map.of(), LEADS).status())
                .isEqualTo(303);
        facilitator.submit(page("/console/pause"), Map.of("team", "heron"), LEADS);
        facilitator.submit(
                page("/console/hint"), Map.of("team", "kestrel", "text", "Look <b>here</b>.", "points", "2"), LEADS);
        facilitator.submit(
                page("/console/inject"), Map.of("team", "", "minute", "12", "prepared", "outage-logs"), LEADS);
        var console = facilitator.get(page("/console"), LEADS).page();
        assertThat(console.select("#team-heron .tag").text()).isEqualTo("Paused");
        assertThat(console.select("#planned .inj p").eachText())
                .containsExactly("the logs down for 5 min, to all teams", "at 14:18, minute 12");
        assertThat(console.select("#log").html()).contains("Look &lt;b&gt;here&lt;/b&gt;.");
        var room = drill.incident(KESTREL).orElseThrow();
        assertThat(member.get("/incidents/" + room.id()).body()).contains("Look &lt;b&gt;here&lt;/b&gt;.");
    }

    @Test
    void anInjectAtAMinuteThatHasGoneByIsRefusedAndNothingIsLost() {
        start();
        served.passes(Duration.ofMinutes(7));
        var late = lead("/injects", "{'kind': 'alert', 'text': 'disk full', 'atSeconds': 300}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("detail").stringValue())
                .isEqualTo("Minute 5 has gone by: the drill is in minute 7. Send it now, or name a later minute.");
        var again = lead("/injects", "{'kind': 'alert', 'text': 'disk full'}");
        assertThat(again.json().get("number").intValue()).isEqualTo(1);
        var fault = lead(
                "/injects",
                "{'kind': 'fault', 'cause': '" + drill.drill().plan().cause() + "'}");
        assertThat(fault.status()).isEqualTo(409);
        assertThat(fault.json().get("detail").stringValue()).contains("is at work in this incident already");
    }

    @Test
    void aQuestionThatWasNotUnderstoodIsAnsweredByHandOnce() {
        start();
        var incident = drill.incident(KESTREL).orElseThrow();
        member.post("/api/v1/incidents/" + incident.id() + "/questions", "{'text': 'wibble the frobnicator'}");
        var question = facilitator
                .get(api("/console"), LEADS)
                .json()
                .get("questions")
                .get(0)
                .get("question")
                .stringValue();
        var answer = "{'team': 'kestrel', 'question': '" + question + "', 'text': 'There is none here.'}";
        assertThat(lead("/answers", answer).status()).isEqualTo(200);
        assertThat(lead("/answers", answer).status()).isEqualTo(409);
        assertThat(facilitator
                        .get(api("/console"), LEADS)
                        .json()
                        .get("questions")
                        .size())
                .isZero();
        assertThat(member.get("/incidents/" + incident.id()).body()).contains("There is none here.");
    }

    @Test
    void aConsoleHearsOfWhatHappens() {
        start();
        var heard = facilitator.listen(
                page("/console/stream"), line -> line.contains("event: beat"), "Authorization", BASIC);
        assertThat(heard)
                .anyMatch(line -> line.contains("id=\"team-kestrel\""))
                .anyMatch(line -> line.contains("id=\"log\""));
    }

    @Test
    void theEndBringsStandingsPlaceByPlaceAndTheDebriefOfAllTeams() throws InterruptedException {
        start();
        served.passes(Duration.ofMinutes(2));
        var kestrel = drill.incident(KESTREL).orElseThrow();
        member.post("/api/v1/incidents/" + kestrel.id() + "/acknowledge", "{}");
        member.post("/api/v1/incidents/" + kestrel.id() + "/questions", "{'text': 'error rate?'}");
        assertThat(lead("/probes").json().get("number").intValue()).isEqualTo(1);
        served.passes(Duration.ofMinutes(2));
        assertThat(lead("/end").status()).isEqualTo(200);

        // How the teams stand in the end is worked out by the stream's listeners' own asking, a few seconds later.
        member.listen(page("/standings/stream"), line -> line.contains("to be revealed"));
        assertThat(member.get(api("/standings")).json().get("hidden").intValue())
                .isEqualTo(2);
        assertThat(lead("/reveal").status()).isEqualTo(200);
        var one = member.get(api("/standings")).json();
        assertThat(one.get("rows").get(0).get("name").stringValue()).isEqualTo("Heron");
        assertThat(one.get("hidden").intValue()).isEqualTo(1);
        lead("/reveal");
        assertThat(lead("/reveal").json().get("detail").stringValue()).isEqualTo("All places have been revealed.");

        var debrief = member.get(page("/debrief")).page();
        assertThat(debrief.select(".lane")).hasSize(2);
        assertThat(debrief.select("#main .lane a").eachAttr("href"))
                .containsExactly("/incidents/" + kestrel.id() + "/debrief");
        assertThat(debrief.text()).contains(scenario.causes().getFirst().explanation());
        assertThat(rival.get("/incidents/" + kestrel.id() + "/debrief").status())
                .isEqualTo(404);
        assertThat(facilitator.get(page("/debrief"), LEADS).page().select("#main .lane a"))
                .hasSize(2);

        member.submit(page("/debrief/action"), Map.of("text", "Ask | for scope first."));
        assertThat(member.get(api("/debrief")).json().get("myAction").stringValue())
                .isEqualTo("Ask | for scope first.");
        assertThat(rival.get(api("/debrief")).json().get("namedActions").size()).isZero();
        assertThat(member.get(api("/export/md")).body()).contains("Ask \\| for scope first.");
        assertThat(member.get(api("/export/csv")).body())
                .startsWith("\"team\",\"since page\",\"time\",\"kind\",\"by\",\"what\"\r\n")
                .contains("\"Kestrel\",\"2:00\",");
        assertThat(member.get(api("/export/pdf")).status()).isEqualTo(404);
    }
}
