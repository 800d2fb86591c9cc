package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index of the shipped scenarios is stamped with. */
class IndexShippedTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameClassesHaveTheSameStampWhereverTheyLieAndOthersAnother() throws IOException {
        var here = project(folder.resolve("here"), "a");
        var other = project(folder.resolve("other"), "b");
        String there;
        try (var disk = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
            var root = project(disk.getPath("/root"), "a");
            there = IndexShipped.stamp(root, root.resolve("pom.xml"));
        }
        assertThat(IndexShipped.stamp(here, here.resolve("pom.xml"))).isEqualTo(there);
        assertThat(IndexShipped.stamp(other, other.resolve("pom.xml"))).isNotEqualTo(there);
    }

    private static Path project(Path root, String text) throws IOException {
        for (var name : new String[] {"mayday/Main.class", "mayday/b/B.class", "mayday/B.class", "mayday/notes.txt"}) {
            var file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name.endsWith(".class") ? name + text : root.toString());
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        return root;
    }
}
