package mayday.studio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mayday.studio.ScenarioFolder.Found;
import mayday.studio.ScenarioFolder.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are replaced whole or not at all, within the folder, and as they are stored. */
class ScenarioFolderTest {
    @TempDir
    Path root = Path.of("");

    private ScenarioFolder folder() {
        return new ScenarioFolder(root);
    }

    private FileContent read(String path) {
        if (folder().read(path) instanceof Found.Text(var content)) {
            return content;
        }
        throw new AssertionError(folder().read(path));
    }

    private void put(String path, byte[] bytes) throws IOException {
        Files.createDirectories(root.resolve(path).resolveSibling("."));
        Files.write(root.resolve(path), bytes);
    }

    @Test
    void windowsLinesAndAByteOrderMarkAreKept() throws IOException {
        put("a/scenario.yaml", "\uFEFFid: a\r\ntitle: A\r\n".getBytes(UTF_8));
        var before = read("a/scenario.yaml");
        assertThat(before.text()).isEqualTo("id: a\ntitle: A\n");

        assertThat(folder().write("a/scenario.yaml", "id: a\ntitle: B\n", before.digest()))
                .isInstanceOf(Written.Done.class);

        assertThat(Files.readString(root.resolve("a/scenario.yaml"))).isEqualTo("\uFEFFid: a\r\ntitle: B\r\n");
    }

    @Test
    void aFileThatSomebodyChangedIsNotOverwritten() throws IOException {
        put("a/scenario.yaml", "one".getBytes(UTF_8));
        var known = read("a/scenario.yaml").digest();
        put("a/scenario.yaml", "two".getBytes(UTF_8));

        var written = folder().write("a/scenario.yaml", "three", known);

        assertThat(written).isEqualTo(new Written.Changed(new Found.Text(read("a/scenario.yaml"))));
        assertThat(Files.readString(root.resolve("a/scenario.yaml"))).isEqualTo("two");
        assertThat(folder().write("a/new.txt", "x", known)).isEqualTo(new Written.Changed(new Found.Missing()));
        assertThat(folder().files("a")).containsExactly("a/scenario.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.txt",
                "a/../../out.txt",
                "/etc/hostname",
                "a//b",
                "a/.hidden",
                "a/b\\..\\c",
                "",
                ".",
                "a/",
                "a/ü",
                "C:/x",
                "a/b/c/d/e/f/g/h/i"
            })
    void whatLeadsOutIsNotThere(String path) throws IOException {
        put("a/scenario.yaml", "x".getBytes(UTF_8));
        assertThat(folder().read(path)).isEqualTo(new Found.Missing());
        assertThat(folder().write(path, "x", FileContent.NONE)).isInstanceOf(Written.Failed.class);
        assertThat(Fingerprint.of(root).files()).hasSize(1);
    }

    @Test
    void linksAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        put("a/scenario.yaml", "x".getBytes(UTF_8));
        Files.createSymbolicLink(root.resolve("a/link.txt"), elsewhere.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("b"), elsewhere);

        assertThat(folder().read("a/link.txt")).isInstanceOf(Found.Unfit.class);
        assertThat(folder().read("b/secret.txt")).isEqualTo(new Found.Missing());
        assertThat(folder().write("b/secret.txt", "x", FileContent.NONE)).isInstanceOf(Written.Failed.class);
        assertThat(folder().files("a")).containsExactly("a/scenario.yaml");
        assertThat(Files.readString(elsewhere.resolve("secret.txt"))).isEqualTo("secret");
    }

    @Test
    void whatIsNoTextIsLeftAlone() throws IOException {
        put("a/latin.txt", "Zoë".getBytes(ISO_8859_1));
        put("a/large.txt", "x".repeat(ScenarioFolder.MOST_BYTES + 1).getBytes(UTF_8));
        put("a/binary.txt", new byte[] {0, 1, 2});

        assertThat(folder().read("a/latin.txt"))
                .isEqualTo(new Found.Unfit(
                        "The file is not UTF-8 text, and this editor would spoil it. Save it as UTF-8 first."));
        assertThat(folder().read("a/large.txt")).isEqualTo(new Found.Unfit("The file is larger than 1 MiB."));
        assertThat(folder().read("a/binary.txt")).isInstanceOf(Found.Unfit.class);
    }

    @Test
    void whatCannotBeStoredIsRefusedAndTheOldTextStays() throws IOException {
        put("a/x.txt", "old".getBytes(UTF_8));
        var known = read("a/x.txt").digest();

        assertThat(folder().write("a/x.txt", "half \uD83D", known)).isInstanceOf(Written.Failed.class);
        assertThat(folder().write("a/x.txt", "x".repeat(ScenarioFolder.MOST_BYTES + 1), known))
                .isEqualTo(new Written.Failed("The text is larger than 1 MiB."));
        // A folder where the new text would be made stands for a disk that refuses it; root may write to any other.
        Files.createDirectories(root.resolve("a/.x.txt.new/full"));
        assertThat(folder().write("a/x.txt", "new", known)).isInstanceOf(Written.Failed.class);

        assertThat(Files.readString(root.resolve("a/x.txt"))).isEqualTo("old");
    }

    @Test
    void aFolderIsReplacedAsAWhole() throws IOException {
        put("a/scenario.yaml", "old".getBytes(UTF_8));
        put("a/old.txt", "old".getBytes(UTF_8));

        assertThat(folder().replaceFolder("a", Map.of("a/scenario.yaml", "new".getBytes(UTF_8))))
                .isEmpty();

        assertThat(folder().files("a")).containsExactly("a/scenario.yaml");
        assertThat(read("a/scenario.yaml").text()).isEqualTo("new");
        try (var all = Files.list(root)) {
            assertThat(all).hasSize(1);
        }
    }
}
