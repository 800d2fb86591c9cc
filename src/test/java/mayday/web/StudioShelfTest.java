package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.journal.DataUnusable;
import mayday.studio.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios are made and deleted over HTTP, and no slip loses one. */
class StudioShelfTest {
    private static final String API = "/api/v1/studio/scenarios";

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Author author;

    @BeforeEach
    void serve() throws DataUnusable {
        Folders.copy("elevated-500s", "storefront", folder);
        served = Served.in(data, folder);
        author = Author.at(served);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static Map<String, String> form(String id) {
        return new HashMap<>(Map.of(
                "id", id,
                "title", "Nobody finds <b>anything</b>",
                "level", "foundation",
                "system", "storefront",
                "fault1", "bad-release",
                "service1", "search",
                "fault3", "certificate",
                "service3", "web"));
    }

    private String file(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    @Test
    void aFormMakesADraftThatCanBePlayed() throws IOException {
        var made = author.submit("/studio", form("lost-search"));

        assertThat(made.status()).isEqualTo(303);
        assertThat(made.header("Location")).isEqualTo("/studio/lost-search?done=made");
        assertThat(file("lost-search/scenario.yaml"))
                .startsWith("# yaml-language-server")
                .contains("\ndraft: true\nsystem: storefront\n", "bad-release-search:", "certificate-web:");
        assertThat(folder.resolve("lost-search/playthroughs/right.yaml")).exists();
        assertThat(author.get(API + "/lost-search")
                        .json()
                        .at("/findings/errors")
                        .asInt())
                .isZero();
        assertThat(author.caller().get("/api/v1/scenarios").json())
                .as("learners have it once it is published")
                .hasSize(1);
        assertThat(author.send("POST", API + "/lost-search/publish", Map.of()).status())
                .isEqualTo(200);
        assertThat(author.caller().get("/api/v1/scenarios").json()).hasSize(2);
    }

    @Test
    void whatCannotBeMadeIsToldAndTheFormKeepsWhatWasTyped() throws IOException {
        var before = file("elevated-500s/scenario.yaml");
        var taken = author.submit("/studio", form("elevated-500s"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.page().select("[role=alert]").text())
                .isEqualTo("There is the scenario elevated-500s already. Give this one another id.");
        assertThat(taken.page().select("#new-title").val()).isEqualTo("Nobody finds <b>anything</b>");
        assertThat(taken.page().select("#service3 [selected]").val()).isEqualTo("web");
        assertThat(file("elevated-500s/scenario.yaml")).isEqualTo(before);

        for (var id : List.of("../x", "a/b", "Up", "a--b", "", ".hidden", "x".repeat(61))) {
            var refused = author.submit("/studio", form(id));
            assertThat(refused.status()).as(id).isEqualTo(422);
            assertThat(refused.page().select("[role=alert]").text())
                    .startsWith("The id is a name of small letters, digits and single hyphens");
        }
        for (var id : List.of("systems", "rubrics")) {
            assertThat(author.submit("/studio", form(id)).status()).as(id).isEqualTo(422);
        }
        var elsewhere = form("lost-search");
        elsewhere.put("service1", "no-such");
        elsewhere.put("level", "heroic");
        assertThat(author.submit("/studio", elsewhere)
                        .page()
                        .select("[role=alert]")
                        .text())
                .isEqualTo("The level is one of foundation, intermediate, advanced, expert, not \"heroic\"."
                        + " The system storefront has no service no-such. Nothing was written.");
        try (var all = Files.list(folder)) {
            assertThat(all.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("elevated-500s", "systems");
        }
    }

    @Test
    void theApiMakesDeletesAndPutsBack() {
        var wish = Map.of(
                "id", "lost-search",
                "title", "Nobody finds anything",
                "level", "foundation",
                "system", "storefront",
                "causes", List.of("bad-release:search", "certificate:web"));
        var made = author.send("POST", API, wish);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(API + "/lost-search");
        assertThat(author.send("POST", API, wish).status()).isEqualTo(409);

        assertThat(author.send("DELETE", API + "/lost-search", "").status()).isEqualTo(204);
        assertThat(author.get(API + "/lost-search").status()).isEqualTo(404);
        assertThat(author.send("POST", API, wish).status()).isEqualTo(201);
        assertThat(author.send("DELETE", API + "/lost-search", "").status()).isEqualTo(204);

        var deleted = author.get("/api/v1/studio/deleted").json();
        assertThat(deleted.findValuesAsString("kept")).containsExactlyInAnyOrder("lost-search.1", "lost-search.2");
        assertThat(author.send("POST", "/api/v1/studio/deleted/lost-search.1", "")
                        .status())
                .isEqualTo(200);
        assertThat(author.send("POST", "/api/v1/studio/deleted/lost-search.2", "")
                        .status())
                .as("there is one of that name again")
                .isEqualTo(409);
        for (var kept : List.of("lost-search.1", "..%2f..", "x.1")) {
            assertThat(author.send("POST", "/api/v1/studio/deleted/" + kept, "").status())
                    .as(kept)
                    .isIn(400, 404);
        }
    }

    @Test
    void nothingIsDeletedBeforeItsNameWasTyped() throws IOException {
        var text = file("elevated-500s/scenario.yaml");
        var incident = author.caller().open();
        var slip = author.submit("/studio/elevated-500s/delete", Map.of("name", "elevated"));
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.page().select("[role=alert]").text()).startsWith("Nothing was deleted");
        assertThat(file("elevated-500s/scenario.yaml")).isEqualTo(text);

        var meant = author.submit("/studio/elevated-500s/delete", Map.of("name", "elevated-500s"));

        assertThat(meant.header("Location")).isEqualTo("/studio?done=deleted");
        assertThat(author.caller().get("/api/v1/scenarios").json()).isEmpty();
        assertThat(author.caller()
                        .post(incident + "/questions", "{'text': 'error rate of edge'}")
                        .status())
                .as("incidents go on")
                .isLessThan(300);
        var row = author.get("/studio").page().expectFirst("tr:has(form[action=/studio/deleted])");
        assertThat(author.submit(
                                "/studio/deleted",
                                Map.of("kept", row.select("[name=kept]").val()))
                        .header("Location"))
                .isEqualTo("/studio/elevated-500s?done=back");
        assertThat(file("elevated-500s/scenario.yaml")).isEqualTo(text);
        assertThat(author.caller().get("/api/v1/scenarios").json()).hasSize(1);
        assertThat(author.get("/api/v1/audit").body()).contains("scenario-deleted");
    }
}
