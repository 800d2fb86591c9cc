package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The keys that an editor offers are those that the compiler takes. */
class KeyTreeTest {
    private static final KeyTree TREE =
            KeyTree.ofScenarios(Library.read(Path.of("scenarios")).sources().values());

    @Test
    void ofTheScenarioItself() {
        assertThat(TREE.keys())
                .containsKeys("id", "title", "draft", "causes", "questions", "limit")
                .doesNotContainKey("*");
    }

    @Test
    void ofWhatIsBelowNamesThatAuthorsChoose() {
        assertThat(keysAt("causes")).containsExactly(KeyTree.ANY);
        assertThat(keysAt("causes", KeyTree.ANY, "states", KeyTree.ANY))
                .contains("effects", "logs", "after", "when", "on");
        assertThat(keysAt("causes", KeyTree.ANY, "states", KeyTree.ANY, "effects"))
                .contains("service", "edge", "error-ratio", "ramp");
    }

    private static Set<String> keysAt(String... way) {
        var tree = TREE;
        for (var key : way) {
            tree = Optional.ofNullable(tree.keys().get(key)).orElseThrow();
        }
        return tree.keys().keySet();
    }
}
