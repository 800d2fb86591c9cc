package mayday.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A step allocates nothing: what a history takes is its samples. */
class AllocationTest {
    private static final int STEPS = 1000;

    private final Model model = new Model(SimulationBenchmark.shop(), 3, Plant.ORIGIN);
    private final Parameters parameters = new Parameters(model.topology);
    private final Flows flows = new Flows(model.topology.nodeCount(), model.topology.edgeCount());
    private final Tally tally = new Tally(model.topology.nodeCount(), model.topology.edgeCount());
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private ModelState now = ModelState.fresh(parameters);
    private ModelState next = now.copy();

    @Test
    void aStepAllocatesNothing() {
        new Timetable(Fingerprint.EVERYTHING, Plant.ORIGIN).set(parameters, 25 * 60);
        model.prepare(now, next, parameters, flows);
        steps();

        var before = allocated();
        steps();
        assertThat(allocated() - before).isZero();
    }

    private void steps() {
        for (var step = 0; step < STEPS; step++) {
            model.advance(now, next, step, parameters, flows, tally);
            var spare = now;
            now = next;
            next = spare;
        }
    }

    private long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }
}
