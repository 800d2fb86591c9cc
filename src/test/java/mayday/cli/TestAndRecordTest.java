package mayday.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** Playthroughs are played from the command line, and made of what was played. */
class TestAndRecordTest {
    private static final Path SHIPPED = Path.of("scenarios");
    private static final String ID = "elevated-500s";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyOneScenario() throws IOException {
        copy(ID);
        copy("systems");
    }

    private void copy(String name) throws IOException {
        try (var files = Files.walk(SHIPPED.resolve(name))) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                var to = folder.resolve("scenarios")
                        .resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.toString().contains("playthroughs")) {
                    Files.copy(file, to);
                }
            }
        }
    }

    private String scenarios() {
        return folder.resolve("scenarios").toString();
    }

    private String playthrough(String name, String text) throws IOException {
        var file =
                folder.resolve("scenarios").resolve(ID).resolve("playthroughs").resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private static final String RIGHT = """
            title: It is rolled back
            cause: bad-release
            seed: 7
            steps:
              - ask: which services are failing?
                then: { understood-as: service-scope, answer: checkout }
              - act: roll back checkout
              - wait: 5m
                then: { state: undone }
            """;

    private static final String WRONG = """
            title: <It> & "that"
            cause: bad-release
            seed: 7
            steps:
              - ask: which services are failing?
                then:
                  understood-as: cpu
                  answer: nothing at all
              - act: restart checkout
              - act: restart checkout
              - wait: 20m
            """;

    @Test
    void whoTypesNothingIsToldWhichCommandsThereAre() {
        var ran = Terminal.run();

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(Terminal.run("--help").out()).contains("Commands:", "  play ", "  serve ");
    }

    @Test
    void whatPassesSaysSoInALine() throws IOException {
        var file = playthrough("right.yaml", RIGHT);

        assertThat(Terminal.run("test", file))
                .isEqualTo(new Terminal(
                        0,
                        "ok      elevated-500s/playthroughs/right.yaml  (It is rolled back) 0.0 s%n1 passed, 0 failed.%n"
                                .formatted(),
                        ""));
    }

    @Test
    void whatFailsSaysWhereWhatWasExpectedAndWhatHappened() throws IOException {
        playthrough("right.yaml", RIGHT);
        playthrough("wrong.yaml", WRONG);

        var ran = Terminal.run("test", scenarios());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines().limit(20).toList())
                .containsSubsequence(
                        "ok      elevated-500s/playthroughs/right.yaml  (It is rolled back) 0.0 s",
                        "FAILED  elevated-500s/playthroughs/wrong.yaml  (<It> & \"that\") 0.0 s",
                        "    elevated-500s/playthroughs/wrong.yaml:7",
                        "      expected: it is understood to ask for cpu",
                        "      happened: it is service-scope",
                        "    elevated-500s/playthroughs/wrong.yaml:8",
                        "      expected: the answer says \"nothing at all\"",
                        "    elevated-500s/playthroughs/wrong.yaml:10",
                        "      expected: the move is made",
                        "      happened: it was refused: The same action is still running on the same target. (not-now)",
                        "    What happened up to line 7:",
                        "      14:06:00  PAGE  5xx > 2 % on edge for 5 min",
                        "      14:06:00  ? which services are failing?",
                        "                Understood as: which services are affected");
        assertThat(ran.out()).endsWith("1 passed, 1 failed.%n".formatted()).doesNotContain("started: Restart");
    }

    @Test
    void buildServersReadItAsXmlAndMachinesAsJson() throws Exception {
        playthrough("right.yaml", RIGHT);
        playthrough("wrong.yaml", WRONG);
        playthrough("unread.yaml", "title: a\nstep: b\n");
        var report = folder.resolve("reports/junit.xml");

        var ran = Terminal.run("test", scenarios() + "/" + ID, "--json", "--junit", report.toString());

        assertThat(ran.code()).isEqualTo(1);
        var json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.get("passed").intValue()).isEqualTo(1);
        assertThat(json.get("failed").intValue()).isEqualTo(1);
        assertThat(json.get("problems")).isNotEmpty();
        assertThat(json.at("/playthroughs/1/failures/0/line").intValue()).isEqualTo(7);
        var suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readString(report).getBytes(UTF_8)))
                .getDocumentElement();
        var suite = (Element) suites.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo(ID);
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        var failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .startsWith("elevated-500s/playthroughs/wrong.yaml:7: expected that");
        assertThat(failure.getTextContent()).contains("What happened up to line 7:");
        assertThat(suites.getElementsByTagName("error").getLength())
                .isEqualTo(json.get("problems").size());
    }

    @Test
    void aPathWithoutPlaythroughsIsWrongUsage() {
        assertThat(Terminal.run("test", scenarios()).code()).isEqualTo(2);
        assertThat(Terminal.run("test", scenarios()).err()).contains("there are no playthroughs in", "mayday record");
        assertThat(Terminal.run("test", "nowhere").code()).isEqualTo(2);
    }

    @Test
    void whatIsPlayedIsRecordedAndPasses() throws IOException {
        var data = folder.resolve("data").toString();
        var played = Terminal.typing(
                """
                /ack
                which services are failing?
                cpu?
                show me the flag history of inline-recs
                /sev SEV2
                /page payments Are cards: failing?
                /think bad-release checkout 60 new: form
                /do shed-load percent=30
                y
                /wait 2m
                /wait 1m
                /do fail-over orders-db
                y
                /wait 4m
                is the orders database healthy?
                /do fail-over orders-db
                y
                /wait 6m
                /hint
                y
                /do roll-back checkout
                y
                /sure H1 95
                /wait 10m
                /reply M1 In ten minutes.
                /confirm H1 E1
                /close It was the release: addresses.
                /close It was the release: addresses.
                """,
                "play",
                ID,
                "--scenarios",
                scenarios(),
                "--data",
                data,
                "--cause",
                "bad-release",
                "--coach",
                "usual");
        assertThat(played.code()).as(played.err()).isZero();
        assertThat(played.out()).contains("Debrief");
        var id = played.out().substring("Incident ".length(), played.out().indexOf(','));

        var recorded = Terminal.run("record", id, "--data", data, "--scenarios", scenarios(), "--as", "as-played");

        assertThat(recorded.err()).isEmpty();
        assertThat(recorded.out()).startsWith("Kept as ");
        assertThat(Terminal.run("check", scenarios() + "/" + ID).code()).isZero();
        var tested = Terminal.run("test", scenarios());
        assertThat(tested.out()).endsWith("1 passed, 0 failed.%n".formatted());
        assertThat(tested.code()).isZero();
        var text = Terminal.run("record", id, "--data", data, "--scenarios", scenarios())
                .out();
        assertThat(text)
                .contains(
                        "  - acknowledge\n",
                        "  - ask: cpu?\n    # Of which service?\n    then: { outcome: ask-back }\n",
                        "question: inline-recs-roll-out, reveals: inline-recs-at-10 }",
                        "    text: \"Are cards: failing?\"\n",
                        "  - act: shed load = 30 %\n  - wait: 3m\n",
                        "  - hint\n",
                        "then: { state: undone",
                        "end:\n  status: closed\n")
                // Consented to, and so begun by itself.
                .containsOnlyOnce("Go, I watch the standby.");

        var again = Terminal.run("record", id, "--data", data, "--scenarios", scenarios(), "--as", "as-played");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already, and nothing is written over");
        var outside = Terminal.run("record", id, "--data", data, "--scenarios", scenarios(), "--as", "../../outside");
        assertThat(outside.code()).isEqualTo(2);
        var scenario = folder.resolve("scenarios").resolve(ID).resolve("scenario.yaml");
        var more =
                "questions:\n  diff: { dimension: recent-deploys, asks: [show me the diff of the release], answer: Two lines. }\n";
        Files.writeString(scenario, Files.readString(scenario).replaceFirst("(?m)^questions:\n", more));
        var later = Terminal.run("record", id, "--data", data, "--scenarios", scenarios(), "--as", "later");
        assertThat(later.err())
                .as("that a reading is a little less sure is no other reading")
                .isEqualTo(
                        "mayday record: The scenario has changed since this was played: what must follow is what follows now.%n"
                                .formatted());
        var unknown = Terminal.run("record", "unknown", "--data", data, "--scenarios", scenarios());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no incident unknown");
    }

    @Test
    void nothingIsWrittenThroughALinkThatLeadsOut(@TempDir Path outside) throws Exception {
        var link = folder.resolve("scenarios/linked");
        Files.createSymbolicLink(link, outside);

        assertThatThrownBy(() -> new FreshFiles(folder.resolve("scenarios")).write("text", "linked", "file.yaml"))
                .isInstanceOf(FreshFiles.NotWritten.class)
                .hasMessageContaining("leads out of");
        try (var files = Files.list(outside)) {
            assertThat(files).isEmpty();
        }
    }
}
