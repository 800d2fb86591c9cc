package mayday.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import mayday.compiler.Shipped;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be judged without playing finds nothing in any scenario that we ship; what has to be played takes too long for a test. */
class ShippedScenariosTest {
    private static final Library LIBRARY = Shipped.library();

    static Stream<ScenarioId> shipped() {
        return LIBRARY.scenarios().stream().map(Scenario::id);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void leakNothingAndAreAskedFor(ScenarioId id) {
        var scenario = LIBRARY.find(id).orElseThrow();

        assertThat(Proofs.quick(LIBRARY.source(id), scenario, Proving.INTERPRETERS.of(scenario)))
                .extracting(Problem::rendered)
                .isEmpty();
    }
}
