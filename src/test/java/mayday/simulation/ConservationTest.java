package mayday.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** No request appears or vanishes, in calm and in a storm. */
class ConservationTest {
    private static final double ROUNDING = 1e-8;

    private final Model model = new Model(SimulationBenchmark.shop(), 3, Plant.ORIGIN);
    private final Timetable timetable = new Timetable(Storm.SCHEDULE, Plant.ORIGIN);
    private final Parameters parameters = new Parameters(model.topology);
    private final Flows flows = new Flows(model.topology.nodeCount(), model.topology.edgeCount());
    private final Tally tally = new Tally(model.topology.nodeCount(), model.topology.edgeCount());
    private ModelState before = ModelState.fresh(parameters);
    private ModelState after = before.copy();

    @Test
    void whatArrivesIsServedRejectedOrWaits() {
        steps((node, step) -> {
            var came = before.backlog[node] + flows.arrived[node];
            var went = flows.served[node] + tally.rejected[node] + after.backlog[node];
            assertThat(went).isCloseTo(came, within(ROUNDING));
        });
    }

    @Test
    void failuresAreNeverMoreThanWhatEnded() {
        steps((node, step) -> {
            var failed = tally.failedOwn[node]
                    + tally.rejected[node]
                    + tally.timedOut[node]
                    + tally.failedDependency[node]
                    + tally.failedName[node]
                    + tally.failedTls[node];
            var ended = flows.served[node] + tally.rejected[node];
            assertThat(tally.completed[node]).isCloseTo(ended, within(ROUNDING));
            assertThat(failed).isBetween(0.0, ended + ROUNDING);
            // What the callers see is what is counted.
            var good = flows.served[node] * after.succeeds[node];
            assertThat(ended - failed).isCloseTo(good, within(ROUNDING));
        });
    }

    private void steps(Check check) {
        for (var step = 0L; step < 1800; step++) {
            timetable.set(parameters, step);
            model.prepare(before, after, parameters, flows);
            tally.clear();
            model.advance(before, after, step, parameters, flows, tally);
            for (var node = 0; node < model.topology.nodeCount(); node++) {
                check.at(node, step);
            }
            var spare = before;
            before = after;
            after = spare;
        }
    }

    private interface Check {
        void at(int node, long step);
    }
}
