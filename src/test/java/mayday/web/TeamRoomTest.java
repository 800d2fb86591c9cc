package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillId;
import mayday.exercise.Probe;
import mayday.incident.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a room shows when a team works in it: who is who, what is whose, and the questions to everybody. */
class TeamRoomTest {
    private static final Participant INES = new Participant("f-ines", "Ines");
    private static final List<Probe.Question> ASKED = List.of(
            new Probe.Question(Probe.Level.PERCEPTION, "What share fails?", List.of("little", "much")),
            new Probe.Question(Probe.Level.PROJECTION, "In ten minutes?", List.of("better", "worse")));

    @TempDir
    Path folder;

    private Served served;
    private DrillParty party;
    private Caller tomasz;
    private Caller mara;
    private String room;

    @BeforeEach
    void open() throws Exception {
        served = Served.in(folder);
        party = DrillParty.enforced(served);
        tomasz = party.join("Tomasz", "kestrel", "incident-commander");
        mara = party.join("Mara", "kestrel", "operations");
        party.start();
        room = party.incident(mara, "kestrel");
    }

    @AfterEach
    void close() {
        served.close();
    }

    private DrillRoom drill() {
        return served.drills.find(new DrillId(party.id)).orElseThrow();
    }

    private static String person(org.jsoup.nodes.Document page, String name) {
        return page.select(".mate:contains(" + name + ")").attr("data-person");
    }

    @Test
    void whatIsNotOnesRolesIsShownWithWhoseItIs() {
        var hers = mara.get(room).page();
        assertThat(hers.select("#not-act[data-no]")).isEmpty();
        assertThat(hers.select("#not-decide[data-no]").text())
                .contains("incident commander")
                .contains("you are operations");
        assertThat(tomasz.get(room).page().select("#not-act[data-no]").text()).contains("operations");
        var form = mara.get(room + "/severity").page();
        assertThat(form.select("#dlg-error").text()).contains("Declaring the severity");
        var refused = mara.submit(room + "/severity", Map.of("severity", "SEV2"));
        assertThat(refused.page().text()).contains("Declaring the severity");
        assertThat(mara.get("/api/v1" + room).json().get("severity").asString()).isEqualTo("undeclared");
    }

    @Test
    void commandIsHandedOver() {
        var to = person(tomasz.get(room).page(), "Mara");
        assertThat(mara.post(party.api() + "/command", "{}")
                        .json()
                        .get("detail")
                        .asString())
                .startsWith("Tomasz has command");
        assertThat(tomasz.submit(party.page() + "/command", Map.of("to", to)).header("Location"))
                .isEqualTo(room);
        var page = mara.get(room).page();
        assertThat(page.select(".mate.me abbr").text()).isEqualTo("IC");
        assertThat(page.select("#not-decide[data-no]")).isEmpty();
        mara.post(party.api() + "/leave", "{}");
        var left = tomasz.get(room).page();
        assertThat(left.select(".team-strip").text()).contains("Nobody has command.");
        tomasz.submit(party.page() + "/command", Map.of());
        assertThat(tomasz.get(room).page().select(".mate.me abbr").text()).isEqualTo("IC");
    }

    @Test
    void whoAskedWhatIsSaid() {
        mara.submit(room + "/questions", Map.of("text", "which services are failing?"));
        assertThat(tomasz.get(room).page().select(".turn:has(.q) .who").text()).isEqualTo("Mara");
    }

    @Test
    void whoIsHereIsKnownFromTheirOpenWindows() {
        assertThat(tomasz.get(room).page().select(".team-n").text()).contains("0 of 2 here");
        var heard = mara.listen(room + "/stream", line -> line.startsWith("event: beat"));
        assertThat(String.join("\n", heard)).contains("1 of 2 here").contains("id=\"mine\"");
    }

    @Test
    void aPauseAndMoreTimeAreTold() {
        drill().submit(new DrillCommand.Extend(INES, List.of(), java.time.Duration.ofMinutes(5)));
        assertThat(mara.get(room).page().select(".team-b").text()).contains("5 minutes more");
        drill().submit(new DrillCommand.Pause(INES, List.of()));
        assertThat(mara.get(room).page().select(".team-b").text()).contains("Paused by the facilitator");
        assertThat(mara.get(room + "/changes").body()).contains("Paused by the facilitator");
    }

    @Test
    void theQuestionsToEverybody() {
        drill().submit(new DrillCommand.StartProbe(INES, ASKED, List.of()));
        var page = mara.get(room).page();
        assertThat(page.select("#probe[data-asks=yes] fieldset")).hasSize(2);
        assertThat(page.select("#probe input[name=q0]").eachAttr("value")).containsExactly("0", "1", "none");
        assertThat(page.select(".team-b a").attr("href")).isEqualTo(party.page() + "/probe");

        var half = mara.submit(party.page() + "/probe", Map.of("q0", "1"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.page().select("#probe-error").text()).startsWith("Choose one of the answers to each question");
        assertThat(mara.submit(party.page() + "/probe", Map.of("q0", "1", "q1", "none"))
                        .status())
                .isEqualTo(303);
        assertThat(mara.get(party.page() + "/probe").page().text()).contains("Your answers are in.");
        assertThat(mara.get(room).page().select("#probe[data-asks=no] fieldset"))
                .isEmpty();
        assertThat(mara.post(party.api() + "/probe", "{'choices': [0, 0]}").status())
                .isEqualTo(409);
        assertThat(tomasz.post(party.api() + "/probe", "{'choices': [0, -1]}")
                        .json()
                        .get("answered")
                        .asBoolean())
                .isTrue();
        var answers = drill().drill().conduct().openProbe().orElseThrow().answers();
        assertThat(answers.stream().map(Probe.Answer::choices))
                .containsExactly(List.of(1, Probe.DO_NOT_KNOW), List.of(0, Probe.DO_NOT_KNOW));
    }

    @Test
    void nobodyOfTheTeamsSeesWhatIsRight() {
        var right = List.of(new Probe.Truth(new mayday.exercise.DrillTeamId("kestrel"), List.of(1, 1)));
        drill().submit(new DrillCommand.StartProbe(INES, ASKED, right));
        assertThat(mara.get(room).body()
                        + mara.get(party.api() + "/probe").body()
                        + mara.get(party.api()).body())
                .doesNotContain("truth")
                .doesNotContain("answers\":");
        assertThat(String.join("\n", mara.listen(party.api() + "/events", line -> line.contains("probe-started"))))
                .doesNotContain("truth");
    }
}
