package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of every scenario that we ship is true under each of its causes, whatever the seed, and not long before it. */
class SamePageTest {
    private static final Library LIBRARY = Shipped.library();

    /** Who looks at the clock of the page should not learn the cause from it. */
    private static final Duration NOT_YET = Duration.ofMinutes(4);

    record Drawn(Scenario scenario, CauseId cause, long seed) {
        @Override
        public String toString() {
            return scenario.id() + " / " + cause + ", seed " + seed;
        }
    }

    static Stream<Drawn> drawn() {
        var all = LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream()
                        .flatMap(cause ->
                                Stream.of(7L, 8L, 1_000_003L).map(seed -> new Drawn(scenario, cause.id(), seed))))
                .toList();
        return Turns.one(2, all);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void itIsTrueWhenItComes(Drawn drawn) {
        var scenario = drawn.scenario();
        var condition = scenario.page().condition();
        var incident = Decider.open(
                        scenario,
                        drawn.seed(),
                        drawn.cause(),
                        ClockMode.LIVE,
                        Instant.EPOCH,
                        new Participant("p1", "Sam"))
                .after();

        assertThat(Conditions.holds(incident, condition, scenario.pagedAt())).isTrue();
        assertThat(Conditions.holds(incident, condition, scenario.pagedAt().minus(NOT_YET)))
                .as("long before the page")
                .isFalse();
    }
}
