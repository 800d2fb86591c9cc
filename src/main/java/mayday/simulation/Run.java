package mayday.simulation;

import java.util.Arrays;

/** A model under way: advances a state from sample to sample and gives back what to record. */
final class Run {

    /** Steps in a sample. */
    static final int SAMPLE_STEPS = (int) Trajectory.SAMPLE.toSeconds();

    private final Model model;
    private final Timetable timetable;
    private final Parameters parameters;
    private final Flows flows;
    private final double[] sums;
    private final int nodes;
    private final int edges;

    private ModelState now;
    private ModelState next;
    private long step;

    /** Until which step (exclusive) the parameters hold, and before which something strikes. */
    private long parametersHold = Long.MIN_VALUE;

    private long nextStrike = Long.MIN_VALUE;

    /** Goes on from a state, which is copied. */
    Run(Model model, Timetable timetable, ModelState state, long step) {
        this.model = model;
        this.timetable = timetable;
        this.nodes = model.topology.nodeCount();
        this.edges = model.topology.edgeCount();
        this.parameters = new Parameters(model.topology);
        this.flows = new Flows(nodes, edges);
        this.sums = new double[frameSize(nodes, edges)];
        this.now = state.copy();
        this.next = state.copy();
        this.step = step;
    }

    /** Starts before the origin, where nothing is disturbed. */
    static Run warmingUp(Model model, Timetable undisturbed) {
        var parameters = new Parameters(model.topology);
        parameters.settle();
        return new Run(model, undisturbed, ModelState.fresh(parameters), -Model.WARM_UP);
    }

    static int frameSize(int nodes, int edges) {
        return nodes * NodeColumn.COUNT + edges * EdgeColumn.COUNT;
    }

    /** The step that comes next, seconds after the origin. */
    long step() {
        return step;
    }

    /** A copy of where the system stands. */
    ModelState state() {
        return now.copy();
    }

    /** Advances by a sample and gives its frame: {@link NodeColumn} by node, then {@link EdgeColumn} by edge. */
    float[] sample() {
        Arrays.fill(sums, 0);
        for (var i = 0; i < SAMPLE_STEPS; i++) {
            advance();
            add();
        }
        return frame();
    }

    void advance() {
        if (step >= parametersHold) {
            parametersHold = timetable.set(parameters, step);
        }
        if (step >= nextStrike) {
            for (var impulse : timetable.strikesBefore(step)) {
                model.strike(now, impulse, step);
            }
            nextStrike = timetable.nextStrike(step + 1);
        }
        model.advance(now, next, step, parameters, flows);
        var before = now;
        now = next;
        next = before;
        step++;
    }

    private void add() {
        var at = 0;
        for (var column : flows.nodeColumns) {
            add(column, at);
            at += nodes;
        }
        for (var column : flows.edgeColumns) {
            add(column, at);
            at += edges;
        }
    }

    private void add(double[] column, int at) {
        for (var i = 0; i < column.length; i++) {
            sums[at + i] += column[i];
        }
    }

    private float[] frame() {
        var frame = new float[sums.length];
        for (var i = 0; i < sums.length; i++) {
            frame[i] = (float) (sums[i] / SAMPLE_STEPS);
        }
        for (var n = 0; n < nodes; n++) {
            var served = sums[NodeColumn.SERVED.place() * nodes + n];
            var mean = sums[NodeColumn.ANSWER_MEAN.place() * nodes + n];
            var square = sums[NodeColumn.ANSWER_DEVIATION.place() * nodes + n];
            if (served > 0) {
                mean /= served;
                square = Math.sqrt(Math.max(0, square / served - mean * mean));
            }
            frame[NodeColumn.ANSWER_MEAN.place() * nodes + n] = (float) mean;
            frame[NodeColumn.ANSWER_DEVIATION.place() * nodes + n] = (float) square;
        }
        return frame;
    }
}
