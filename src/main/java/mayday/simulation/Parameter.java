package mayday.simulation;

/**
 * One kind of number about a system that effects can change, for all of its nodes or edges. Most stay as the author wrote them most of the
 * time, so only what effects have changed is set back and brought into its range.
 */
final class Parameter {

    /** As they are now. Only what {@link #adjusted} gives may be written to. */
    final double[] values;

    private final double[] ordinary;
    private final Bounds bounds;

    /** Whether effects have been applied since they were last set back, and whether anything has happened since they were last settled. */
    private boolean changed;

    private boolean unsettled;

    /** @param ordinary as the system's author wrote them, in their range; not written to */
    Parameter(double[] ordinary, Bounds bounds) {
        this.ordinary = ordinary;
        this.bounds = bounds;
        values = ordinary.clone();
    }

    /** Back to what the system's author wrote. */
    void reset() {
        if (changed) {
            System.arraycopy(ordinary, 0, values, 0, values.length);
            changed = false;
            unsettled = true;
        }
    }

    /** The values, for an effect to change. */
    double[] adjusted() {
        changed = true;
        unsettled = true;
        return values;
    }

    /** Brings what effects made of them back into the range that makes sense; whether they may be others than when this was last done. */
    boolean settle() {
        var settled = unsettled;
        if (changed) {
            bounds.keep(values);
        }
        unsettled = false;
        return settled;
    }
}
