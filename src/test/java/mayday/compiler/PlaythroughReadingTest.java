package mayday.compiler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.playthrough.Ending;
import mayday.playthrough.Recording;
import mayday.playthrough.Script;
import mayday.playthrough.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Playthroughs are read as scenarios are: every mistake at its place, and nothing from outside the folder. */
class PlaythroughReadingTest {
    private static final Path FOLDER = Path.of("src/test/resources/problems/playthroughs");

    private static final String GOOD = """
            title: It is rolled back
            cause: bad-release
            steps:
              - ask: which services fail?
              - act: roll back till
              - close: The release.
            end: { status: closed }
            """;

    static List<String> cases() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reportsExactlyTheExpectedProblems(String name) throws IOException {
        var path = "everything/playthroughs/" + name + ".yaml";
        var text = Files.readString(FOLDER.resolve(name + ".yaml"));
        var problems = new Problems(Map.of(path, text));
        reader().read(path, text, problems);
        var reported = problems.all().stream().map(Problem::rendered).collect(Collectors.joining("\n"));
        var expected = FOLDER.resolve(name + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, reported, UTF_8);
        }
        assertThat(reported).isEqualTo(Files.readString(expected, UTF_8));
    }

    /** What is written of a script is read as the same script. */
    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var path = "everything/playthroughs/every-key.yaml";
        var everyKey = Files.readString(FOLDER.resolve("every-key.yaml"));
        var read = reader().read(path, everyKey, new Problems(Map.of())).orElseThrow();

        var text = PlaythroughText.of(new Recording(
                read,
                List.of("What: is # said"),
                Collections.nCopies(read.steps().size(), "a: note")));
        var problems = new Problems(Map.of(path, text));
        var again = reader().read(path, text, problems);

        assertThat(problems.all()).extracting(Problem::rendered).isEmpty();
        assertThat(again).map(PlaythroughReadingTest::withoutLines).contains(withoutLines(read));
    }

    static Script withoutLines(Script script) {
        return new Script(
                script.file(),
                script.title(),
                script.scenario(),
                script.cause(),
                script.seed(),
                script.clock(),
                script.terms(),
                script.steps().stream()
                        .map(step -> new Step(
                                0,
                                step.move(),
                                step.then().stream()
                                        .map(check -> new Step.Check(0, check.expects()))
                                        .toList()))
                        .toList(),
                script.end().stream()
                        .map(each -> new Ending.At(0, each.ending()))
                        .toList());
    }

    private static PlaythroughReader reader() {
        var sources = everything();
        var compilation = ScenarioCompiler.compile(sources);
        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        return new PlaythroughReader(sources, ((Compilation.Compiled) compilation).scenario());
    }

    /** A scenario that has one of everything that a playthrough may name. */
    static Sources everything() {
        var files = Texts.of("good")
                .replace("id: good", "id: everything")
                .replace("\ncauses:", "\n" + particulars() + "causes:")
                .sources()
                .files();
        var main = "everything/scenario.yaml";
        return new Sources(
                main,
                Map.of(
                        main,
                        files.getOrDefault("good/scenario.yaml", ""),
                        "systems/corner-shop.yaml",
                        files.getOrDefault("systems/corner-shop.yaml", "")));
    }

    private static String particulars() {
        try {
            return Files.readString(FOLDER.resolve("particulars.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPlaythroughMakesNoNewRevision(@TempDir Path folder) throws IOException {
        shop(folder);
        var before = Library.read(folder).scenarios().getFirst().revision();
        playthrough(folder, "right.yaml", GOOD.getBytes(UTF_8));

        var library = Library.read(folder);

        var playthroughs = Playthroughs.read(folder, library);
        assertThat(library.problems()).isEmpty();
        assertThat(playthroughs.problems()).isEmpty();
        assertThat(playthroughs.scripts()).extracting(Script::name).containsExactly("right");
        assertThat(library.scenarios().getFirst().revision()).isEqualTo(before);
    }

    @Test
    void readsWhatEditorsOfAllSortsSave(@TempDir Path folder) throws IOException {
        shop(folder);
        playthrough(folder, "byte-order-mark.yaml", ("\uFEFF" + GOOD).getBytes(UTF_8));
        playthrough(folder, "carriage-returns.yml", GOOD.replace("\n", "\r\n").getBytes(UTF_8));
        playthrough(
                folder,
                "json.json",
                "{\"title\": \"It\", \"cause\": \"bad-release\", \"steps\": [\"acknowledge\"]}".getBytes(UTF_8));
        playthrough(folder, ".hidden.yaml", "%".getBytes(UTF_8));
        playthrough(folder, "notes.txt", "%".getBytes(UTF_8));

        var playthroughs = Playthroughs.read(folder, Library.read(folder));

        assertThat(playthroughs.problems()).isEmpty();
        assertThat(playthroughs.scripts())
                .extracting(Script::name)
                .containsExactly("byte-order-mark", "carriage-returns", "json");
    }

    @Test
    void refusesWhatIsHostileAndReadsTheRest(@TempDir Path folder, @TempDir Path outside) throws IOException {
        shop(folder);
        playthrough(folder, "right.yaml", GOOD.getBytes(UTF_8));
        playthrough(folder, "bomb.yaml", bomb().getBytes(UTF_8));
        playthrough(folder, "deep.yaml", ("title: " + "[".repeat(5_000)).getBytes(UTF_8));
        playthrough(folder, "large.yaml", ("# " + "x".repeat(1_100_000)).getBytes(UTF_8));
        playthrough(
                folder, "latin-1.yaml", GOOD.replace("rolled", "zurückgerollt").getBytes(ISO_8859_1));
        playthrough(folder, "tab.yaml", GOOD.replace("  - ask", "\t- ask").getBytes(UTF_8));
        playthrough(folder, "steps.yaml", many().getBytes(UTF_8));
        Files.writeString(outside.resolve("secret.yaml"), "title: a secret\n");
        Files.createSymbolicLink(folder.resolve("good/playthroughs/link.yaml"), outside.resolve("secret.yaml"));

        var library = Library.read(folder);

        var playthroughs = Playthroughs.read(folder, library);
        assertThat(playthroughs.scripts()).extracting(Script::name).containsExactly("right");
        assertThat(library.scenarios()).hasSize(1);
        assertThat(library.problems()).isEmpty();
        assertThat(playthroughs.problems())
                .extracting(problem -> problem.file().replace("good/playthroughs/", "") + " " + problem.id())
                .containsExactlyInAnyOrder(
                        "bomb.yaml too-many-values",
                        "deep.yaml too-deep",
                        "large.yaml too-large",
                        "latin-1.yaml not-utf-8",
                        "tab.yaml syntax",
                        "steps.yaml too-many",
                        "link.yaml unreadable-file");
        assertThat(playthroughs.problems().toString()).doesNotContain("a secret");
    }

    private static String bomb() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, "*a" + (i - 1)))));
        }
        return bomb.toString();
    }

    private static String many() {
        return "title: Many\ncause: bad-release\nsteps:\n"
                + Stream.generate(() -> "  - wait: 1s\n").limit(300).collect(Collectors.joining());
    }

    private static void shop(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("systems"));
        Files.createDirectories(folder.resolve("good/playthroughs"));
        for (var file : Texts.of("good").sources().files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.writeString(path, file.getValue());
        }
    }

    private static void playthrough(Path folder, String name, byte[] text) throws IOException {
        Files.write(folder.resolve("good/playthroughs").resolve(name), text);
    }
}
