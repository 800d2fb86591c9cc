package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;

/**
 * Values at equal distances in time, at least one; a value is the mean over the step that ends at its instant. What is
 * not a number counts as zero: a service without requests has no latency, and nothing to complain of.
 */
final class Samples {
    private final Instant start;
    private final Duration step;

    /** Perhaps of more than these samples: they begin at {@link #first}. */
    private final double[] values;

    private final int first;
    private final int size;

    private Samples(Instant start, Duration step, double[] values, int first, int size) {
        this.start = start;
        this.step = step;
        this.values = values;
        this.first = first;
        this.size = size;
    }

    static Samples of(Instant start, Duration step, double... values) {
        if (values.length == 0 || step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException(values.length + " values, one each " + step);
        }
        return owning(start, step, values.clone());
    }

    /** The same, without a copy: nobody else writes into {@code values} any more. */
    static Samples owning(Instant start, Duration step, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(values[i]);
        }
        return new Samples(start, step, values, 0, values.length);
    }

    /**
     * Some of the samples that somebody keeps, without a copy: nobody writes there any more.
     *
     * @param values all {@linkplain #finite finite}
     */
    static Samples among(double[] values, int first, int size, Instant start, Duration step) {
        return new Samples(start, step, values, first, size);
    }

    /** A value, or zero for what is no number. */
    static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    int size() {
        return size;
    }

    double value(int index) {
        return values[first + Objects.checkIndex(index, size)];
    }

    Instant timeOf(int index) {
        return start.plusNanos(step.toNanos() * index);
    }

    Duration step() {
        return step;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return timeOf(size - 1);
    }

    /** How many whole steps fit into {@code length}; a division of durations themselves goes by way of decimals, a hundred times slower. */
    long steps(Duration length) {
        return length.toNanos() / step.toNanos();
    }

    /** Length of a step in seconds: a rate times it is a number. */
    double stepSeconds() {
        return step.toMillis() / 1000.0;
    }

    double mean() {
        return mean(0, size);
    }

    double highest() {
        return Arrays.stream(values, first, first + size).max().orElseThrow();
    }

    double sum() {
        return sum(0, size);
    }

    private double sum(int from, int until) {
        double sum = 0;
        for (int i = first + from; i < first + until; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The middle value, which a few outliers do not move. */
    double median() {
        var sorted = Arrays.copyOfRange(values, first, first + size);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The mean of the values from {@code start} on, at most {@code count} of them. */
    double mean(int start, int count) {
        int from = Math.clamp(start, 0, size - 1);
        int until = Math.clamp((long) from + count, from + 1, size);
        return sum(from, until) / (until - from);
    }

    /** The mean of the last {@code length}; at least of the last value. */
    double lately(Duration length) {
        int count = Math.clamp(steps(length), 1, size);
        return mean(size - count, count);
    }

    /** The first index at or after {@code at}; the last one if there is none. */
    int indexOf(Instant at) {
        if (!at.isAfter(start)) {
            return 0;
        }
        var offset = Duration.between(start, at);
        long index = steps(offset);
        return Math.clamp(step.toNanos() * index == offset.toNanos() ? index : index + 1, 0, size - 1);
    }

    /** Those from {@code from} on; at least the last one. */
    Samples since(Instant from) {
        int index = indexOf(from);
        return new Samples(timeOf(index), step, values, first + index, size - index);
    }

    Samples map(DoubleUnaryOperator each) {
        var mapped = new double[size];
        for (int i = 0; i < size; i++) {
            mapped[i] = each.applyAsDouble(values[first + i]);
        }
        return owning(start, step, mapped);
    }

    /** Each value changed by what holds at its instant. */
    Samples mapAt(ToDoubleBiFunction<Instant, Double> each) {
        var mapped = new double[size];
        for (int i = 0; i < size; i++) {
            mapped[i] = each.applyAsDouble(timeOf(i), values[first + i]);
        }
        return owning(start, step, mapped);
    }

    /**
     * Value by value with another series of the same instants; where their lengths differ, as far as the shorter goes.
     */
    Samples with(Samples other, DoubleBinaryOperator both) {
        var combined = new double[Math.min(size, other.size)];
        for (int i = 0; i < combined.length; i++) {
            combined[i] = both.applyAsDouble(values[first + i], other.values[other.first + i]);
        }
        return owning(start, step, combined);
    }
}
