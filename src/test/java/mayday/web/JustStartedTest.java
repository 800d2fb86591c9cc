package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mayday.compiler.Blurbs;
import mayday.compiler.Shipped;
import mayday.exercise.Plan;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.journal.DataUnusable;
import mayday.scenario.CauseId;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that has just been started answers what it can, lets wait what it must, and says so. */
class JustStartedTest {
    private static final Blurbs KNOWN = Blurbs.NONE.of(Shipped.FOLDER, Shipped.library());

    private static final String[] LEADS = {
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8))
    };

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller learner;

    @BeforeEach
    void start() throws DataUnusable {
        served = Served.starting(folder, Shipped.FOLDER, KNOWN);
        learner = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void itsFirstPageIsTheOneThatItHasLater() {
        var first = learner.get("/");
        var list = learner.get("/api/v1/scenarios");
        assertThat(first.status()).isEqualTo(200);
        assertThat(served.live.isWhole()).isFalse();

        served.live.read();
        assertThat(learner.get("/").body()).isEqualTo(first.body());
        assertThat(learner.get("/api/v1/scenarios").body()).isEqualTo(list.body());
    }

    @Test
    void anIncidentIsOpenedBeforeTheOtherScenariosAreRead() {
        var opened = learner.post("/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'practice'}");
        assertThat(opened.status()).isEqualTo(201);
        var incident = opened.header("Location");
        assertThat(learner.post(incident + "/questions", "{'text': 'what changed?'}")
                        .status())
                .isEqualTo(200);
        assertThat(learner.get("/").page().text()).contains("Elevated 500s on the storefront");
        assertThat(served.live.isWhole()).isFalse();

        served.live.read();
        assertThat(learner.get(incident).status()).isEqualTo(200);
    }

    @Test
    void whoNeedsAllOfThemIsToldToComeAgain() {
        for (var path : new String[] {"/progress", "/drills/new", "/studio"}) {
            var told = served.somebody().get(path, LEADS);
            assertThat(told.status()).as(path).isEqualTo(503);
            assertThat(told.header("Retry-After")).as(path).isEqualTo("3");
            assertThat(told.page().text()).as(path).contains("still reading its scenarios");
        }
        var none = learner.post("/api/v1/incidents", "{'scenario': 'nothing', 'clock': 'practice'}");
        assertThat(none.status()).isEqualTo(503);
        assertThat(none.json().get("type").asString()).endsWith("problem-starting");

        served.live.read();
        assertThat(learner.get("/progress").status()).isEqualTo(200);
    }

    /** The same server, started again: what was compiled is not any more. */
    private void restart() throws DataUnusable {
        served.close();
        served = Served.starting(folder, Shipped.FOLDER, KNOWN);
    }

    @Test
    void aDrillGoesOnBeforeTheOtherScenariosAreRead() throws DataUnusable {
        served.live.read();
        var party = DrillParty.in(served);
        var before = party.join("Mara", "kestrel", "").at(served);
        restart();
        var mara = before.at(served);
        var leading = served.somebody();

        assertThat(mara.get("/drills").page().select("td").eachText())
                .contains("Thursday", "Storefront, an online shop");
        assertThat(mara.get(party.page()).page().text()).contains("Waiting for Facilitator to start");
        assertThat(mara.listen(party.page() + "/stream", line -> line.equals("event: beat")))
                .contains("event: region");
        assertThat(leading.get(party.page() + "/console", LEADS).status()).isEqualTo(200);
        assertThat(leading.submit(party.page() + "/console/start", Map.of(), LEADS)
                        .status())
                .isEqualTo(303);
        assertThat(leading.listen(party.page() + "/console/stream", line -> line.equals("event: beat"), LEADS))
                .contains("event: region");
        assertThat(served.live.isWhole()).isFalse();
    }

    @Test
    void streamsThatNeedWhatIsNotThereAreToldToComeBack() {
        var plan = new Plan(
                "Thursday drill",
                new ScenarioId("gone"),
                7,
                new CauseId("some-cause"),
                Plan.RoleRule.ADVISED,
                Plan.Board.FACILITATOR,
                Duration.ZERO,
                new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 1, Duration.ofMinutes(30)));
        var drill = served.drills.create(plan, List.of("Kestrel"), new Participant("facilitator", "Ines"));
        for (var stream : new String[] {"/stream", "/console/stream"}) {
            assertThat(learner.listen("/drills/" + drill.id() + stream, line -> line.startsWith("data: {"), LEADS))
                    .as(stream)
                    .contains("event: reconnect");
        }

        served.live.read();
        assertThat(learner.listen("/drills/" + drill.id() + "/stream", line -> line.equals("event: beat"), LEADS))
                .contains("event: region");
    }

    @Test
    void itLivesAndIsNotReady() {
        assertThat(learner.get("/health/live").status()).isEqualTo(200);
        assertThat(learner.get("/health/ready").status()).isEqualTo(503);
        assertThat(learner.get("/health/ready").body())
                .isEqualTo("{\"status\":\"starting\",\"questions\":\"waiting\"}");

        served.live.read();
        assertThat(learner.get("/health/ready").status()).isEqualTo(200);
    }
}
