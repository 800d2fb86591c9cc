package mayday.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mayday.incident.OpeningRequest;
import mayday.incident.OpeningRequest.Mistake;
import mayday.incident.Terms;
import mayday.scenario.Scenario;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** What a form says about a new drill, read. */
class DrillRequestTest {
    private static final Scenario SCENARIO = TinyShop.scenario();
    private static final OpeningRequest WORLD =
            new OpeningRequest(SCENARIO.id().value(), "live", "", "", "", new OpeningRequest.Help("false", "", true));
    private static final DrillRequest.Teams TWO = new DrillRequest.Teams(List.of("Kestrel", " Heron ", ""), "", "");

    private static DrillRequest request(
            String title, DrillRequest.Teams teams, String minutes, Map<String, String> intel) {
        return new DrillRequest(title, WORLD, teams, minutes, "", "", "", "", intel);
    }

    private static DrillRequest.Reading read(DrillRequest request) {
        return request.read(List.of(SCENARIO), List.of(Terms.DEFAULT_RUBRIC), 7);
    }

    private static DrillRequest.Parsed parsed(DrillRequest request) {
        return (DrillRequest.Parsed) read(request);
    }

    private static List<String> wrong(DrillRequest request) {
        return ((DrillRequest.Rejected) read(request))
                .mistakes().stream().map(Mistake::where).toList();
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        var what = parsed(request(" Thursday ", TWO, "", Map.of()));
        var plan = what.plan();
        assertThat(plan.title()).isEqualTo("Thursday");
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.limit()).isEqualTo(SCENARIO.limit());
        assertThat(plan.roles()).isEqualTo(Plan.RoleRule.ADVISED);
        assertThat(plan.board()).isEqualTo(Plan.Board.FACILITATOR);
        assertThat(plan.freezesAfter()).isEqualTo(Duration.ZERO);
        assertThat(plan.terms().speed()).isEqualTo(Terms.REAL_TIME);
        assertThat(what.teams()).containsExactly("Kestrel", "Heron");
    }

    @Test
    void allOfItCanBeSaid() {
        var what = parsed(new DrillRequest(
                "Thursday", WORLD, TWO, "30", "2.5", "enforced", "everyone", "25", Map.of("scribe", " A call came. ")));
        assertThat(what.plan().limit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(what.plan().terms().speed()).isEqualTo(2.5);
        assertThat(what.plan().roles()).isEqualTo(Plan.RoleRule.ENFORCED);
        assertThat(what.plan().board()).isEqualTo(Plan.Board.EVERYONE);
        assertThat(what.plan().freezesAfter()).isEqualTo(Duration.ofMinutes(25));
        assertThat(what.intel()).containsExactly(Map.entry(Role.SCRIBE, "A call came."));
    }

    @Test
    void teamsAreSplitBySize() {
        var split = parsed(request("Thursday", new DrillRequest.Teams(List.of(), "9", "4"), "", Map.of()));
        assertThat(split.teams()).containsExactly("Kestrel", "Heron", "Merlin");
        var most = parsed(request("Thursday", new DrillRequest.Teams(List.of(), "1000", "50"), "", Map.of()));
        assertThat(most.teams()).hasSize(DrillLimits.TEAMS).doesNotHaveDuplicates();
    }

    @Test
    void everyMistakeIsNamedAtItsField() {
        var nothing = new DrillRequest(
                " ",
                new OpeningRequest("none", "live", "x", "", "none", new OpeningRequest.Help("", "much", true)),
                new DrillRequest.Teams(List.of(), "", ""),
                "4",
                "11",
                "strict",
                "nobody",
                "999",
                Map.of("captain", "x", "scribe", "x".repeat(DrillLimits.INTEL_CHARACTERS + 1)));
        assertThat(wrong(nothing))
                .containsExactlyInAnyOrder(
                        "title",
                        "scenario",
                        "seed",
                        "rubric",
                        "coach",
                        "minutes",
                        "speed",
                        "roles",
                        "scoreboard",
                        "freezesAfter",
                        "teams",
                        "intel/captain",
                        "intel/scribe");
    }

    @Test
    void teamsThatCannotBe() {
        assertThat(wrong(request("x", new DrillRequest.Teams(List.of("A!", "a?"), "", ""), "", Map.of())))
                .containsExactly("teams");
        assertThat(wrong(request("x", new DrillRequest.Teams(List.of("n".repeat(10_000)), "", ""), "", Map.of())))
                .containsExactly("teams");
        assertThat(wrong(request("x", new DrillRequest.Teams(List.of(), "1000", "4"), "", Map.of())))
                .containsExactly("teamSize");
        assertThat(wrong(request("x", new DrillRequest.Teams(List.of(), "4", "51"), "", Map.of())))
                .containsExactly("teamSize");
    }
}
