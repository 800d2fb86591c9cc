package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mayday.journal.DataUnusable;
import mayday.studio.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The studio over HTTP: for facilitators alone, and nothing that somebody wrote is lost or half saved. */
class StudioTest {
    private static final String[] FACILITATOR = {
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8))
    };
    private static final String PAGE = "/studio/elevated-500s";
    private static final String API = "/api/v1/studio/scenarios/elevated-500s";
    private static final String MAIN = "elevated-500s/scenario.yaml";

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;
    private String original = "";

    @BeforeEach
    void serve() throws DataUnusable, IOException {
        Folders.copy("elevated-500s", "storefront", folder);
        original = Files.readString(folder.resolve(MAIN));
        served = Served.in(data, folder);
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private Caller.Answer get(String path) {
        return caller.get(path, FACILITATOR);
    }

    private Caller.Answer send(String method, String path, Object body) {
        return caller.send(
                method,
                path,
                JsonMapper.shared().writeValueAsString(body),
                FACILITATOR[0],
                FACILITATOR[1],
                "Content-Type",
                "application/json");
    }

    private Caller.Answer submit(String path, Map<String, String> fields) {
        return caller.submit(path, fields, FACILITATOR);
    }

    private String onDisk() throws IOException {
        return Files.readString(folder.resolve(MAIN));
    }

    private String digest() {
        return get(API + "/file").json().get("digest").asString();
    }

    private Map<String, String> form(String text) {
        return form(text, "save");
    }

    private Map<String, String> form(String text, String move) {
        return new HashMap<>(Map.of("file", MAIN, "expected", digest(), "text", text, "do", move));
    }

    private static Stream<Routes.Route> routes() {
        var site = new Site(
                () -> {
                    throw new AssertionError("no request is made");
                },
                new Random(1),
                () -> Instant.EPOCH,
                false);
        var all = new StudioRoutes(site, () -> Instant.EPOCH);
        return Stream.concat(all.site().stream(), all.api().stream());
    }

    @Test
    void everyRouteIsForFacilitatorsAlone() throws IOException {
        caller.open();
        assertThat(routes()).hasSizeGreaterThan(30);
        routes().forEach(route -> {
            var path = route.path()
                    .replace("{scenario}", "elevated-500s")
                    .replace("{system}", "storefront")
                    .replaceAll("\\{.*?}", "1");
            for (var who : new Caller[] {served.somebody(), caller}) {
                var answer = who.send(route.method().name(), path, "", "Content-Type", "application/json");
                var isPage = route.method().equals(HandlerType.GET) && !path.startsWith("/api/");
                assertThat(answer.status()).as(route.method() + " " + path).isEqualTo(isPage ? 303 : 401);
                assertThat(answer.header("Location"))
                        .isEqualTo(isPage ? "/login?to=" + URLEncoder.encode(path, UTF_8) : "");
                assertThat(answer.body()).doesNotContain("bad-release").doesNotContain("orders-db");
            }
        });
        assertThat(onDisk()).isEqualTo(original);
        assertThat(caller.get("/").body()).as("learners are not led there").doesNotContain("/studio");
    }

    @Test
    void scenariosAndSystemsAreListedWithTheirState() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("half-done")).resolve("scenario.yaml"), "id: half-done\n");
        reload();
        var rows = get("/studio").page();
        assertThat(rows.select("tr:contains(half-done)").text())
                .contains("Broken")
                .contains("errors");
        assertThat(rows.select("tr:contains(elevated-500s)").text())
                .contains("Published")
                .contains("rev 2");
        assertThat(rows.select("tr:contains(storefront)").text()).contains("1 scenario");
        assertThat(get("/api/v1/studio/scenarios").json().at("/1/standing").asString())
                .isEqualTo("broken");
    }

    /** A save that changes nothing reads the folder. */
    private void reload() {
        send("PUT", API + "/file", Map.of("text", original + "# Read again.\n", "expected", digest()));
    }

    @Test
    void aTextIsSavedWithItsHistory() throws IOException {
        var saved = submit(PAGE, form(original + "# Mine.\r\n"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(onDisk()).isEqualTo(original + "# Mine.\n");

        var editions = get(API + "/editions").json();
        assertThat(editions).hasSize(2);
        assertThat(editions.at("/0/by").asString()).isEqualTo("Facilitator");
        assertThat(editions.at("/1/by").asString()).isEqualTo("on the disk");
        assertThat(get(PAGE + "/history?edition=2").page().select(".d-add").text())
                .contains("# Mine.");
        assertThat(get(API + "/editions/1").json().at("/since/0/lines").toString())
                .contains("# Mine.");
        assertThat(get(API + "/editions/99").status()).isEqualTo(404);
    }

    @Test
    void theLaterOfTwoSavesIsToldWithWhatDiffers() throws IOException {
        var early = form(original + "# Early.\n");
        var late = form(original + "# Late, <b>bold</b>.\n");
        submit(PAGE, early);

        var told = submit(PAGE, late);

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.page().expectFirst("#text").wholeText().strip())
                .isEqualTo((original + "# Late, <b>bold</b>.").strip());
        assertThat(told.page().select(".d-del").text()).contains("# Early.");
        assertThat(told.page().select(".d-add").text()).contains("# Late, <b>bold</b>.");
        assertThat(onDisk()).isEqualTo(original + "# Early.\n");
        late.put("expected", told.page().select("[name=expected]").val());
        assertThat(submit(PAGE, late).status()).isEqualTo(303);
        assertThat(onDisk()).contains("# Late").doesNotContain("# Early");

        var program = send("PUT", API + "/file", Map.of("text", "id: x\n", "expected", early.get("expected")));
        assertThat(program.status()).isEqualTo(409);
        assertThat(program.json().at("/theirs/text").asString()).contains("# Late");
    }

    @Test
    void aDraftWithErrorsIsSavedButNotPublished() throws IOException {
        var broken = original.replace("\nlevel:", "\ndraft: true\nlevle:");
        assertThat(submit(PAGE, form(broken)).status()).isEqualTo(303);
        assertThat(get(PAGE).page().select("#publish").hasAttr("disabled")).isTrue();
        assertThat(send("POST", API + "/publish", Map.of()).status()).isEqualTo(409);
        assertThat(caller.get("/api/v1/scenarios").json())
                .as("learners play the last whole one")
                .hasSize(1);

        assertThat(submit(PAGE, form(broken.replace("levle", "level"), "publish"))
                        .status())
                .isEqualTo(303);
        assertThat(onDisk()).isEqualTo(original);
        assertThat(get(PAGE).page().select(".top .tag").text()).startsWith("Published, rev");
    }

    @Test
    void problemsAreToldWhileSomebodyTypes() {
        var checked = send("POST", API + "/check", Map.of("text", original.replace("\nlevel:", "\nlevle:")))
                .json();
        assertThat(checked.get("errors").asInt()).isEqualTo(2);
        assertThat(checked.get("problems").toString()).contains("did you mean `level`?");
        assertThat(checked.get("playable").asBoolean()).isFalse();
        var system =
                get("/api/v1/studio/systems/storefront/file").json().get("text").asString();
        var changed = send(
                "POST",
                "/api/v1/studio/systems/storefront/check",
                Map.of("text", system.replace("checkout", "checkin")));
        assertThat(changed.json().get("problems").toString())
                .as("what it breaks elsewhere")
                .contains("elevated-500s/scenario.yaml");
    }

    @Test
    void badTextsAreToldAndNothingIsHarmed() throws IOException {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
                        .repeat(3);
        for (var text : new String[] {bomb, "\tid: x\n", "id: [\n", "", "x: ".repeat(3_000), "[".repeat(10_000)}) {
            var checked = send("POST", API + "/check", Map.of("text", text));
            assertThat(checked.status()).isEqualTo(200);
            assertThat(checked.json().get("errors").asInt()).isPositive();
        }
        var large = send("PUT", API + "/file", Map.of("text", "x".repeat(1_100_000), "expected", digest()));
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.json().get("detail").asString()).isEqualTo("The text is larger than 1 MiB.");
        assertThat(send("PUT", API + "/file", Map.of("text", "x".repeat(5_000_000), "expected", "x"))
                        .status())
                .isEqualTo(413);
        for (var path :
                new String[] {"../x.yaml", "systems/storefront.yaml", "elevated-500s/../x", "elevated-500s/.x"}) {
            assertThat(send("PUT", API + "/file", Map.of("path", path, "text", "x", "expected", "none"))
                            .status())
                    .as(path)
                    .isEqualTo(422);
        }
        assertThat(onDisk()).isEqualTo(original);
    }

    @Test
    void otherFilesOfAScenarioAreWrittenToo() throws IOException {
        var path = "elevated-500s/evidence/new.txt";
        assertThat(get(PAGE + "?file=" + path).page().select("#place").text()).isEqualTo("a new file");
        var saved = send("PUT", API + "/file", Map.of("path", path, "text", "top\n", "expected", "none"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(Files.readString(folder.resolve(path))).isEqualTo("top\n");
        assertThat(get(API).json().get("files").toString()).contains(path);
    }

    @Test
    void aFolderThatVanishedIsSaidToHave() throws IOException {
        var late = form(original + "# Late.\n");
        try (var all = Files.walk(folder.resolve("elevated-500s"))) {
            for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        var told = submit(PAGE, late);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.page().select("textarea").text()).as("nothing is lost").contains("# Late.");
        assertThat(submit(PAGE, late).page().select("textarea").text())
                .as("nor later")
                .contains("# Late.");
        assertThat(Files.exists(folder.resolve(MAIN))).isFalse();
        assertThat(get("/studio/none-such").status()).isEqualTo(404);
        assertThat(get("/studio/..%2f..").status()).isIn(400, 404);
    }

    @Test
    void causesArePlayedAndWordingsTried() {
        var preview = send("POST", API + "/preview", Map.of("cause", "retry-storm", "action", "0", "minute", 10));
        assertThat(preview.json().at("/chosen/cause").asString()).isEqualTo("retry-storm");
        assertThat(preview.json().get("states").toString()).contains("stalled", "echo", "undone");
        assertThat(preview.json().get("points").size()).isGreaterThan(100);
        var trial = send("POST", API + "/trials", Map.of("words", "error rate of edge"))
                .json();
        assertThat(trial.get("outcome").asString()).isEqualTo("answered");
        assertThat(trial.get("reply").asString()).startsWith("Error ratio");
        assertThat(get(PAGE + "?cause=retry-storm&action=0&minute=10&ask=error+rate+of+edge")
                        .page()
                        .select("#trial, .st-said")
                        .text())
                .contains("Answered")
                .contains("at 14:16");
    }

    @Test
    void aRedHerringIsLookedAtAndNeverPlayed() {
        var herring = Map.of("cause", "january-trust-store");
        var preview = send("POST", API + "/preview", herring);
        assertThat(preview.json().at("/chosen/cause").asString()).isEqualTo("january-trust-store");
        assertThat(preview.json().get("states").toString()).contains("untrusted");
        assertThat(get(PAGE).body()).contains("january-trust-store (red herring)");

        var tried = send(
                "POST",
                API + "/trials",
                Map.of("words", "what do the logs of payments say?", "cause", "january-trust-store"));
        assertThat(tried.json().get("outcome").asString()).isEqualTo("answered");
        assertThat(tried.body()).contains("SSLHandshakeException");

        var played = send("POST", API + "/incidents", herring);
        assertThat(played.status()).isEqualTo(422);
        assertThat(played.body()).contains("january-trust-store is a red herring, which is never true");
        var kept = send(
                "POST",
                API + "/tests",
                Map.of("words", "what do the logs of payments say?", "cause", "january-trust-store"));
        assertThat(kept.body()).contains("is a red herring, which is never true: choose a cause for the test");
    }

    @Test
    void aWordingIsKeptAsATest() throws IOException {
        var kept = submit(PAGE + "/tests", Map.of("words", "error rate of edge?", "cause", "retry-storm"));
        assertThat(kept.status()).isEqualTo(303);
        assertThat(Files.readString(folder.resolve("elevated-500s/playthroughs/asked-error-rate-of-edge.yaml")))
                .isEqualTo("""
                        # Kept in the studio: it has to be understood as it was then.
                        title: "Asked: error rate of edge?"
                        cause: retry-storm
                        steps:
                          - wait: 5m
                          - ask: "error rate of edge?"
                            then: { outcome: answered, understood-as: [error-rate] }
                        """);
        var again = send("POST", API + "/tests", Map.of("words", "Error rate of edge"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().get("detail").asString()).startsWith("It is kept as a test already");
    }

    @Test
    void testsArePlayedFromThePageAndTellWhatWentWrong() throws IOException {
        assertThat(get(PAGE).page().select("#tests .st-tests-h").text()).contains("not run yet");
        submit(PAGE + "/tests", Map.of("words", "error rate of edge?", "cause", "retry-storm"));

        var run = submit(PAGE + "/tests/run", Map.of());

        assertThat(run.header("Location")).isEqualTo(PAGE + "?done=tested#tests");
        var kept = get(PAGE).page().expectFirst("#tests li:contains(Asked: error rate of edge?)");
        assertThat(kept.text()).startsWith("Pass");
        var path = "elevated-500s/playthroughs/asked-error-rate-of-edge.yaml";
        var wrong = Files.readString(folder.resolve(path)).replace("[error-rate]", "[latency]");
        var tested = send("POST", API + "/tests/run", Map.of("path", path, "text", wrong))
                .json()
                .get("tests")
                .valueStream()
                .filter(test -> test.get("file").asString().equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(tested.at("/outcome").asString()).isEqualTo("failed");
        assertThat(tested.at("/failures/0/line").asInt()).isEqualTo(7);
        assertThat(tested.at("/failures/0/expected").asString()).contains("latency");
        assertThat(tested.at("/failures/0/happened").asString()).contains("error-rate");
        assertThat(Files.readString(folder.resolve(path)))
                .as("a text that is tried is not saved")
                .isNotEqualTo(wrong);
        assertThat(get(PAGE).page().select("#tests .st-tests-h").text())
                .as("what was tried is not what is there")
                .contains("before the last change");
        var unreadable = send("POST", API + "/tests/run", Map.of("path", path, "text", "title: ["))
                .json();
        assertThat(unreadable.get("problems").toString()).contains(path);
    }

    @Test
    void whatIsTypedIsDrawnAndAskedBeforeItIsSaved() throws IOException {
        var edited =
                original.replace("retry-storm:", "storm-of-retries:").replace("[retry-storm]", "[storm-of-retries]");
        var preview = send("POST", API + "/preview", Map.of("cause", "storm-of-retries", "text", edited));
        assertThat(preview.json().at("/chosen/cause").asString()).isEqualTo("storm-of-retries");
        var part = submit(PAGE + "/preview", Map.of("cause", "storm-of-retries", "file", MAIN, "text", edited));
        assertThat(part.page().select("#cause [selected]").val()).isEqualTo("storm-of-retries");
        var trial = send("POST", API + "/trials", Map.of("words", "error rate of edge", "text", edited));
        assertThat(trial.json().get("outcome").asString()).isEqualTo("answered");
        for (var call : new String[] {"/preview", "/trials", "/tests/run"}) {
            var body = call.equals("/trials") ? Map.of("words", "x", "text", "id: [") : Map.of("text", "id: [");
            assertThat(send("POST", API + call, body).status()).as(call).isEqualTo(409);
        }
        assertThat(send("POST", API + "/preview", Map.of("path", "systems/storefront.yaml", "text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(onDisk()).isEqualTo(original);
    }

    @Test
    void aQuestionThatWasNotUnderstoodIsAddedWithOneClick() throws IOException {
        var incident = caller.open();
        caller.post(incident + "/questions", "{'text': 'flux capacitor'}");
        var form = get(PAGE).page().expectFirst(".cases form:has([value=flux capacitor])");

        var added = submit(
                form.attr("action"),
                Map.of(
                        "words",
                        form.select("[name=words]").val(),
                        "question",
                        form.expectFirst("option").val()));

        assertThat(added.status()).isEqualTo(303);
        assertThat(onDisk()).contains("\"flux capacitor\"");
        assertThat(get(API).json().at("/findings/errors").asInt()).isZero();
        var twice = send("POST", API + "/wordings", Map.of("question", "none-such", "words", "x"));
        assertThat(twice.status()).isEqualTo(422);
    }

    @Test
    void aDraftIsPlayedByItsAuthorAndKeepsItsText() throws Exception {
        var opened = submit(PAGE, form(original + "draft: true\n", "play"));
        assertThat(opened.status()).isEqualTo(303);
        var incident = "/api/v1" + opened.header("Location");
        submit(PAGE, form("id: nothing left\n"));

        served.close();
        served = Served.in(data, folder);

        assertThat(served.somebody()
                        .get(incident, FACILITATOR)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void aScenarioTravelsAsAZipFile() throws IOException {
        var zip = caller.bytes(API + "/archive", FACILITATOR);
        var exists = caller.sendBytes("/api/v1/studio/archives", zip, FACILITATOR);
        assertThat(exists.status()).isEqualTo(409);
        assertThat(exists.json().get("detail").asString())
                .isEqualTo(
                        "Nothing was imported: the scenario elevated-500s is there already. Send it with ?replace=true to"
                                + " overwrite it.");

        submit(PAGE, form(original + "# Not in the zip file.\n"));
        assertThat(caller.sendBytes("/api/v1/studio/archives?replace=true", zip, FACILITATOR)
                        .status())
                .isEqualTo(201);
        assertThat(onDisk()).isEqualTo(original);
        assertThat(get(API + "/editions").json()).hasSize(3);
        assertThat(caller.sendBytes("/api/v1/studio/archives", "PK".getBytes(UTF_8), FACILITATOR)
                        .status())
                .isEqualTo(422);
    }
}
