package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The sentence vectors of the phrasings in outline: their coordinates along the {@link Axes}, so that a text can be compared roughly with
 * thousands of them in a fraction of a millisecond. A byte holds a coordinate, and all phrasings' first ones lie together, then all second
 * ones: in this order a processor takes many at once. Immutable.
 */
final class Outlines {
    private final Axes axes;
    private final byte[] coordinates;

    /** What a coordinate of one stands for, along each axis. */
    private final float[] units;

    private Outlines(Axes axes, byte[] coordinates, float[] units) {
        this.axes = axes;
        this.coordinates = coordinates;
        this.units = units;
    }

    static Outlines of(List<float[]> vectors) {
        var axes = Axes.of(vectors);
        var drawn = vectors.stream().map(axes::along).toList();
        var units = new float[Axes.COUNT];
        for (var along : drawn) {
            for (var axis = 0; axis < units.length; axis++) {
                units[axis] = Math.max(units[axis], Math.abs(along[axis]) / Byte.MAX_VALUE);
            }
        }
        var coordinates = new byte[Axes.COUNT * drawn.size()];
        for (var axis = 0; axis < units.length; axis++) {
            for (var i = 0; i < drawn.size() && units[axis] > 0; i++) {
                coordinates[axis * drawn.size() + i] = (byte) Math.round(drawn.get(i)[axis] / units[axis]);
            }
        }
        return new Outlines(axes, coordinates, units);
    }

    /** Adds to each phrasing's sum how like its outline is to that of {@code vector}, times {@code factor}. */
    void add(float[] sums, float[] vector, float factor) {
        var along = axes.along(vector);
        for (var axis = 0; axis < units.length; axis++) {
            addColumn(sums, coordinates, axis * sums.length, factor * along[axis] * units[axis]);
        }
    }

    private static void addColumn(float[] sums, byte[] column, int from, float factor) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += factor * column[from + i];
        }
    }

    void write(DataOutputStream out) throws IOException {
        axes.write(out);
        out.write(coordinates);
        Floats.write(units, out);
    }

    /** @param size how many phrasings there are */
    static Outlines read(int size, ByteBuffer in) {
        var axes = Axes.read(in);
        var coordinates = new byte[Axes.COUNT * size];
        in.get(coordinates);
        return new Outlines(axes, coordinates, Floats.read(Axes.COUNT, in));
    }
}
