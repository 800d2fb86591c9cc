package mayday.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Some samples in a row, full, immutable and shared. Of most columns all samples have the same number, which is kept once.
 */
final class Chunk {
    private final ModelState before;

    /** By column: the number of the first sample. */
    private final float[] start;

    /** By column: its place among those that change, or {@link Topology#NONE}. */
    private final int[] places;

    /** By place and sample: who reads a signal over time finds its numbers side by side. */
    private final float[] changing;

    private final int rows;

    private Chunk(ModelState before, float[] start, int[] places, float[] changing, int rows) {
        this.before = before;
        this.start = start;
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
        var start = Arrays.copyOf(samples.getFirst(), length);
        var places = new int[length];
        var width = place(places, changes(start, samples));
        var rows = samples.size();
        var changing = new float[rows * width];
        for (var column = 0; column < length; column++) {
            if (places[column] != Topology.NONE) {
                for (var row = 0; row < rows; row++) {
                    changing[places[column] * rows + row] = Recording.in(samples.get(row), column);
                }
            }
        }
        return new Chunk(before, start, places, changing, rows);
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

    /** Gives places to those that change; says how many. */
    private static int place(int[] places, float[] changes) {
        var width = 0;
        for (var column = 0; column < places.length; column++) {
            places[column] = changes[column] == 0 ? Topology.NONE : width++;
        }
        return width;
    }

    /** The state that it began with. */
    ModelState before() {
        return before;
    }

    int columns() {
        return start.length;
    }

    float value(int row, int column) {
        if (column >= places.length) {
            return 0;
        }
        var place = places[column];
        return place == Topology.NONE ? start[column] : changing[place * rows + row];
    }
}
