package mayday.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Some samples in a row, full, immutable and shared. Of most columns all samples have the same number, which is kept once, and many
 * columns that change have the same numbers as another one, with which they share a place.
 *
 * <p>Neither its numbers nor the state that it begins with need be held: they follow from a state before, and can be computed again.
 */
final class Chunk {
    private static final float[] NO_NUMBERS = {};
    private static final int[] NO_PLACES = {};
    private static final ModelState NO_STATE = new ModelState(0, 0, 0);

    /** Nothing of it is held. */
    static final Chunk UNKNOWN = new Chunk(NO_STATE, NO_NUMBERS, NO_PLACES, NO_NUMBERS, 0);

    private final ModelState before;

    /** By column: the number of all samples where it does not change, otherwise 0. */
    private final float[] constant;

    /** By column: its place among those that change, or {@link Topology#NONE}. */
    private final int[] places;

    /** By place and sample: who reads a signal over time finds its numbers side by side. */
    private final float[] changing;

    /** None, if the numbers are not held. */
    private final int rows;

    private Chunk(ModelState before, float[] constant, int[] places, float[] changing, int rows) {
        this.before = before;
        this.constant = constant;
        this.places = places;
        this.changing = changing;
        this.rows = rows;
    }

    /** Samples without outliers are shorter than those with them. No number in them is a negative zero. */
    static Chunk of(ModelState before, List<float[]> samples) {
        var length = 0;
        for (var sample : samples) {
            length = Math.max(length, sample.length);
        }
        var constant = Arrays.copyOf(samples.getFirst(), length);
        var changing = changing(changes(constant, samples));
        var columns = Columns.of(samples, changing);
        var places = new int[length];
        Arrays.fill(places, Topology.NONE);
        for (var i = 0; i < changing.length; i++) {
            places[changing[i]] = columns.place(i);
            constant[changing[i]] = 0;
        }
        return new Chunk(before, constant, places, columns.numbers(), samples.size());
    }

    /** By column: how far the samples are from the first one, all together; nothing, if they are equal. */
    private static float[] changes(float[] start, List<float[]> samples) {
        var changes = new float[start.length];
        for (var sample : samples) {
            for (var column = 0; column < sample.length; column++) {
                changes[column] += Math.abs(sample[column] - start[column]);
            }
            for (var column = sample.length; column < start.length; column++) {
                changes[column] += Math.abs(start[column]);
            }
        }
        return changes;
    }

    /** The columns that change. */
    private static int[] changing(float[] changes) {
        var columns = new int[changes.length];
        var count = 0;
        for (var column = 0; column < changes.length; column++) {
            if (changes[column] != 0) {
                columns[count++] = column;
            }
        }
        return Arrays.copyOf(columns, count);
    }

    /** The same, which holds once what {@code earlier} holds, too. */
    Chunk sharing(Chunk earlier) {
        return new Chunk(
                before,
                Arrays.equals(constant, earlier.constant) ? earlier.constant : constant,
                Arrays.equals(places, earlier.places) ? earlier.places : places,
                changing,
                rows);
    }

    /** The same, without its numbers. */
    Chunk withoutNumbers() {
        return new Chunk(before, NO_NUMBERS, NO_PLACES, NO_NUMBERS, 0);
    }

    /** Whether the state that it began with is held. */
    boolean hasState() {
        return before != NO_STATE;
    }

    boolean hasNumbers() {
        return rows > 0;
    }

    /** About how many bytes its numbers take, if nobody shares them. */
    int bytes() {
        return Float.BYTES * (constant.length + places.length + changing.length);
    }

    /** The state that it began with, which is held. */
    ModelState before() {
        return before;
    }

    /** One of its samples, whose numbers are held. */
    Sampled sampled(int row) {
        return new Sampled(constant, places, changing, rows, row);
    }
}
