package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guided first incident, on the pages and over the API. */
class GuidedTest {
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
    void somebodyNewIsLedByClicksAlone() {
        assertThat(caller.get("/").page().select("form.guided h2").text()).isEqualTo("New here?");

        var room = caller.submit("/incidents", Map.of("coach", "guide")).header("Location");
        var page = caller.get(room).page();
        assertThat(page.select("#guide h3").text()).isEqualTo("Step 1 of 10 Read the page");
        assertThat(page.select(".terms").text()).isEqualTo("Guided");

        caller.submit(room + "/acknowledge", Map.of());
        var second = caller.get(room).page();
        assertThat(second.select("#guide h3").text()).isEqualTo("Step 2 of 10 Ask who is hurt");
        assertThat(second.select("#guide button[name=text]").eachAttr("value"))
                .containsExactly(
                        "What do customers notice, and how many?",
                        "Which services are failing?",
                        "All regions or one?");
        assertThat(caller.get("/").page().select("form.guided h2")).isEmpty();

        caller.submit(room + "/close", Map.of("statement", "Enough."));
        caller.submit(room + "/close", Map.of("statement", "Enough."));
        assertThat(caller.get(room).page().select("#guide h3").text()).isEqualTo("Now read the debrief");
        assertThat(caller.get(room + "/debrief").page().select("main").text()).contains("This was a guided run.");
        assertThat(caller.get("/progress").page().select("table.runs").text()).contains("Guided");
        assertThat(caller.get("/api/v1/progress").json().at("/runs/0/standing").asString())
                .isEqualTo("guided");
    }

    @Test
    void theApiLeadsAsThePagesDo() {
        var opened = caller.post("/api/v1/incidents", "{'coach': 'guide'}");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().get("clock").get("mode").asString()).isEqualTo("practice");
        assertThat(opened.json().get("guide")).hasSize(10);
        var first = opened.json().get("guide").get(0);
        assertThat(first.get("id").asString()).isEqualTo("read");
        assertThat(first.get("done").asBoolean()).isFalse();
        assertThat(first.at("/leads/0/line").asString()).isEqualTo("/ack");
        assertThat(caller.post("/api/v1/incidents", "{'coach': 'close'}").status())
                .isEqualTo(422);
        assertThat(caller.get(caller.open()).json().get("guide")).isEmpty();
    }
}
