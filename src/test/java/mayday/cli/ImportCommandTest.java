package mayday.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.Recorded;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings come into a scenario whole, scrubbed, and only when somebody has seen what would be written. */
class ImportCommandTest {
    private static final String LOG = """
            2024-05-01T12:00:00Z INFO  sale 1 from 10.1.2.3
            2024-05-01T12:01:00Z ERROR no receipt for jane.doe@acme.com
            \tat com.acme.Till.print(Till.java:42)
            """;
    private static final String LAG = """
            {"status":"success","data":{"resultType":"matrix","result":[
            {"metric":{"instance":"10.1.2.3:9100"},"values":[[1714564800,"1.23456789"],[1714564860,"2"]]}]}}
            """;

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void aScenario() throws IOException {
        var scenarios = folder.resolve("scenarios");
        Files.createDirectories(scenarios.resolve("systems"));
        Files.copy(
                Path.of("src/test/resources/problems/systems/corner-shop.yaml"),
                scenarios.resolve("systems/corner-shop.yaml"));
        scenario = Files.createDirectories(scenarios.resolve("good"));
        Files.copy(Path.of("src/test/resources/problems/good.yaml"), scenario.resolve("scenario.yaml"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Terminal run(String typed, Path file, String... options) {
        var arguments = new ArrayList<>(List.of("import", file.toString(), "--into", scenario.toString()));
        arguments.addAll(List.of(options));
        return Terminal.typing(typed, arguments.toArray(String[]::new));
    }

    private String evidence(String name) throws IOException {
        return Files.readString(scenario.resolve("evidence").resolve(name));
    }

    @Test
    void whatWouldBeReplacedIsShownAndNothingIsWrittenWithoutAYes() throws IOException {
        var asked = run("\n", file("till.log", LOG), "--domain", "acme.com");

        assertThat(asked.code()).isEqualTo(ExitCode.FAILED);
        assertThat(asked.out())
                .contains(
                        "till.log: plain, 3 lines, 2024-05-01 12:00 to 2024-05-01 12:01 UTC",
                        "e-mail addresses  1      1          ja•••om becomes user-1@example.com",
                        "IPv4 addresses    1      1          10•••.3 becomes 192.0.2.1",
                        "Nothing was written.");
        assertThat(scenario.resolve("evidence")).doesNotExist();
    }

    @Test
    void afterAYesItIsThereWithStandIns() throws IOException {
        var ran = run("y\n", file("till.log", LOG), "--domain", "acme.com");

        assertThat(ran.code()).isZero();
        assertThat(evidence("till.log")).isEqualTo("""
                2024-05-01T12:00:00Z INFO  sale 1 from 192.0.2.1
                2024-05-01T12:01:00Z ERROR no receipt for user-1@example.com
                \tat com.example.Till.print(Till.java:42)
                """);
        assertThat(ran.out()).contains("recorded:", "file: evidence/till.log", "TODO");
    }

    @Test
    void twoRecordingsHaveTheSameStandInsAndTheScenarioCompilesWithThem() throws IOException {
        var log = file("till.log", LOG);
        var ran = run("", file("lag.json", LAG), log.toString(), "--yes", "--append", "--at", "2024-05-01T12:00:30Z");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(evidence("lag.json"))
                .contains("{\"instance\":\"192.0.2.1:9100\"},\"values\":[[1714564800,\"1.23457\"],[1714564860,\"2\"]]");
        var library = Library.read(folder.resolve("scenarios"));
        assertThat(library.problems()).extracting(Problem::rendered).isEmpty();
        var shown = library.find(new ScenarioId("good")).orElseThrow().questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.reveals().stream())
                .map(AuthoredEvidence::content)
                .toList();
        assertThat(shown).hasOnlyElementsOfType(Recorded.class).hasSize(2);
        assertThat(Files.readString(scenario.resolve("scenario.yaml")))
                .startsWith(Files.readString(Path.of("src/test/resources/problems/good.yaml")));
    }

    @Test
    void whatTheScenarioNamesAlreadyIsNotAddedOnceMore() throws IOException {
        var main = scenario.resolve("scenario.yaml");
        var before = Files.readString(main) + """
                questions: { till: { dimension: logs, asks: what did the till write, answer: This., reveals: till } }
                evidence: { till: { title: Till, source: till, recorded: { file: evidence/till.log, at: "2024-05-01 12:00" } } }
                """;
        Files.writeString(main, before);

        var ran = run("", file("till.log", LOG), "--yes", "--append");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).doesNotContain("TODO");
        assertThat(main).hasContent(before);
        assertThat(Library.read(folder.resolve("scenarios")).problems()).isEmpty();
    }

    @Test
    void againItIsNotWrittenOver() throws IOException {
        var log = file("till.log", LOG);
        run("", log, "--yes");
        Files.writeString(scenario.resolve("evidence/till.log"), "mine");

        var again = run("", file("lag.json", LAG), log.toString(), "--yes");

        assertThat(again.code()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("till.log is there already, and nothing is written over.");
        assertThat(evidence("till.log")).isEqualTo("mine");
        assertThat(scenario.resolve("evidence/lag.json")).doesNotExist();
    }

    @Test
    void aBrokenLineIsNamedAndNothingIsWritten() throws IOException {
        var lines = "{\"ts\":1714564800,\"msg\":\"x\"}\n".repeat(16) + "{\"ts\":17\n";

        var ran = run("", file("app.jsonl", lines), "--yes");

        assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("app.jsonl, line 17, column ", "this line is no JSON", "Nothing was written.");
        assertThat(scenario.resolve("evidence")).doesNotExist();
    }

    @Test
    void aFileThatIsNotUtf8IsReadWithANotice() throws IOException {
        var latin = Files.write(folder.resolve("a.log"), (LOG + "2024-05-01T12:02:00Z Käse\r\n").getBytes(ISO_8859_1));
        var wide = Files.write(folder.resolve("b.log"), LOG.getBytes(UTF_16));

        var ran = run("", latin, wide.toString(), "--yes");

        assertThat(ran.out())
                .contains(
                        "Line 4 is not UTF-8. The file was read as Windows-1252", "It is UTF-16 and was read as that");
        assertThat(evidence("a.log")).endsWith("2024-05-01T12:02:00Z Käse\n");
        assertThat(evidence("b.log")).startsWith("2024-05-01T12:00:00Z INFO");
    }

    @Test
    void marksAndColoursAreLeftOut() throws IOException {
        run("", file("c.log", "\uFEFF2024-05-01T12:00:00Z \u001B[31mERROR\u001B[0m gone\u0007\r\n"), "--yes");

        assertThat(evidence("c.log")).isEqualTo("2024-05-01T12:00:00Z ERROR gone \n");
    }

    @Test
    void linksAreRefusedOnBothSides() throws IOException {
        var log = file("till.log", LOG);
        var link = Files.createSymbolicLink(folder.resolve("link.log"), log);
        Files.createSymbolicLink(scenario.resolve("evidence"), Files.createDirectories(folder.resolve("elsewhere")));

        assertThat(run("", link, "--yes").err()).contains("link.log is a link. Name the file itself.");
        assertThat(run("", log, "--yes").err()).contains("is a link that leads out of");
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    }

    @Test
    void namesOfFilesLeadNowhereElse() throws IOException {
        run("", file("..%2F..%2Fetc passwd$(x).log", LOG), "--yes");

        assertThat(evidence("2f-2fetc-passwd-x.log")).startsWith("2024");
    }

    @Test
    void whatIsNoRecordingIsRefused() throws IOException {
        var binary = Files.write(folder.resolve("a.log"), new byte[] {0x7F, 'E', 'L', 'F', 0, 0});
        var packed = Files.write(folder.resolve("b.gz"), new byte[] {0x1F, (byte) 0x8B, 8});

        assertThat(run("", binary, "--yes").err()).contains("this is no text");
        assertThat(run("", packed, "--yes").err())
                .contains("this is packed. To mend it: unpack it first, with gunzip.");
        assertThat(run("", file("c.log", ""), "--yes").err()).contains("there is nothing in it");
        assertThat(run("", folder.resolve("none.log"), "--yes").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("", file("d.log", LOG), "--yes", "--from", "2025-01-01T00:00:00Z")
                        .err())
                .contains("it goes from 2024-05-01T12:00:00Z to 2024-05-01T12:01:00Z");
    }

    @Test
    void aLongLogIsKeptInPartAndWhatIsRareIsThere() throws IOException {
        var begin = Instant.parse("2024-05-01T09:00:00Z");
        var text = IntStream.range(0, 60_000)
                .mapToObj(i -> begin.plusMillis(i * 100L + 50)
                        + (i == 43_210
                                ? " ERROR the one and only"
                                : " INFO  request " + i + " took " + i % 300 + " ms"))
                .collect(Collectors.joining("\n"));

        var ran = run("", file("api.log", text), "--yes");

        assertThat(ran.out()).contains("Of 60,000 entries 10,000 are kept");
        assertThat(evidence("api.log").lines())
                .hasSize(10_000)
                .isSorted()
                .contains(begin.plusMillis(4_321_050) + " ERROR the one and only");
        var perTenth = evidence("api.log")
                .lines()
                .collect(Collectors.groupingBy(line -> line.substring(0, 15), Collectors.counting()));
        assertThat(perTenth.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1_150L));
    }

    @Test
    void cardsOfAWheelBecomeDraftsThatCompile() throws IOException {
        var wheel = file("incidents.json", """
                [{"ID": "1", "title": "Incident 1",
                  "scenario": "The till's <b>master</b> takes no writes. See <a href='https://grafana.example/d/7'>this</a> &amp; ask: why?"},
                 {"ID": "2", "label": "Incident 1", "difficulty": "4", "description": "# { latency: high }"}]
                """);

        var scenarios = folder.resolve("scenarios");
        Files.copy(Path.of("scenarios/systems/storefront.yaml"), scenarios.resolve("systems/storefront.yaml"));

        var ran = Terminal.run(
                "import", "--wheel", wheel.toString(), "--into", scenarios.toString(), "--system", "storefront");

        assertThat(ran.code()).as(ran.err()).isZero();
        var library = Library.read(scenarios);
        assertThat(library.problems()).extracting(Problem::rendered).isEmpty();
        var first = library.find(new ScenarioId("incident-1")).orElseThrow();
        assertThat(first.summary()).isEqualTo("The till's master takes no writes. See this & ask: why?");
        assertThat(first.page().text()).isEqualTo("The till's master takes no writes.");
        assertThat(library.manuscript("incident-1-2"))
                .hasValueSatisfying(each -> assertThat(each.draft()).isTrue());
        assertThat(Files.readString(folder.resolve("scenarios/incident-1/scenario.yaml")))
                .contains("# The card links to https://grafana.example/d/7", "TODO evidence", "TODO `when`");
    }

    @Test
    void whatIsNoWheelIsRefused() throws IOException {
        var into = folder.resolve("scenarios").toString();

        assertThat(Terminal.run(
                                "import",
                                "--wheel",
                                file("a.json", "[{\"a\": 1}]").toString(),
                                "--into",
                                into)
                        .err())
                .contains("a list of objects with `title` and `scenario` is expected");
        assertThat(Terminal.run("import", "--wheel", file("b.json", "[{\n").toString(), "--into", into)
                        .err())
                .contains("b.json, line 2: this is no JSON");
    }
}
