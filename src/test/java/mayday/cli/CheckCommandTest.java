package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An author checks a scenario at the terminal, and a code host reads what came of it. */
class CheckCommandTest {
    private record Ran(int code, String out, String err) {}

    @TempDir
    private Path scenarios = Path.of("");

    @Test
    void aGoodScenarioComesWithPar() throws IOException {
        scenario("fair");

        var ran = run("check", scenarios.resolve("fair").toString());

        assertThat(ran.out())
                .contains("fair: solvable within 45:00")
                .containsPattern(
                        "broken-receipts +\\d+:\\d\\d +\\d+:\\d\\d +\\d+ +\\d+ +\\d+ +\\d+ +crowded-ledger: \"")
                .endsWith("No problems. 1 scenario can be played, and judged by 1 rubric.\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aWarningIsAProblemFound() throws IOException {
        scenario("leak-in-title");

        var ran = run("check", "--quick", scenarios.toString());

        assertThat(ran.out())
                .contains("leak-in-title/scenario.yaml:2:1: warning [leaking-title]")
                .endsWith("0 errors, 1 warning. `mayday explain leaking-title` says more about the first.\n");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void codeHostsReadSarif() throws IOException {
        scenario("leak-in-title");

        var log = JsonMapper.shared()
                .readTree(
                        run("check", "--quick", "--sarif", scenarios.toString()).out());

        // What the schema of SARIF 2.1.0 requires, object by object.
        assertThat(log.path("version").stringValue()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").stringValue()).endsWith("sarif-schema-2.1.0.json");
        var run = log.path("runs").path(0);
        var driver = run.path("tool").path("driver");
        assertThat(driver.path("name").stringValue()).isEqualTo("mayday check");
        var result = run.path("results").path(0);
        assertThat(result.path("message").path("text").stringValue()).contains("`crowded ledger` gives the cause");
        assertThat(result.path("level").stringValue()).isEqualTo("warning");
        var rule = driver.path("rules").path(result.path("ruleIndex").intValue());
        assertThat(rule.path("id").stringValue())
                .isEqualTo(result.path("ruleId").stringValue())
                .isEqualTo("leaking-title");
        var place = result.path("locations").path(0).path("physicalLocation");
        assertThat(place.path("artifactLocation").path("uri").stringValue()).isEqualTo("leak-in-title/scenario.yaml");
        assertThat(place.path("region").path("startLine").intValue()).isEqualTo(2);
    }

    @Test
    void sarifWithoutProblemsIsALogToo() throws IOException {
        scenario("fair");

        var log = JsonMapper.shared()
                .readTree(
                        run("check", "--quick", "--sarif", scenarios.toString()).out());

        assertThat(log.path("runs").path(0).path("results").isArray()).isTrue();
        assertThat(log.path("runs").path(0).path("results")).isEmpty();
    }

    @Test
    void machinesReadWhatWasProved() throws IOException {
        scenario("told-apart-by-symptoms-only");

        var checked = JsonMapper.shared()
                .readTree(run("check", "--json", scenarios.toString()).out());

        assertThat(ids(checked.path("problems"))).containsExactly("undiagnosable-pair");
        var proved = checked.path("scenarios").path(0);
        assertThat(proved.path("id").stringValue()).isEqualTo("told-apart-by-symptoms-only");
        assertThat(proved.path("causes")).hasSize(2);
        assertThat(proved.path("pairs").path(0).path("words").stringValue()).isEmpty();
    }

    @Test
    void aRedHerringIsSaidToBeRuledOut() throws IOException {
        scenario("red-herring");

        assertThat(run("check", scenarios.resolve("red-herring").toString()).out())
                .contains(
                        "  red herring wrong-tax is ruled out under every cause; last under broken-receipts: \"does the tax table have all rates\"\n")
                .doesNotContain("no cause blames")
                .endsWith("No problems. 1 scenario can be played, and judged by 1 rubric.\n");
        var proved = JsonMapper.shared()
                .readTree(run("check", "--json", scenarios.toString()).out())
                .path("scenarios")
                .path(0);
        assertThat(proved.path("redHerrings")).hasSize(2);
        assertThat(proved.path("redHerrings").path(0).path("redHerring").stringValue())
                .isEqualTo("wrong-tax");
        assertThat(proved.path("unexplainedChanges")).isEmpty();
    }

    @Test
    void noPlaythroughIsOfARedHerring() throws IOException {
        scenario("red-herring");
        var playthroughs = Files.createDirectories(scenarios.resolve("red-herring/playthroughs"));
        Files.writeString(playthroughs.resolve("wrong.yaml"), "title: It\ncause: wrong-tax\nsteps: [acknowledge]\n");

        assertThat(run("check", "--quick", scenarios.toString()).out())
                .contains(
                        "red-herring/playthroughs/wrong.yaml:2:8: error [unknown-cause] `wrong-tax` is a red herring");
    }

    @Test
    void oneFormAtATime() {
        var ran = run("check", "--json", "--sarif", scenarios.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("mayday check: choose one of --json and --sarif.\n");
    }

    @Test
    void aProblemIsExplained() {
        var ran = run("explain", "dead-end");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("dead-end\n\nFrom this state customers cannot be made well again.");
    }

    @Test
    void anIdWithASlipIsSuggested() {
        var ran = run("explain", "ded-end");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("mayday explain: no problem has the id ded-end. did you mean dead-end?"
                        + " mayday explain --list shows all of them.\n");
    }

    private static List<String> ids(JsonNode problems) {
        return problems.valueStream().map(each -> each.path("id").stringValue()).toList();
    }

    private void scenario(String name) throws IOException {
        var proofs = Path.of("src/test/resources/proofs");
        Files.createDirectories(scenarios.resolve(name));
        Files.createDirectories(scenarios.resolve("systems"));
        Files.copy(proofs.resolve(name + ".yaml"), scenarios.resolve(name).resolve("scenario.yaml"));
        Files.copy(
                proofs.resolve("systems/corner-shop.yaml"),
                scenarios.resolve("systems").resolve("corner-shop.yaml"));
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Mayday.run(
                new Surroundings(
                        InstantSource.fixed(Instant.EPOCH),
                        new Random(1),
                        Map.of(),
                        new BufferedReader(new StringReader("")),
                        new PrintWriter(out),
                        new PrintWriter(err)),
                List.of(arguments));
        return new Ran(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
