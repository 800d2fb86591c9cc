package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** By which rubric an incident is judged, and what a facilitator may change about it. */
class RubricsTest {
    private static final String[] FACILITATOR = {
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8))
    };

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
    void anIncidentIsJudgedByTheRubricThatItWasOpenedUnder() {
        var incident = caller.open("{'scenario': 'elevated-500s', 'clock': 'practice', 'seed': 1, 'rubric': 'amazon'}");
        assertThat(caller.get(incident).json().get("rubric").asString()).isEqualTo("amazon");
        close(incident);

        var own = caller.get(incident + "/debrief").json();
        assertThat(own.at("/rubric/id").asString()).isEqualTo("amazon");
        assertThat(own.at("/rubric/note").asString()).isEmpty();
        assertThat(own.at("/structure/aspects"))
                .extracting(aspect -> aspect.get("id").asString())
                .contains("ownership", "dive-deep", "runbook-order");
        assertThat(own.at("/structure/aspects/0/criteria/0/text").asString())
                .isEqualTo("You never acknowledged the page.");

        var other = caller.get(incident + "/debrief?rubric=netflix").json();
        assertThat(other.at("/rubric/title").asString()).isEqualTo("Netflix");
        assertThat(weights(other)).containsExactly(10, 25, 20, 25, 10);
    }

    @Test
    void withoutAWordItIsTheDefaultOne() {
        var incident = caller.open();
        close(incident);

        var debrief = caller.get(incident + "/debrief").json();
        assertThat(debrief.at("/rubric/id").asString()).isEqualTo("default");
        assertThat(weights(debrief)).containsExactly(20, 25, 20, 20, 15);
        assertThat(debrief.at("/structure/aspects")).isEmpty();
    }

    @Test
    void anUnknownRubricIsRefusedWithThoseThatThereAre() {
        var refused = caller.post(
                "/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'practice', 'rubric': 'gogle'}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/rubric");
        assertThat(refused.json().at("/errors/0/detail").asString())
                .isEqualTo("must be one of default, amazon, netflix");

        var incident = caller.open();
        close(incident);
        var unknown = caller.get(incident + "/debrief?rubric=%3Cb%3E");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("detail").asString())
                .isEqualTo("There is no rubric <b> here; there is default, amazon, netflix.");
        var page = caller.get(page(incident) + "?rubric=%3Cb%3E");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("There is no rubric &lt;b&gt; here; there is default, amazon, netflix.");
        var form = caller.submit(
                "/incidents", Map.of("scenario", "elevated-500s", "clock", "practice", "rubric", "gogle"));
        assertThat(form.status()).isEqualTo(404);
        assertThat(form.body()).contains("The rubric must be one of default, amazon, netflix.");
    }

    @Test
    void theCatalogueOffersTheRubricsAndThePageSwitchesBetweenThem() {
        assertThat(caller.get("/").page().select("#rubric-elevated-500s option").eachAttr("value"))
                .containsExactly("default", "amazon", "netflix");
        var opened = caller.submit(
                "/incidents", Map.of("scenario", "elevated-500s", "clock", "practice", "rubric", "netflix"));
        var page = opened.header("Location") + "/debrief";
        caller.submit(opened.header("Location") + "/close", Map.of("statement", "No idea."));

        var own = caller.get(page).page();
        assertThat(own.select(".judged [aria-current]").text()).isEqualTo("Netflix");
        assertThat(own.select(".asp th[scope=row]").eachText()).contains("Failure imagination", "Blast radius");
        assertThat(own.select(".asp .gr").eachText()).contains("Red", "Not seen");
        assertThat(own.select(".page-h [name=rubric]").val()).isEqualTo("netflix");
        assertThat(own.select("#h-ovr")).as("facilitators alone").isEmpty();

        var plain = caller.get(own.expectFirst(".judged a").attr("href")).page();
        assertThat(plain.select(".judged [aria-current]").text()).isEqualTo("Default");
        assertThat(plain.select(".asp")).isEmpty();
    }

    @Test
    void anIncidentWhoseRubricIsGoneFallsBackAndSaysSo(@TempDir Path other) throws Exception {
        copy(Path.of("scenarios"), other);
        served.close();
        served = Served.in(folder, other);
        var incident = served.somebody();
        var path = incident.open("{'scenario': 'elevated-500s', 'clock': 'practice', 'rubric': 'amazon'}");
        incident.post(path + "/close", "{'statement': 'No idea.'}");
        served.close();
        Files.delete(other.resolve("rubrics/amazon.yaml"));
        served = Served.in(folder, other);
        var later = served.somebody();

        var debrief = later.get(path + "/debrief", FACILITATOR).json();
        assertThat(debrief.at("/rubric/id").asString()).isEqualTo("default");
        assertThat(debrief.at("/rubric/note").asString())
                .isEqualTo("This incident was opened to be judged by the rubric amazon, which is not here any more."
                        + " It is judged by the default one.");
        assertThat(later.get(page(path), FACILITATOR)
                        .page()
                        .select(".note-warn")
                        .text())
                .contains("which is not here any more");
    }

    @Test
    void aFacilitatorOverridesAScoreWithAReasonAndTakesItBack() {
        var incident = caller.open();
        close(incident);
        var override = incident + "/debrief/overrides/communication";
        var computed = caller.get(incident + "/debrief").json();

        var judged = put(override, "{\"score\": 100, \"reason\": \"Told everybody by <b>phone</b>.\"}", FACILITATOR);
        assertThat(judged.status()).isEqualTo(200);
        var part = caller.get(incident + "/debrief").json().at("/structure/parts/4");
        assertThat(part.get("score").asInt()).isEqualTo(100);
        assertThat(part.get("computed")).isEqualTo(computed.at("/structure/parts/4/score"));
        assertThat(part.at("/override/reason").asString()).isEqualTo("Told everybody by <b>phone</b>.");
        assertThat(part.at("/override/by").asString()).isEqualTo("Facilitator");
        assertThat(part.at("/override/at").asString()).isEqualTo("2026-05-04T09:00:00Z");
        assertThat(judged.json().at("/structure/score").asInt())
                .isEqualTo(weighed(judged.json().at("/structure/parts")))
                .isGreaterThan(computed.at("/structure/score").asInt());
        var page = caller.get(page(incident)).page();
        assertThat(page.select(".ovd").text())
                .isEqualTo("Facilitator set 100 instead of the computed "
                        + part.get("computed").asInt() + " on 4 May, 09:00 UTC. Told everybody by <b>phone</b>.");

        assertThat(caller.send("DELETE", override, "", FACILITATOR).status()).isEqualTo(200);
        assertThat(caller.get(incident + "/debrief").json()).isEqualTo(computed);
        assertThat(caller.send("DELETE", override, "", FACILITATOR).status()).isEqualTo(404);
    }

    private static int weighed(JsonNode parts) {
        var sum = parts.valueStream()
                .mapToInt(each -> each.get("score").asInt() * each.get("weight").asInt())
                .sum();
        return (int) Math.round(sum / 100.0);
    }

    @Test
    void anOverrideIsRefusedForGoodReasons() {
        var incident = caller.open();
        var good = "{\"score\": 50, \"reason\": \"Because.\"}";
        var path = incident + "/debrief/overrides/hypotheses";
        assertThat(put(path, good, FACILITATOR).status()).as("open").isEqualTo(409);
        close(incident);

        assertThat(put(path, good).status()).as("the learner").isEqualTo(403);
        assertThat(served.somebody().send("PUT", path, good, json()).status())
                .as("a stranger")
                .isEqualTo(404);
        assertThat(put(path, good, "Authorization", "Basic eDp5").status())
                .as("a wrong password")
                .isEqualTo(401);
        var unknown = put(incident + "/debrief/overrides/looks", good, FACILITATOR);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("detail").asString())
                .isEqualTo("There is no such part of the score; there is scope-first, information-gain, hypotheses,"
                        + " mitigation-judgement, communication.");
        for (var bad : List.of(
                "{\"score\": 50}",
                "{\"score\": 50, \"reason\": \"  \"}",
                "{\"score\": 101, \"reason\": \"Because.\"}",
                "{\"score\": \"50\", \"reason\": \"Because.\"}",
                "{\"reason\": \"Because.\"}",
                "{\"score\": 50, \"reason\": \"" + "a".repeat(501) + "\"}")) {
            assertThat(put(path, bad, FACILITATOR).status()).as(bad).isEqualTo(422);
        }
        assertThat(caller.get(incident + "/debrief")
                        .json()
                        .at("/structure/parts/2/override")
                        .isNull())
                .isTrue();
    }

    @Test
    void thePageHasAFormForFacilitators() {
        var incident = caller.open();
        close(incident);
        var page = page(incident);
        var door = page.replace("/debrief", "/facilitator");
        assertThat(caller.get(door).header("Location")).isEqualTo("/login?to=" + URLEncoder.encode(door, UTF_8));
        assertThat(caller.get(door, FACILITATOR).header("Location")).isEqualTo(page);
        assertThat(caller.get(page, FACILITATOR).page().select("#h-ovr").text()).isEqualTo("Override a score");
        var form = Map.of("part", "scope-first", "score", "70", "reason", "Asked aloud.");

        assertThat(caller.submit(page + "/overrides", form).status()).isEqualTo(403);
        var unreasoned = caller.submit(
                page + "/overrides", Map.of("part", "scope-first", "score", "70", "reason", " "), FACILITATOR);
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.page().select("#ovr-error").text()).isEqualTo("Say why: the learner will read it.");
        assertThat(unreasoned.page().select("#ovr-score").val()).isEqualTo("70");

        assertThat(caller.submit(page + "/overrides", form, FACILITATOR).status())
                .isEqualTo(303);
        assertThat(caller.get(page).page().select(".ovd q").text()).isEqualTo("Asked aloud.");
        assertThat(caller.submit(page + "/overrides/scope-first/withdraw", Map.of(), FACILITATOR)
                        .status())
                .isEqualTo(303);
        assertThat(caller.get(page).page().select(".ovd")).isEmpty();
    }

    private void close(String incident) {
        assertThat(caller.post(incident + "/close", "{'statement': 'No idea.'}").status())
                .isEqualTo(200);
    }

    private Caller.Answer put(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(json()));
        return caller.send("PUT", path, body, all.toArray(String[]::new));
    }

    private static String[] json() {
        return new String[] {"Content-Type", "application/json"};
    }

    private static String page(String incident) {
        return incident.replace("/api/v1", "") + "/debrief";
    }

    private static List<Integer> weights(JsonNode debrief) {
        return debrief.at("/structure/parts")
                .valueStream()
                .map(part -> part.get("weight").asInt())
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    var target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
