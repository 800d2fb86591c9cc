package mayday.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import mayday.compiler.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each scenario of {@code proofs/} compiles, and comes out with exactly the problems of the {@code .expected} file beside it: a missing one
 * and one too many both fail. {@code mvn test -Dtest=GoldenProofsTest -Dgolden=write} writes them anew, to be read before they are
 * committed.
 */
class GoldenProofsTest {

    static List<String> cases() throws IOException {
        try (var files = Files.list(Proving.FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void provesExactlyTheExpected(String name) throws IOException {
        var reported = Proving.problems(Proving.sources(name)).stream()
                .map(Problem::rendered)
                .collect(Collectors.joining("\n"));
        var expected = Proving.FOLDER.resolve(name + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, reported, UTF_8);
        }
        assertThat(reported).isEqualTo(Files.readString(expected, UTF_8));
    }
}
