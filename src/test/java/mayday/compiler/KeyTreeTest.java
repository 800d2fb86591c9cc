package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        var causes = TREE.keys().get("causes");
        assertThat(causes.keys()).containsOnlyKeys(KeyTree.ANY);
        var state = causes.keys().get(KeyTree.ANY).keys().get("states").keys().get(KeyTree.ANY);
        assertThat(state.keys()).containsKeys("effects", "logs", "after", "when", "on");
        assertThat(state.keys().get("effects").keys()).containsKeys("service", "edge", "error-ratio", "ramp");
    }
}
