package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints and the coach, over the API and on the pages. */
class HelpTest {
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
    void thePriceOfTheNextHintIsToldBeforeItIsTaken() {
        var incident = caller.open();
        var help = caller.get(incident).json().get("help");
        assertThat(help.get("hints").asBoolean()).isTrue();
        assertThat(help.get("coach").asString()).isEqualTo("off");
        var offered = help.get("hint");
        assertThat(offered.get("step").asInt()).isEqualTo(1);
        assertThat(offered.get("costSeconds").asInt()).isEqualTo(30);
        assertThat(offered.get("points").asInt()).isEqualTo(5);

        var taken = caller.post(incident + "/hints", "{'step': 1}");

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().get("text").asString()).startsWith("Look at the extent of it");
        assertThat(taken.json().get("costSeconds").asInt()).isEqualTo(30);
        assertThat(taken.json().get("left").asInt()).isEqualTo(8);
        var after = caller.get(incident).json();
        assertThat(after.get("clock").get("elapsedSeconds").asInt()).isEqualTo(30);
        assertThat(after.get("help").get("hint").get("costSeconds").asInt()).isEqualTo(60);
        assertThat(after.get("transcript").toString())
                .contains("\"hint\"", "where to look")
                .doesNotContain("matter");
    }

    @Test
    void whoNamesAStepThatIsNotTheNextIsToldAndChargedNothing() {
        var incident = caller.open();

        var refused = caller.post(incident + "/hints", "{'step': 2}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString()).startsWith("The next hint is another by now: step 1");
        assertThat(caller.get(incident)
                        .json()
                        .get("clock")
                        .get("elapsedSeconds")
                        .asInt())
                .isZero();
        assertThat(caller.post(incident + "/hints", "{'step': 7}").status()).isEqualTo(422);
        assertThat(caller.post(incident + "/hints", "{'steps': 1}").status()).isEqualTo(422);
    }

    @Test
    void aLearnerGetsNoHelpOnALiveClock() {
        var refused = caller.post(
                "/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'live', 'hints': true, 'coach': 'close'}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/hints");
        assertThat(refused.json().get("errors").get(1).get("pointer").asString())
                .isEqualTo("/coach");

        var live = caller.open("{'scenario': 'elevated-500s', 'clock': 'live', 'seed': 1}");
        assertThat(caller.post(live + "/hints", "{}").status()).isEqualTo(409);
        assertThat(caller.post(live + "/hints", "{}").json().get("detail").asString())
                .isEqualTo("This incident is played without hints.");
    }

    @Test
    void aFacilitatorAllowsItThere() {
        var facilitator = new String[] {
            "Authorization",
            "Basic "
                    + java.util.Base64.getEncoder()
                            .encodeToString(("facilitator:" + Served.PASSWORD)
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        };

        var opened = caller.post(
                "/api/v1/incidents",
                "{'scenario': 'elevated-500s', 'clock': 'live', 'hints': true, 'coach': 'sparse'}",
                facilitator);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().get("help").get("coach").asString()).isEqualTo("sparse");
        assertThat(opened.json().get("help").get("hint").get("costSeconds").asInt())
                .isZero();
    }

    @Test
    void hintsAreTakenWithAFormThatShowsStepAndPrice() {
        var opened = caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", "practice"));
        var room = opened.header("Location");
        assertThat(caller.get(room).page().select("[data-hint]").attr("href")).isEqualTo(room + "/hints");

        var form = caller.get(room + "/hints").page();
        assertThat(form.select("form.dlg dd").eachText())
                .containsExactly(
                        "1 of 3: where to look",
                        "30 seconds of incident time and 5 points, off the part of the score that it helps",
                        "9");
        assertThat(caller.submit(room + "/hints", Map.of("step", "1")).status()).isEqualTo(303);

        assertThat(caller.get(room).page().select(".turn.aid .who").text())
                .isEqualTo("Hint, step 1 of 3: where to look");
        var again = caller.submit(room + "/hints", Map.of("step", "1"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#dlg-error").text()).startsWith("The next hint is another by now");
        assertThat(again.page().expectFirst("form.dlg dd").text()).isEqualTo("2 of 3: what to ask");
    }

    @Test
    void withoutHintsThereIsNoControlForThem() {
        var opened =
                caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", "practice", "hints", "false"));
        var room = opened.header("Location");

        assertThat(caller.get(room).page().select("[data-hint]")).isEmpty();
        assertThat(caller.get(room).page().select(".terms").text()).isEqualTo("Unaided");
        assertThat(caller.get(room + "/hints").page().select(".note").text())
                .isEqualTo("This incident is played without hints.");
    }

    @Test
    void theChoiceOfACoachIsForPracticeAndLiveGoesWithout() {
        var live = caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", "live", "coach", "close"));

        assertThat(live.status()).isEqualTo(303);
        assertThat(caller.get(live.header("Location")).page().select(".terms").text())
                .isEqualTo("Unaided");
    }

    @Test
    void theCoachAsksBeforeTheEndAndIsNotedInTheDebrief() {
        var opened =
                caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", "practice", "coach", "usual"));
        var room = opened.header("Location");
        caller.submit(room + "/hints", Map.of("step", "1"));

        var asked = caller.submit(room + "/close", Map.of("statement", "I give up."));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select("#dlg-error").text()).endsWith("close again if you are sure.");
        assertThat(asked.page().select("textarea").text()).isEqualTo("I give up.");
        assertThat(caller.get(room).page().select(".turn.aid .who").eachText()).contains("Coach");

        assertThat(caller.submit(room + "/close", Map.of("statement", "I give up."))
                        .status())
                .isEqualTo(303);
        var debrief = caller.get(room + "/debrief").page();
        assertThat(debrief.select(".page-h .faint").text()).endsWith("with coach: usual, 1 hint");
        assertThat(debrief.select("tr.k-hint .tl-w").eachText()).contains("Hint: where to look (0:30, 5 points)");
        assertThat(debrief.select("tr.k-coach")).hasSize(1);
        var help = caller.get("/api/v1" + room + "/debrief").json().get("help");
        assertThat(help.get("coach").asString()).isEqualTo("usual");
        assertThat(help.get("remarks").asInt()).isEqualTo(1);
        assertThat(help.get("points").asInt()).isEqualTo(5);
    }

    @Test
    void theApiIsAskedBeforeTheEndTooOnce() {
        var incident = caller.open("{'scenario': 'elevated-500s', 'clock': 'practice', 'seed': 1, 'coach': 'sparse'}");

        var asked = caller.post(incident + "/close", "{'statement': 'Over.'}");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().get("type").asString()).endsWith("coach-asks");
        assertThat(caller.post(incident + "/close", "{'statement': 'Over.'}").status())
                .isEqualTo(200);
    }
}
