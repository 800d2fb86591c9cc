package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem that an author can be shown has a page that says what it means. */
class ProblemPagesTest {
    private static final Path DOCUMENT = Path.of("docs/problems.md");

    /** An id is the argument after the place; a choice between two is one of them. */
    private static final Pattern REPORTED = Pattern.compile(
            "(?:problems\\.(?:error|warning)|problem|report|wrong)\\((?:[^\";])*?,\\s*(?:[^\"?;]*\\?\\s*)?"
                    + "\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"\\s*[,:]");

    private static final Pattern NAMED = Pattern.compile("Known\\.of\\(\\s*\"([a-z ]+)\"");
    private static final Pattern EXPECTED = Pattern.compile("(?:error|warning) \\[([a-z0-9-]+)\\]");

    @Test
    void theProgramHasTheDocument() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/problems.md"), UTF_8))
                .isEqualTo(Files.readString(DOCUMENT, UTF_8));
    }

    @Test
    void everyIdThatIsReportedHasAPage() throws IOException {
        var ids = new TreeSet<String>();
        for (var room : Stream.of("compiler", "proof").toList()) {
            for (var file : under(Path.of("src/main/java/mayday").resolve(room), ".java")) {
                var source = Files.readString(file, UTF_8);
                REPORTED.matcher(source).results().forEach(match -> ids.add(match.group(1)));
                NAMED.matcher(source)
                        .results()
                        .forEach(match -> ids.add("unknown-" + match.group(1).replace(' ', '-')));
            }
        }
        for (var folder : Stream.of("problems", "proofs").toList()) {
            for (var file : under(Path.of("src/test/resources").resolve(folder), ".expected")) {
                EXPECTED.matcher(Files.readString(file, UTF_8)).results().forEach(match -> ids.add(match.group(1)));
            }
        }

        assertThat(ids).hasSizeGreaterThan(100);
        assertThat(ProblemPages.all().ids()).containsAll(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyPageShowsTheWrongTheRightAndTheMending() {
        for (var id : ProblemPages.all().ids()) {
            assertThat(ProblemPages.all().page(id).orElseThrow())
                    .as(id)
                    .contains("# wrong\n", "# right\n", "To mend it: ");
        }
    }

    @Test
    void aSlipOfTheKeyboardIsMended() {
        assertThat(ProblemPages.all().page("undiagnosable-pairs")).isEmpty();
        assertThat(ProblemPages.all().nearest("undiagnosable-pairs")).isEqualTo("did you mean `undiagnosable-pair`?");
    }

    private static java.util.List<Path> under(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
