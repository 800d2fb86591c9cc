package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The golden set of bad scenarios stays as large as it was meant to be, and has what was asked of it. */
class GoldenSetTest {
    private static final int FEWEST = 80;

    private static List<String> expected() throws IOException {
        try (var compiled = Files.walk(Path.of("src/test/resources/problems"));
                var proved = Files.walk(Path.of("src/test/resources/proofs"))) {
            return Stream.concat(compiled, proved)
                    .filter(file -> file.toString().endsWith(".expected"))
                    .map(GoldenSetTest::text)
                    .filter(problems -> !problems.isBlank())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void hasEightyBadScenariosAndEachKindThatMatters() throws IOException {
        var expected = expected();
        assertThat(expected).hasSizeGreaterThanOrEqualTo(FEWEST);
        for (var id : List.of(
                "undiagnosable-pair",
                "unreachable-state",
                "unaskable-evidence",
                "incurable-cause",
                "colliding-phrasings")) {
            assertThat(expected).as(id).anyMatch(problems -> problems.contains("[" + id + "]"));
        }
    }
}
