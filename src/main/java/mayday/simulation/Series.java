package mayday.simulation;

import java.time.Duration;
import java.time.Instant;

/** A signal over time: one value each {@link #step}, the first at {@link #start}; at least one value. Immutable. */
public final class Series {
    private final Instant start;
    private final Duration step;
    private final double[] values;

    /** Takes the array over: the caller no longer changes it. */
    Series(Instant start, Duration step, double[] values) {
        this.start = start;
        this.step = step;
        this.values = values;
    }

    public Instant start() {
        return start;
    }

    public Duration step() {
        return step;
    }

    public int size() {
        return values.length;
    }

    /** In the signal's unit. */
    public double value(int index) {
        return values[index];
    }

    public Instant timeOf(int index) {
        return start.plusNanos(step.toNanos() * index);
    }

    public double last() {
        return values[values.length - 1];
    }

    public double highest() {
        var highest = Double.NEGATIVE_INFINITY;
        for (var value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    public double mean() {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
