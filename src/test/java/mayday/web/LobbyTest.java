package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mayday.exercise.DrillLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the join code to the team's room, with pages and with the API. */
class LobbyTest {
    @TempDir
    Path folder;

    private Served served;
    private DrillParty party;

    @BeforeEach
    void open() throws Exception {
        served = Served.in(folder);
        party = DrillParty.in(served);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private Caller.Answer joins(Caller person, String code, String name) {
        return person.submit("/join", Map.of("code", code, "name", name));
    }

    @Test
    void withoutJavaScriptFromTheCodeToTheRoom() {
        var mara = served.somebody();
        assertThat(mara.get("/join/" + party.code.replace("-", "").toLowerCase(java.util.Locale.ROOT))
                        .page()
                        .select("#f-code")
                        .val())
                .isEqualTo(party.code);
        assertThat(joins(mara, party.code, "Mara <b>").header("Location")).isEqualTo(party.page());

        var lobby = mara.get(party.page()).page();
        assertThat(lobby.select(".seat.me .seat-w").text()).isEqualTo("Mara <b> you");
        assertThat(lobby.select(".own-team h3").text()).isEqualTo("Kestrel");
        assertThat(lobby.select("h1").text()).isEqualTo("Waiting for Facilitator to start");
        assertThat(lobby.select("#lob-head .muted").text()).startsWith("1 of 8 seats taken, 0 ready.");

        mara.submit(party.page() + "/seat", Map.of("team", "heron", "role", "scribe"));
        mara.submit(party.page() + "/ready", Map.of("ready", "yes"));
        mara.submit(party.page() + "/say", Map.of("text", "Hello <i>"));
        var seated = mara.get(party.page()).page();
        assertThat(seated.select("#lob-news li").eachText().getFirst()).endsWith("Mara <b>: Hello <i>");
        assertThat(seated.select(".own-team h3").text()).isEqualTo("Heron");
        assertThat(seated.select(".seat.me").text()).contains("Scribe").contains("Ready");

        party.start();
        var room =
                mara.get(party.page()).page().select("#lob-mine a.btn-primary").attr("href");
        var page = mara.get(room).page();
        assertThat(page.select(".team-n").text()).startsWith("Heron");
        assertThat(page.select(".mate.me").text()).contains("Scribe Mara <b>");
    }

    @Test
    void drillsAreListedForWhoeverHasASeatAndForFacilitators() {
        var mara = party.join("Mara", "kestrel", "");
        assertThat(mara.get("/drills").page().select("td a").eachText()).contains("Thursday");
        assertThat(served.somebody().get("/drills").page().select(".empty b").eachText())
                .containsExactly("You have not taken part in a drill yet");
        assertThat(served.somebody().get("/drills").page().select("a[href='/drills/new']"))
                .isEmpty();
        var all = party.facilitator.get("/drills", DrillParty.LEADING).page();
        assertThat(all.select("a[href='/drills/new']")).hasSize(1);
        assertThat(all.select("#h-all").parents().select("td").eachText()).contains("Thursday", "in the lobby");
    }

    @Test
    void joiningTwiceKeepsTheSeat() {
        var mara = party.join("Mara", "heron", "operations");
        var again = joins(mara, party.code, "Mara again");
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo(party.page());
        var drill = party.seenBy(mara);
        assertThat(drill.get("you").get(0).get("team").asString()).isEqualTo("heron");
        assertThat(drill.get("teams").get(0).get("seats")).isEmpty();
        assertThat(drill.get("teams").get(1).get("seats")).hasSize(1);
    }

    @Test
    void whoComesLateGoesToWorkAtOnce() {
        party.join("Tomasz", "kestrel", "incident-commander");
        party.start();
        var late = served.somebody();
        var room = joins(late, party.code, "Late").header("Location");
        assertThat(room).startsWith("/incidents/");
        assertThat(late.get(room).status()).isEqualTo(200);
    }

    @Test
    void aCodeThatIsNone() {
        var mara = served.somebody();
        for (var code : new String[] {"BCD-FGH", "", "KITE-4821", "<b>", "x".repeat(10_000)}) {
            var refused = joins(mara, code, "Mara");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.page().select("#code-wrong").text()).startsWith("There is no drill with that code.");
            assertThat(refused.page().select("#f-name").val()).isEqualTo("Mara");
        }
    }

    @Test
    void codesCannotBeTriedFasterThanAFewAMinute() {
        var guesser = served.somebody();
        for (var i = 0; i < 10; i++) {
            assertThat(joins(guesser, "BCD-FGH", "Mara").status()).isEqualTo(404);
        }
        var refused = joins(guesser, party.code, "Mara");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(party.join(served.somebody(), "Mara", "", "").status()).isEqualTo(429);
        served.passes(Duration.ofMinutes(1));
        assertThat(joins(guesser, party.code, "Mara").status()).isEqualTo(303);
    }

