package mayday.playthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Playthroughs;
import mayday.compiler.Problem;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every playthrough of every scenario that we ship comes out as it says. */
class PlaythroughsTest {
    private static final Path FOLDER = Path.of("scenarios");
    private static final Library LIBRARY = Library.read(FOLDER);
    private static final Playthroughs PLAYTHROUGHS = Playthroughs.read(FOLDER, LIBRARY);
    private static final FutureTask<QuestionModel> MODEL = new FutureTask<>(QuestionModel::load);
    private static final ScenarioInterpreters INTERPRETERS = new ScenarioInterpreters(MODEL);

    record Shipped(Script script) {
        @Override
        public String toString() {
            return script.file();
        }
    }

    static Stream<Shipped> shipped() {
        return PLAYTHROUGHS.scripts().stream().map(Shipped::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void comesOutAsItSays(Shipped shipped) {
        MODEL.run();
        var scenario = LIBRARY.find(shipped.script().scenario()).orElseThrow();

        var performance = Rehearsal.play(shipped.script(), scenario, INTERPRETERS.of(scenario));

        assertThat(performance.mismatches()).isEmpty();
    }

    /** A scenario is played right and wrong: one playthrough that ends well, one that does not. */
    @Test
    void everyScenarioHasTwoAtLeast() {
        assertThat(PLAYTHROUGHS.problems()).extracting(Problem::rendered).isEmpty();
        for (var scenario : LIBRARY.scenarios()) {
            assertThat(of(scenario)).as("%s", scenario.id()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(of(scenario))
                    .as("%s", scenario.id())
                    .anySatisfy(
                            script -> assertThat(endings(script)).noneMatch(Ending.NeverMitigated.class::isInstance))
                    .anySatisfy(
                            script -> assertThat(endings(script)).anyMatch(Ending.NeverMitigated.class::isInstance));
        }
    }

    private static List<Script> of(Scenario scenario) {
        return PLAYTHROUGHS.scripts().stream()
                .filter(script -> script.scenario().equals(scenario.id()))
                .toList();
    }

    private static List<Ending> endings(Script script) {
        return script.end().stream().map(Ending.At::ending).toList();
    }
}
