package mayday.simulation;

/** A model under way: advances a state from sample to sample and gives back what to record. */
final class Run {

    /** Steps in a sample. */
    static final int SAMPLE_STEPS = (int) Trajectory.SAMPLE.toSeconds();

    private final Model model;
    private final Timetable timetable;
    private final Parameters parameters;
    private final Flows flows;
    private final Tally tally;

    private ModelState now;
    private ModelState next;
    private long step;

    /** Until which step (exclusive) the parameters hold, and before which something strikes. */
    private long parametersHold = Long.MIN_VALUE;

    private long nextStrike = Long.MIN_VALUE;

    /** The next step with which parameters change. */
    private long nextChange = Long.MIN_VALUE;

    /** Goes on from a state, which is copied. */
    Run(Model model, Timetable timetable, ModelState state, long step) {
        this.model = model;
        this.timetable = timetable;
        this.parameters = new Parameters(model.topology);
        this.flows = new Flows(model.topology.nodeCount(), model.topology.edgeCount());
        this.tally = new Tally(model.topology.nodeCount(), model.topology.edgeCount());
        this.now = state.copy();
        this.next = state.copy();
        this.step = step;
    }

    /** Starts before the origin, where nothing is disturbed. */
    static Run warmingUp(Model model, Timetable undisturbed) {
        var parameters = new Parameters(model.topology);
        return new Run(model, undisturbed, ModelState.fresh(parameters), -Model.WARM_UP);
    }

    /** The step that comes next, seconds after the origin. */
    long step() {
        return step;
    }

    /** A copy of where the system stands. */
    ModelState state() {
        return now.copy();
    }

    /** Advances by a sample and gives its frame. */
    float[] sample() {
        var end = step + SAMPLE_STEPS;
        var still = isStill(end);
        tally.clear();
        set();
        if (model.rests && still && now.rest.holds() && !model.changesWithin(step, end, parameters)) {
            return pass();
        }
        for (var i = 0; i < SAMPLE_STEPS; i++) {
            advance();
        }
        now.rest = still && step > 0 ? Calm.found(next, now, parameters.groups()) : AtRest.NOT;
        return frame(SAMPLE_STEPS);
    }

    /** One step for the whole sample. */
    private float[] pass() {
        model.pass(now, next, step, parameters, flows, tally);
        swap();
        step += SAMPLE_STEPS;
        now.rest = Calm.lasts(next, now, parameters.groups());
        return frame(1);
    }

    private float[] frame(int steps) {
        model.note(now, parameters, flows, tally);
        return tally.frame(steps);
    }

    /** Whether the schedule changes nothing from here to {@code end}. */
    private boolean isStill(long end) {
        if (step > nextChange) {
            nextChange = timetable.nextChange(step);
        }
        if (step >= nextStrike) {
            nextStrike = timetable.nextStrike(step);
        }
        return nextChange >= end && nextStrike >= end;
    }

    private void advance() {
        set();
        if (step >= nextStrike) {
            for (var impulse : timetable.strikesBefore(step)) {
                model.strike(now, impulse, step);
            }
            nextStrike = timetable.nextStrike(step + 1);
        }
        model.advance(now, next, step, parameters, flows, tally);
        swap();
        step++;
    }

    private void set() {
        if (step >= parametersHold) {
            parametersHold = timetable.set(parameters, step);
            model.prepare(now, next, parameters, flows);
        }
    }

    private void swap() {
        var before = now;
        now = next;
        next = before;
    }
}
