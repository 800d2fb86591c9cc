package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mayday.debrief.Rubric;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final Path PROBLEMS = Path.of("src/test/resources/problems");

    @TempDir
    private Path folder = Path.of("");

    private String good = "";

    @BeforeEach
    void aSystemAndAGoodScenario() throws IOException {
        good = Files.readString(PROBLEMS.resolve("good.yaml"));
        write("systems/corner-shop.yaml", Files.readString(PROBLEMS.resolve("systems/corner-shop.yaml")));
        write("good/scenario.yaml", good);
    }

    @Test
    void readsEveryScenarioInOrderOfLevelAndTitle() throws IOException {
        write("zebra/scenario.yml", named("zebra", "A zebra in the shop", Level.FOUNDATION));
        write("hard/scenario.yaml", named("hard", "A hard one", Level.EXPERT));
        write("notes/remarks.txt", "no scenario");
        write("remarks.txt", "no folder");

        var library = Library.read(folder);

        assertThat(library.problems()).isEmpty();
        assertThat(library.scenarios())
                .extracting(Scenario::title)
                .containsExactly("A zebra in the shop", "The till fails", "A hard one");
        assertThat(library.find(new ScenarioId("hard"))).isPresent();
        assertThat(library.sources())
                .hasEntrySatisfying(
                        new ScenarioId("good"),
                        sources -> assertThat(sources.files())
                                .containsOnlyKeys("good/scenario.yaml", "systems/corner-shop.yaml"));
    }

    @Test
    void leavesABrokenScenarioOutAndKeepsTheOthers() throws IOException {
        write("broken/scenario.yaml", named("broken", "Broken", Level.EXPERT).replace("service: till", "service: tll"));

        var library = Library.read(folder);

        assertThat(library.scenarios()).extracting(each -> each.id().value()).containsExactly("good");
        assertThat(library.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("broken/scenario.yaml");
            assertThat(problem.id()).isEqualTo("unknown-service");
        });
    }

    @Test
    void tellsTheProblemsOfASharedSystemOnce() throws IOException {
        write("second/scenario.yaml", named("second", "Second", Level.FOUNDATION));
        write("systems/corner-shop.yaml", "id: corner-shop\ntitle: [");

        var library = Library.read(folder);

        assertThat(library.scenarios()).isEmpty();
        assertThat(library.problems()).extracting(Problem::id).containsExactly("syntax");
    }

    @Test
    void scenariosOnOneSystemShareIt() throws IOException {
        write("second/scenario.yaml", named("second", "Second", Level.FOUNDATION));

        var library = Library.read(folder);

        assertThat(library.scenarios()).hasSize(2);
        assertThat(library.scenarios().getFirst().system())
                .isSameAs(library.scenarios().getLast().system());
    }

    @Test
    void aWarningOfASharedSystemIsToldWithEachScenario() throws IOException {
        write("second/scenario.yaml", named("second", "Second", Level.FOUNDATION));
        write("systems/corner-shop.yaml", "id: corner-shop\ntitle: [");

        assertThat(Library.read(folder).manuscripts())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.problems())
                        .extracting(Problem::file)
                        .containsExactly("systems/corner-shop.yaml"));
    }

    @Test
    void ofOneScenarioNothingElseIsRead() throws IOException {
        write("broken/scenario.yaml", "id: [");

        var library = Library.readOnly(folder, "good");

        assertThat(library.problems()).isEmpty();
        assertThat(library.scenarios()).extracting(each -> each.id().value()).containsExactly("good");
        assertThat(library.rubrics()).isNotEmpty();
    }

    @Test
    void readsEvidenceFilesOfTheScenariosOwnFolderOnly() throws IOException {
        write("secret.txt", "secret");
        write("good/evidence/roll.txt", "nothing sold");
        write("good/scenario.yaml", good + """
                questions:
                  roll: { dimension: logs, asks: [a], answer: Here., reveals: [roll, outside, linked] }
                evidence:
                  roll: { title: A, source: B, file: evidence/roll.txt }
                  outside: { title: A, source: B, file: ../secret.txt }
                  linked: { title: A, source: B, file: evidence/link.txt }
                """);
        var outside = Files.createTempFile("outside", ".txt");
        Files.createSymbolicLink(folder.resolve("good/evidence/link.txt"), outside);

        var library = Library.read(folder);
        Files.delete(outside);

        assertThat(library.problems()).extracting(Problem::id).containsExactly("outside-folder", "missing-file");
    }

    @Test
    void aFileThatIsNotUtf8IsAProblemWithItsPlace() throws IOException {
        Files.write(
                folder.resolve("good/scenario.yaml"),
                good.replace("The till fails", "Die Kasse f\u00e4llt aus").getBytes(StandardCharsets.ISO_8859_1));

        var library = Library.read(folder);

        assertThat(library.scenarios()).isEmpty();
        assertThat(library.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("not-utf-8");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(19);
        });
    }

    @Test
    void aFileOverOneMebibyteIsAProblem() throws IOException {
        write("good/scenario.yaml", good + "#".repeat(FileText.MOST_BYTES));

        assertThat(Library.read(folder).problems()).extracting(Problem::id).containsExactly("too-large");
    }

    @Test
    void twoFilesForOneScenarioAreAWarning() throws IOException {
        write("good/scenario.json", "{}");

        var library = Library.read(folder);

        assertThat(library.scenarios()).hasSize(1);
        assertThat(library.problems()).extracting(Problem::id).containsExactly("several-files");
    }

    @Test
    void anUnreadableFolderIsAProblemAndNoException() {
        var library = Library.read(folder.resolve("nowhere"));

        assertThat(library.scenarios()).isEmpty();
        assertThat(library.problems()).extracting(Problem::id).containsExactly("unreadable-folder");
    }

    @Test
    void readsRubricsTheDefaultOneFirst() throws IOException {
        write("rubrics/strict.yaml", rubric("strict", "A strict one", 40));
        write("rubrics/default.yaml", rubric("default", "Usual", 20));
        write("rubrics/remarks.txt", "no rubric");

        var library = Library.read(folder);

        assertThat(library.problems()).isEmpty();
        assertThat(library.rubricIds()).containsExactly("default", "strict");
        assertThat(library.rubric("strict").orElseThrow().parts())
                .extracting(Rubric.PartTerms::weight)
                .containsExactly(40, 1, 2, 3, 4);
        assertThat(library.rubric("default").orElseThrow().title()).isEqualTo("Usual");
    }

    @Test
    void leavesABrokenRubricOutAndHasADefaultOneAllTheSame() throws IOException {
        write("rubrics/default.yaml", rubric("default", "Usual", 20).replace("hypotheses", "hypothesis"));

        var library = Library.read(folder);

        assertThat(library.rubrics()).containsExactly(Rubric.DEFAULT);
        assertThat(library.problems()).extracting(Problem::id).containsExactlyInAnyOrder("missing-key", "unknown-key");
        assertThat(library.scenarios()).hasSize(1);
    }

    private static String rubric(String id, String title, int weight) {
        return """
                id: %s
                title: %s
                summary: For a test.
                parts:
                  scope-first: { weight: %d }
                  information-gain: { weight: 1 }
                  hypotheses: { weight: 2 }
                  mitigation-judgement: { weight: 3 }
                  communication: { weight: 4 }
                """.formatted(id, title, weight);
    }

    private String named(String id, String title, Level level) {
        return good.replace("id: good", "id: " + id)
                .replace("The till fails", title)
                .replace("foundation", Words.kebab(level));
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
