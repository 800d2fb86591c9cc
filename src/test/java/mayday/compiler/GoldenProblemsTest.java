package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code problems/} gives exactly the problems of the {@code .expected} file beside it: a missing one and
 * one too many both fail. {@code mvn test -Dtest=GoldenProblemsTest -Dgolden=write} writes them anew, to be read before
 * they are committed.
 */
class GoldenProblemsTest {
    private static final Path FOLDER = Path.of("src/test/resources/problems");
    private static final String SYSTEM = "systems/corner-shop.yaml";

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
        var reported = ScenarioCompiler.compile(sources(name)).problems().stream()
                .map(Problem::rendered)
                .collect(Collectors.joining("\n"));
        var expected = FOLDER.resolve(name + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, reported, UTF_8);
        }
        assertThat(reported).isEqualTo(Files.readString(expected, UTF_8));
    }

    /** A file whose name begins with {@code system-} takes the place of the system under a good scenario. */
    private static Sources sources(String name) throws IOException {
        return name.startsWith("system-")
                ? Texts.of("good")
                        .with(SYSTEM, Files.readString(FOLDER.resolve(name + ".yaml")))
                        .sources()
                : Texts.mistaken(name).sources();
    }
}
