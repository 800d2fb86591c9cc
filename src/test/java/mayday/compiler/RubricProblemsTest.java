package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link GoldenProblemsTest}, of rubrics: each file gives exactly the problems of the {@code .expected} file beside it. */
class RubricProblemsTest {
    private static final Path FOLDER = Path.of("src/test/resources/problems/rubrics");

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
        var path = "rubrics/" + name + ".yaml";
        var text = Files.readString(FOLDER.resolve(name + ".yaml"));
        var problems = new Problems(Map.of(path, text));
        RubricReader.read(path, text, problems);
        var reported = problems.all().stream().map(Problem::rendered).collect(Collectors.joining("\n"));
        var expected = FOLDER.resolve(name + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, reported, UTF_8);
        }
        assertThat(reported).isEqualTo(Files.readString(expected, UTF_8));
    }
}
