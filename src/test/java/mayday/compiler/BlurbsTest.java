package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mayday.compiler.Listing.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is listed without compiling is what compiling would give, or it is not known. */
class BlurbsTest {
    private static final Path PROBLEMS = Path.of("src/test/resources/problems");

    @TempDir
    private Path folder = Path.of("");

    private String good = "";

    @BeforeEach
    void aSystemAndTwoGoodScenarios() throws IOException {
        good = Files.readString(PROBLEMS.resolve("good.yaml"));
        write("systems/corner-shop.yaml", Files.readString(PROBLEMS.resolve("systems/corner-shop.yaml")));
        write("good/scenario.yaml", good);
        write("zebra/scenario.yaml", good.replaceFirst("(?m)^id: .*$", "id: zebra"));
    }

    private Blurbs indexed() {
        return Blurbs.NONE.of(folder, Library.read(folder));
    }

    @Test
    void theShippedScenariosAreListedAsTheyAreCompiled() {
        var listing = Listing.of(Shipped.library());
        var glance = Blurbs.NONE.of(Shipped.FOLDER, Shipped.library()).glance(Shipped.FOLDER);

        assertThat(glance.isComplete()).isTrue();
        assertThat(glance.scenarios()).containsExactlyInAnyOrderElementsOf(listing.scenarios());
        assertThat(glance.rubrics()).contains(listing.rubrics());
        assertThat(glance.problems()).isEmpty();
    }

    @Test
    void aFolderOfWhichNothingIsKnownHasOnlyUnknowns() {
        var glance = Blurbs.NONE.glance(folder);

        assertThat(glance.scenarios()).isEmpty();
        assertThat(glance.unknown()).containsExactly("good", "zebra");
        assertThat(glance.rubrics()).isEmpty();
    }

    @Test
    void aScenarioThatWasChangedIsNotKnownAnyMore() throws IOException {
        var before = indexed();
        write("good/scenario.yaml", good + "# Another word.\n");

        var glance = before.glance(folder);
        assertThat(glance.unknown()).containsExactly("good");
        assertThat(glance.scenarios()).extracting(each -> each.id().value()).containsExactly("zebra");
        assertThat(before.of(folder, Library.read(folder)).glance(folder).isComplete())
                .isTrue();
    }

    @Test
    void aSystemThatWasChangedChangesAllThatAreBuiltOnIt() throws IOException {
        var before = indexed();
        write("systems/corner-shop.yaml", Files.readString(folder.resolve("systems/corner-shop.yaml")) + "# More.\n");
        assertThat(before.glance(folder).unknown()).containsExactly("good", "zebra");
    }

    @Test
    void aFileThatWasMissingAndWouldBeReadNowCounts() throws IOException {
        var before = indexed();
        write("systems/corner-shop.json", "{}");
        assertThat(before.glance(folder).unknown()).containsExactly("good", "zebra");
    }

    @Test
    void whatIsBrokenOrADraftIsNeverKnown() throws IOException {
        write("good/scenario.yaml", good.replace("service: till", "service: tll"));
        write("zebra/scenario.yaml", good.replaceFirst("(?m)^id: .*$", "id: zebra") + "draft: true\n");
        assertThat(indexed().glance(folder).unknown()).containsExactly("good", "zebra");
    }

    @Test
    void bytesThatAreNoTextAreNotTakenForTheTextTheyReadAs() throws IOException {
        write("good/scenario.yaml", good + "# \uFFFD\n");
        var before = indexed();
        assertThat(before.glance(folder).unknown()).isEmpty();

        var bytes = (good + "# ?\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        Files.write(folder.resolve("good/scenario.yaml"), bytes);
        assertThat(before.glance(folder).unknown()).containsExactly("good");
    }

    @Test
    void rubricsAreKnownAsLongAsNoneChanges() throws IOException {
        write("rubrics/amazon.yaml", Files.readString(Path.of("scenarios/rubrics/amazon.yaml")));
        var before = indexed();
        assertThat(before.glance(folder).rubrics().orElseThrow())
                .extracting(Label::id)
                .containsExactly("default", "amazon");

        write("rubrics/other.yaml", "id: other\n");
        assertThat(before.glance(folder).rubrics()).isEmpty();
        assertThat(indexed().glance(folder).rubrics()).as("one is broken").isEmpty();
    }

    @Test
    void aFolderThatIsNotThereHasItsProblem() {
        var glance = Blurbs.NONE.glance(folder.resolve("nowhere"));
        assertThat(glance.problems()).extracting(Problem::id).containsExactly("unreadable-folder");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolveSibling("."));
        Files.writeString(folder.resolve(path), text);
    }
}
