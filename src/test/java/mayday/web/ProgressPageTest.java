package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner's progress, as a page without JavaScript and as JSON. */
class ProgressPageTest {
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

    /** An incident of the caller's whose cause is known to the test; closed at once. */
    private void ranOut(String cause) {
        var incident = opened(cause);
        caller.post(incident + "/wait", "{'seconds': 1800}");
        caller.post(incident + "/wait", "{'seconds': 900}");
        served.passes(Duration.ofMinutes(1));
    }

    private String opened(String cause) {
        var basic = "Basic " + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8));
        var opened = caller.post(
                "/api/v1/incidents",
                "{'scenario': 'elevated-500s', 'clock': 'practice', 'seed': 1, 'cause': '" + cause + "'}",
                "Authorization",
                basic);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.header("Location");
    }

    private String closed(String cause, String... moves) {
        var incident = opened(cause);
        for (var i = 0; i < moves.length; i += 2) {
            assertThat(caller.post(incident + moves[i], moves[i + 1]).status()).isLessThan(300);
        }
        caller.post(incident + "/close", "{'statement': 'Done.'}");
        served.passes(Duration.ofMinutes(1));
        return incident;
    }

    private String solved() {
        return closed(
                "bad-release",
                "/hypotheses",
                "{'faultClass': 'bad-release', 'target': 'checkout', 'confidence': 80}",
                "/actions",
                "{'action': 'roll-back', 'target': 'checkout'}",
                "/wait",
                "{'seconds': 900}");
    }

    @Test
    void whoHasNotPlayedIsSentToBegin() {
        var answer = caller.get("/progress");
        var page = answer.page();

        assertThat(page.select(".empty b").text()).isEqualTo("No runs yet");
        assertThat(page.select(".page-h p").text()).isEqualTo("Nothing played to its end yet");
        assertThat(page.select(".skill")).hasSize(1);
        assertThat(page.select(".skill.next .muted").text())
                .isEqualTo("Begin with this one: it is of the first level.");
        assertThat(page.select(".skill.next form[method=post] button[name=clock]"))
                .hasSize(1);
        assertThat(page.select(".nav a[aria-current=page]").text()).isEqualTo("Progress");
        assertThat(answer.header("Set-Cookie"))
                .as("nobody is remembered for looking")
                .isEmpty();
        assertThat(caller.get("/api/v1/progress").json().get("runs").isEmpty()).isTrue();
    }

    @Test
    void oneRunIsShownWithItsLessonAndSolved() {
        var incident = solved();

        var page = caller.get("/progress").page();

        assertThat(page.select(".page-h p").text())
                .isEqualTo("1 run, 4 May; 1 of " + served.library.scenarios().size() + " incidents tried");
        assertThat(page.select(".skill h3").eachText())
                .containsExactly(
                        "Scope first",
                        "Information gain",
                        "Hypotheses",
                        "Mitigation judgement",
                        "Command and communication",
                        "What to practise next");
        assertThat(page.select(".skill svg circle")).hasSize(5);
        assertThat(page.select(".skill svg .ln")).as("one point makes no line").isEmpty();
        assertThat(page.select(".skill .alt tbody tr")).hasSize(5);
        var run = page.select(".runs tbody tr").getFirst();
        assertThat(run.select("a").attr("href")).isEqualTo(incident.replace("/api/v1", "") + "/debrief");
        assertThat(run.select(".st").text()).isEqualTo("Solved");
        assertThat(page.select(".runs thead").text()).contains("Par");
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @Test
    void theSameCauseAgainIsStudyAndAnotherIsNot() {
        closed("bad-release");
        solved();
        closed("inline-recommendations");

        caller.get("/api/v1/progress");
        var runs = caller.get("/api/v1/progress").json().get("runs");

        assertThat(runs.valueStream().map(run -> run.get("standing").asString()))
                .containsExactly("not-solved", "studied", "not-solved");
        assertThat(caller.get("/progress").page().select(".facts dt").eachText())
                .containsExactly("Median time to mitigate", "Questions per run");
    }

    @Test
    void aFewRunsAreJudgedWithEachLook() {
        // What somebody closes is judged at once; what just runs out is not.
        for (var i = 0; i < Results.MOST_AT_ONCE + 1; i++) {
            ranOut("bad-release");
        }

        var first = caller.get("/progress").page();
        assertThat(first.select(".note").text())
                .isEqualTo("One run is not judged yet. Open its debrief, or come back to this page.");
        assertThat(first.select(".runs .st").eachText())
                .as("newest first; the oldest waits")
                .isEqualTo(List.of("Studied", "Studied", "Not judged yet"));

        var second = caller.get("/progress").page();
        assertThat(second.select(".note")).isEmpty();
        assertThat(second.select(".runs .st").eachText()).isEqualTo(List.of("Studied", "Studied", "Not solved"));
    }

    @Test
    void aDebriefThatWasReadNeedsNoJudging() {
        var incident = closed("bad-release");
        for (var i = 0; i < Results.MOST_AT_ONCE; i++) {
            closed("bad-release");
        }
        caller.get(incident + "/debrief");

        assertThat(caller.get("/api/v1/progress").json().get("notJudgedYet").asInt())
                .isZero();
    }

    @Test
    void theApiSaysTheSame() {
        solved();

        var progress = caller.get("/api/v1/progress").json();

        assertThat(progress.get("notJudgedYet").asInt()).isZero();
        assertThat(progress.get("levelReached").asString())
                .isEqualTo(served.library.scenarios().getFirst().level().name().toLowerCase(Locale.ROOT));
        assertThat(progress.get("skills").size()).isEqualTo(5);
        assertThat(progress.get("scenarios").get(0).get("causesSolved").asInt()).isEqualTo(1);
        assertThat(progress.get("runs").get(0).get("ttmSeconds").asLong()).isBetween(600L, 1_200L);
        assertThat(progress.get("next").get("weakest").get("average").asInt()).isBetween(0, 40);
        assertThat(served.somebody().get("/api/v1/progress").json().get("runs").isEmpty())
                .as("nobody sees others' runs")
                .isTrue();
    }

    @Test
    void theCatalogueShowsTheBestOfEachIncident() {
        assertThat(caller.get("/").page().select(".best")).as("nothing tried").isEmpty();
        caller.get(solved() + "/debrief");
        closed("bad-release");
        caller.get("/progress");

        var best = caller.get("/").page().select(".best");
        assertThat(best).hasSize(1);
        assertThat(best.text()).matches("\\d+ best of 2 runs");
        assertThat(best.select("svg").attr("aria-label")).matches("Best score \\d+ of 100");
    }
}
