package mayday.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Some samples in a row, full, immutable and shared. Of most columns all samples have the same number, which is kept once.
 */
final class Chunk {
    /** So many columns that do not change are kept with those that do rather than left out. */
    private static final int GAP = 8;

    private final ModelState before;

    /** By column: the number of the first sample. */
    private final float[] start;

    /** By column: its place among those that change, or {@link Topology#NONE}. */
    private final int[] places;

    /** By sample and place. */
    private final float[] changing;

    private final int width;

    private Chunk(ModelState before, float[] start, int[] places, float[] changing, int width) {
        this.before = before;
        this.start = start;
        this.places = places;
        this.changing = changing;
        this.width = width;
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
        var runs = runs(places);
        var changing = new float[samples.size() * width];
        for (var row = 0; row < samples.size(); row++) {
            var sample = samples.get(row);
            pick(sample.length < length ? Arrays.copyOf(sample, length) : sample, runs, changing, row * width);
        }
        return new Chunk(before, start, places, changing, width);
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

    /** Gives places to those that change, and to the few between them, so that they are copied in one go; says how many. */
    private static int place(int[] places, float[] changes) {
        Arrays.fill(places, Topology.NONE);
        var width = 0;
        var end = 0;
        for (var column = 0; column < places.length; column++) {
            if (changes[column] != 0) {
                for (var each = column - end > GAP ? column : end; each <= column; each++) {
                    places[each] = width++;
                }
                end = column + 1;
            }
        }
        return width;
    }

    /** First column and length of each run of columns with places, one after the other. */
    private static int[] runs(int[] places) {
        var runs = new int[places.length + 2];
        var count = 0;
        for (var column = 0; column < places.length; column++) {
            if (places[column] != Topology.NONE) {
                if (column == 0 || places[column - 1] == Topology.NONE) {
                    runs[count++] = column;
                    runs[count++] = 0;
                }
                runs[count - 1]++;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    private static void pick(float[] sample, int[] runs, float[] to, int at) {
        var place = at;
        for (var run = 0; run < runs.length; run += 2) {
            System.arraycopy(sample, runs[run], to, place, runs[run + 1]);
            place += runs[run + 1];
        }
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
        return place == Topology.NONE ? start[column] : changing[row * width + place];
    }
}
