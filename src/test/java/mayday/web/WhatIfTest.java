package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What if: the expert from some point on, and playing on from there. */
class WhatIfTest {
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
    void theExpertGoesOnFromAMove() {
        var incident = closed();
        var row = caller.get(page(incident) + "/debrief").page().expectFirst("tr.k-action:contains(Restart search)");

        var whatIf = caller.get(row.expectFirst("a.what-if").attr("href")).page();

        assertThat(whatIf.select("h1").text()).startsWith("What if the expert had taken over at ");
        assertThat(whatIf.select(".page-h").text()).contains("Instead of: Restart search");
        assertThat(whatIf.select(".wchart svg[role=img] path.ln")).hasSize(2);
        assertThat(whatIf.select(".nchart svg[role=img] path.ln"))
                .as("on a phone")
                .hasSize(2);
        assertThat(whatIf.select(".versus tbody th").eachText())
                .containsExactly("Mitigated after", "Failed requests", "Error budget burned", "Score");
        assertThat(whatIf.select(".expert b").eachText()).endsWith("Closes");
    }

    @Test
    void playsOnFromThere() {
        var incident = closed();

        var forked = caller.submit(page(incident) + "/forks", Map.of("minute", "1"));

        assertThat(forked.status()).isEqualTo(303);
        var fork = forked.header("Location");
        assertThat(fork).isNotEqualTo(page(incident));
        assertThat(caller.get(fork).page().select("form[action$=/questions]")).isNotEmpty();
        var clock = caller.get("/api/v1" + fork).json().get("clock");
        assertThat(clock.get("elapsedSeconds").asInt()).isEqualTo(60);

        caller.submit(fork + "/close", Map.of("statement", "Tried again."));
        var debrief = caller.get(fork + "/debrief").page();
        assertThat(debrief.select("#h-fork").text()).startsWith("The first run and this one, from 14:07");
        assertThat(debrief.select("[aria-labelledby=h-fork] > .panel-h a").attr("href"))
                .isEqualTo(page(incident) + "/debrief");
    }

    @Test
    void whoIsRefusedIsLedBack() {
        var incident = closed();

        var noPoint = caller.get(page(incident) + "/debrief/what-if?minute=999").page();
        assertThat(noPoint.select("main .btn").eachText()).containsExactly("Back to the debrief");
        assertThat(noPoint.select("main .btn").attr("href")).isEqualTo(page(incident) + "/debrief");

        var override = caller.submit(page(incident) + "/debrief/overrides", Map.of());
        assertThat(override.status()).isEqualTo(403);
        assertThat(override.page().select("main .btn").eachText())
                .containsExactly("Log in, in another tab", "Back to the incident");
    }

    @Test
    void theApiDoesTheSame() {
        var incident = closed();

        var whatIf = caller.get(incident + "/debrief/what-if?minute=0").json();
        assertThat(whatIf.get("at").asString()).isEqualTo("2026-03-10T14:06:00Z");
        assertThat(whatIf.get("moves").get(0).get("afterPageSeconds").asInt()).isZero();
        assertThat(whatIf.get("expert").get("score").asInt())
                .isGreaterThan(whatIf.get("actual").get("score").asInt());

        var fork = caller.post(incident + "/forks", "{'minute': 0}");
        assertThat(fork.status()).isEqualTo(201);
        assertThat(fork.header("Location"))
                .isEqualTo("/api/v1/incidents/" + fork.json().get("id").asString());
    }

    @Test
    void aForgedPointIsRefusedAndNothingIsOpened() {
        var incident = closed();
        for (var point : new String[] {"{'minute': 99}", "{'beforeMove': 1}", "{'beforeMove': 4000}"}) {
            var refused = caller.post(incident + "/forks", point);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("detail").asString())
                    .startsWith("There is no such point in this incident. A minute has to be from 0 to 10;");
        }
        assertThat(caller.post(incident + "/forks", "{}").json().get("detail").asString())
                .startsWith("Say where: either `beforeMove`");
        assertThat(caller.get(page(incident) + "/debrief/what-if?beforeMove=%3Cscript%3E")
                        .status())
                .isEqualTo(422);
        assertThat(served.somebody().post(incident + "/forks", "{'minute': 0}").status())
                .isEqualTo(404);
    }

    @Test
    void comesAfterTheEndOnly() {
        var incident = caller.open();
        assertThat(caller.post(incident + "/forks", "{'minute': 0}").status()).isEqualTo(409);
        assertThat(caller.get(incident + "/debrief/what-if?minute=0").status()).isEqualTo(409);
    }

    private String closed() {
        var incident = caller.open();
        caller.post(incident + "/acknowledge", "{}");
        caller.post(incident + "/questions", "{'text': 'error rate of edge'}");
        caller.post(incident + "/actions", "{'action': 'restart', 'target': 'search'}");
        caller.post(incident + "/wait", "{'seconds': 600}");
        caller.post(incident + "/close", "{'statement': 'I give up.'}");
        return incident;
    }

    private static String page(String incident) {
        return incident.replace("/api/v1", "");
    }
}
