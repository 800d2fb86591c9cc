package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mayday.debrief.FindingKind;
import org.junit.jupiter.api.Test;

/** What the document says about rubrics is so. */
class RubricDocumentTest {
    @Test
    void theExampleCompilesAndEveryKindOfFindingIsListed() throws IOException {
        var document = Files.readString(Path.of("docs/scoring.md"));
        var example = document.substring(document.indexOf("```yaml\n") + 8);
        var text = example.substring(0, example.indexOf("```"));
        var problems = new Problems(Map.of("rubrics/strict.yaml", text));

        var rubric = RubricReader.read("rubrics/strict.yaml", text, problems).orElseThrow();

        assertThat(problems.all()).isEmpty();
        assertThat(rubric.aspects().getFirst().madeOf()).hasSize(4);
        for (var kind : FindingKind.values()) {
            assertThat(document.contains("`" + kind.id() + "`"))
                    .as(kind.id())
                    .isEqualTo(kind.counts() != FindingKind.Counts.FOR_ALL);
        }
    }
}
