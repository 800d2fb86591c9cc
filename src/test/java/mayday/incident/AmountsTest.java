package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.scenario.TinyShop;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;
import org.junit.jupiter.api.Test;

/** The variables of an incident. */
class AmountsTest {
    /** They are written to as soon as a condition reads one, which may be before anything has happened. */
    @Test
    void eachIncidentBeginsWithItsOwn() {
        var scenario = TinyShop.scenario();
        var history = Trajectory.of(scenario.system(), 1, scenario.origin(), Schedule.EMPTY);

        assertThat(World.begun(history).amounts())
                .isNotSameAs(World.begun(history).amounts());
    }
}
