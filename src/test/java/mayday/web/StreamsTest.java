package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events as they happen, for programs and for the room's page. */
class StreamsTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;
    private String incident = "";

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
        incident = caller.open();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("id:")).toList();
    }

    @Test
    void eventsComeInOrderAndResumeWithoutAGap() {
        caller.post(incident + "/acknowledge", "");
        caller.post(incident + "/questions", "{'text': 'error rate of edge'}");
        var all = caller.listen(incident + "/events", line -> line.equals("event: question-answered"));
        assertThat(all).contains("event: incident-opened", "event: alert-fired", "event: acknowledged");

        var acknowledged = ids(all).get(all.stream()
                .filter(line -> line.startsWith("event:"))
                .toList()
                .indexOf("event: acknowledged"));
        var rest = caller.listen(
                incident + "/events",
                line -> line.equals("event: question-answered"),
                "Last-Event-ID",
                acknowledged.substring(3).strip());
        assertThat(rest.stream().filter(line -> line.startsWith("event:")))
                .containsExactly("event: question-asked", "event: question-answered");
    }

    @Test
    @Timeout(60)
    void whenTheServerStopsItTellsThemToComeBack() {
        var heard = CompletableFuture.supplyAsync(
                () -> caller.listen(incident + "/events", line -> line.startsWith("data: {\"afterMillis\"")),
                Thread::startVirtualThread);
        var watcher = served.somebody();
        String figures;
        do {
            figures = watcher.get("/metrics", "Authorization", "Bearer " + Served.METRICS_TOKEN)
                    .body();
        } while (!figures.contains("mayday_streams 1.0"));

        served.stop();
        assertThat(heard.join()).contains("retry: 1000", "event: reconnect");
    }

    @Test
    void theTruthIsNotAmongThem() {
        caller.post(incident + "/actions", "{'action': 'roll-back', 'target': 'checkout'}");
        caller.post(incident + "/wait", "{'seconds': 1800}");
        var all = caller.listen(incident + "/events", line -> line.equals("event: waited"));
        assertThat(all).contains("event: action-completed");
        assertThat(String.join("\n", all))
                .doesNotContain("cause-advanced")
                .doesNotContain("impact-ended")
                .doesNotContain("seed");
    }

    @Test
    void programsMustAskForEvents() {
        assertThat(caller.get(incident + "/events").status()).isEqualTo(406);
        assertThat(served.somebody()
                        .get(incident + "/events", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageGetsTheRegionsThatChanged() {
        var version = caller.get(incident).json().get("version").asLong();
        caller.post(incident + "/questions", "{'text': 'error rate of edge'}");
        var page = incident.replace("/api/v1", "") + "/stream?since=" + version;
        var heard = String.join("\n", caller.listen(page, line -> line.startsWith("event: beat")));
        assertThat(heard)
                .contains("event: region")
                .contains("id=\"cards\"")
                .contains("id=\"turns\"")
                .contains("hx-swap-oob=\"morph\"");
    }

    @Test
    void aPageThatIsUpToDateGetsABeatOnly() {
        var version = caller.get(incident).json().get("version").asLong();
        var page = incident.replace("/api/v1", "") + "/stream?since=" + version;
        assertThat(caller.listen(page, line -> line.startsWith("event: beat"))).doesNotContain("event: region");
    }
}