    @Test
    void aCodeOfADrillThatIsOver() {
        var mara = party.join("Mara", "", "");
        var drill = served.drills.find(new mayday.exercise.DrillId(party.id)).orElseThrow();
        drill.submit(new mayday.exercise.DrillCommand.End(new mayday.incident.Participant("f", "Ines")));
        var refused = joins(served.somebody(), party.code, "Late");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("#code-wrong").text())
                .isEqualTo("This drill is over. Ask your facilitator for the code of the next one.");
        var program = party.join(served.somebody(), "Late", "", "");
        assertThat(program.status()).isEqualTo(409);
        assertThat(program.json().get("type").asString()).isEqualTo("/api#problem-drill-over");
        assertThat(mara.get(party.page()).page().select("h1").text()).isEqualTo("The drill is over");
        assertThat(mara.get(party.page()).page().select("#lob-mine a").attr("href"))
                .isEqualTo(party.page() + "/debrief");
    }

    @Test
    void namesThatAreNone() {
        for (var name : new String[] {"", "  ", "n".repeat(10_000), "\u0007"}) {
            var refused = joins(served.somebody(), party.code, name);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#name-wrong").text()).startsWith("Your name ");
            assertThat(refused.page().select("#f-code").val()).isEqualTo(party.code);
        }
    }

    @Test
    void aTeamOfFiftyOne() {
        for (var i = 0; i < DrillLimits.PEOPLE_A_TEAM; i++) {
            party.join("P" + i, "kestrel", "operations");
        }
        var refused = party.join(served.somebody(), "One more", "kestrel", "operations");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("Kestrel has 50 people, which is all that a team takes. Choose another team.");
        assertThat(party.join(served.somebody(), "One more", "", "").status()).isEqualTo(200);
    }

    @Test
    void twoTabsOfOnePersonAreOnePerson() {
        var mara = party.join("Mara", "kestrel", "operations");
        mara.post(party.api() + "/ready", "{'ready': true}");
        mara.post(party.api() + "/ready", "{'ready': true}");
        mara.post(party.api() + "/seat", "{'role': 'scribe'}");
        assertThat(party.seenBy(mara).get("teams").get(0).get("seats")).hasSize(1);
    }

    @Test
    void aSeatThatSomebodyHas() {
        party.join("Tomasz", "kestrel", "incident-commander");
        var mara = party.join("Mara", "kestrel", "operations");
        var refused = mara.submit(party.page() + "/seat", Map.of("team", "kestrel", "role", "incident-commander"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("#lob-error").text()).startsWith("Tomasz is Kestrel’s incident commander.");
    }

    @Test
    void whatOneRoleKnowsIsForThatRoleAlone() {
        var mara = party.join("Mara", "kestrel", "operations");
        var dele = party.join("Dele", "kestrel", "scribe");
        assertThat(mara.get(party.page()).body()).contains(DrillParty.INTEL);
        assertThat(dele.get(party.page()).body()).doesNotContain(DrillParty.INTEL);
        assertThat(dele.get(party.api()).body()).doesNotContain(DrillParty.INTEL);
        assertThat(String.join("\n", dele.listen(party.api() + "/events", line -> line.contains("Dele"))))
                .doesNotContain(DrillParty.INTEL);
    }

    @Test
    void theLobbyIsLive() {
        var mara = party.join("Mara", "kestrel", "operations");
        var heard = mara.listen(party.page() + "/stream", line -> line.startsWith("event: beat"));
        assertThat(String.join("\n", heard)).contains("id=\"lob-teams\"").contains("id=\"lob-mine\"");
        party.join("Dele", "heron", "scribe");
        var events = mara.listen(party.api() + "/events", line -> line.contains("Dele"), "Last-Event-ID", "2");
        assertThat(events.stream().filter(line -> line.startsWith("id:"))).containsExactly("id: 3");
    }

    @Test
    void programsSayLengthsInSecondsThatMakeWholeMinutes() {
        var body = "{'title': 'Friday', 'scenario': '" + Served.SCENARIO
                + "', 'teams': ['A'], 'limitSeconds': %d, 'freezesAfterSeconds': %d}";
        var refused = party.facilitator.post("/api/v1/drills", body.formatted(90, 61), DrillParty.LEADING);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(each -> each.get("pointer").asString() + " "
                                + each.get("detail").asString()))
                .containsExactly(
                        "/limitSeconds must be whole minutes, in seconds: 300 to 14400 in steps of 60",
                        "/freezesAfterSeconds must be whole minutes, in seconds: 0 to 14400 in steps of 60");
        var late = party.facilitator.post("/api/v1/drills", body.formatted(600, 600), DrillParty.LEADING);
        assertThat(late.json().get("errors").get(0).get("detail").asString())
                .isEqualTo("must be before the time is up");
        var made = party.facilitator.post("/api/v1/drills", body.formatted(600, 540), DrillParty.LEADING);
        assertThat(made.status()).isEqualTo(201);
    }

    @Test
    void everyMistakeInTheFormOfANewDrillIsNamedAtItsFieldAndNothingIsLost() {
        var refused = party.facilitator.submit(
                "/drills",
                Map.of(
                        "title",
                        "",
                        "scenario",
                        Served.SCENARIO,
                        "teams",
                        "A\nA",
                        "minutes",
                        "2",
                        "intel-scribe",
                        "A <b> call"),
                DrillParty.LEADING);
        assertThat(refused.status()).isEqualTo(422);
        var page = refused.page();
        assertThat(page.select("#title-wrong, #teams-wrong, #minutes-wrong")).hasSize(3);
        assertThat(page.select("#f-teams").val()).isEqualTo("A\nA");
        assertThat(page.select("#f-intel-scribe").val()).isEqualTo("A <b> call");
        var made = party.facilitator.submit(
                "/drills",
                Map.of("title", "Friday", "scenario", Served.SCENARIO, "split", "size", "people", "9", "teamSize", "4"),
                DrillParty.LEADING);
        assertThat(made.status()).isEqualTo(303);
        assertThat(party.facilitator
                        .get(made.header("Location"), DrillParty.LEADING)
                        .page()
                        .select("#lob-teams h3")
                        .eachText())
                .containsExactly("Kestrel", "Heron", "Merlin");
    }
}
