package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Most of a room's page is kept from one request to the next. Nobody can tell, and nobody sees what is another's. */
class KeptPagesTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static String open(Caller caller, String clock) {
        return caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", clock, "seed", "5"))
                .header("Location");
    }

    @Test
    void thePageAfterEachMoveIsThatOfAServerThatHasJustStarted() throws DataUnusable {
        var caller = served.somebody();
        var incident = open(caller, "practice");
        play(caller, incident, "/acknowledge", Map.of());
        play(caller, incident, "/questions", Map.of("text", "error rate of checkout"));
        play(
                caller,
                incident,
                "/hypotheses",
                Map.of("faultClass", "bad-release", "target", "checkout", "confidence", "40"));
        play(caller, incident, "/evidence/E1/pin", Map.of("pinned", "yes"));
        play(caller, incident, "/evidence/E1/link", Map.of("hypothesis", "H1", "stance", "for"));
        play(caller, incident, "/questions", Map.of("text", "latency of checkout"));
        play(caller, incident, "/updates", Map.of("audience", "channel", "text", "We are on it."));
        play(caller, incident, "/wait", Map.of("seconds", "400"));
        play(caller, incident, "/close", Map.of("statement", "Enough."));
    }

    private void play(Caller caller, String incident, String move, Map<String, String> form) throws DataUnusable {
        // Looked at before, so that there is something to be kept.
        var before = caller.at(served).get(incident).body();
        assertThat(caller.at(served).submit(incident + move, form).status()).isEqualTo(303);
        var after = caller.at(served).get(incident).body();
        var ofBoard = caller.at(served).get(incident + "?board=pinned&tab=hyps").body();
        assertThat(after).as(move).isNotEqualTo(before);

        served.close();
        serve();
        assertThat(caller.at(served).get(incident + "?board=pinned&tab=hyps").body())
                .isEqualTo(ofBoard);
        assertThat(caller.at(served).get(incident).body()).isEqualTo(after);
    }

    @Test
    void theClockOfAKeptPageGoesOnAndSoDoesWhatIsUnderWay() {
        var caller = served.somebody();
        var incident = open(caller, "live");
        var begun = caller.get(incident).page();
        served.passes(Duration.ofSeconds(90));
        var later = caller.get(incident).page();

        assertThat(Integer.parseInt(later.select("#vitals").attr("data-elapsed")))
                .isEqualTo(Integer.parseInt(begun.select("#vitals").attr("data-elapsed")) + 90);
        caller.submit(incident + "/actions/restart", Map.of("target", "checkout"));
        var started = caller.get(incident).page().select("[data-progress-text]").text();
        served.passes(Duration.ofSeconds(20));
        assertThat(caller.get(incident).page().select("[data-progress-text]").text())
                .isNotEqualTo(started);
    }

    @Test
    void whatIsKnownAboutAServiceFadesOnAKeptPageToo() {
        var caller = served.somebody();
        var incident = open(caller, "live");
        caller.submit(incident + "/questions", Map.of("text", "error rate of checkout"));
        served.passes(Duration.ofMinutes(1));
        assertThat(caller.get(incident).page().select(".node.old")).isEmpty();
        served.passes(Duration.ofMinutes(5));
        assertThat(caller.get(incident).page().select(".node.old")).isNotEmpty();
    }

    @Test
    void nobodySeesWhatIsKeptOfAnothersRoom() {
        var ann = served.somebody();
        var ben = served.somebody();
        var anns = open(ann, "practice");
        var bens = open(ben, "practice");
        ann.submit(anns + "/questions", Map.of("text", "error rate of checkout"));
        ben.submit(bens + "/questions", Map.of("text", "latency of cart"));

        for (var time = 0; time < 2; time++) {
            assertThat(ann.get(anns).body()).contains("error rate of checkout").doesNotContain("latency of cart");
            assertThat(ben.get(bens).body()).contains("latency of cart").doesNotContain("error rate of checkout");
            assertThat(ben.get(anns).status()).isEqualTo(404);
            assertThat(served.somebody().get(bens).status()).isEqualTo(404);
        }
    }

    @Test
    @Timeout(120)
    void manyLookAtARoomInWhichSomebodyMoves() throws Exception {
        var caller = served.somebody();
        var incident = open(caller, "live");
        var looked = new ArrayList<Future<?>>();
        try (var lookers = Executors.newFixedThreadPool(5)) {
            for (var path : List.of("", "?tab=hyps", "/changes", "/changes")) {
                looked.add(lookers.submit(() -> {
                    for (var time = 0; time < 60; time++) {
                        assertThat(caller.at(served).get(incident + path).status())
                                .isLessThan(300);
                    }
                }));
            }
            for (var time = 1; time <= 60; time++) {
                var confidence = Integer.toString(time);
                served.passes(Duration.ofSeconds(11));
                caller.submit(
                        incident + "/hypotheses",
                        Map.of("faultClass", "bad-release", "target", "checkout", "confidence", confidence));
            }
            for (var each : looked) {
                each.get();
            }
        }
        var hypotheses = caller.get(incident).page().select(".hyp output").eachText();
        assertThat(hypotheses)
                .isNotEmpty()
                .hasSameSizeAs(caller.get("/api/v1" + incident).json().get("hypotheses"));
    }

    @Test
    void whatOneTypedIsOnNobodysPageAfterwards() {
        var caller = served.somebody();
        var incident = open(caller, "practice");
        assertThat(caller.get(incident + "?about=checkout")
                        .page()
                        .select("#ask")
                        .text())
                .isEqualTo("checkout:");
        assertThat(caller.get(incident).page().select("#ask").text()).isEmpty();
        assertThat(caller.submit(incident + "/questions", Map.of("text", " ")).status())
                .isEqualTo(422);
        assertThat(caller.get(incident).page().select("#ask-error").text()).isEmpty();
    }
}
