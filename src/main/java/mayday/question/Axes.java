package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The directions in which sentence vectors reach farthest, at right angles to each other: along so few, two vectors are about as like as
 * they are. The eigenvectors of their second moments with the largest eigenvalues, by orthogonal iteration (Golub and Van Loan, Matrix
 * Computations, 4th edition, 8.2.4). The same vectors give the same axes. Immutable.
 */
final class Axes {
    static final int COUNT = 64;

    private static final int DIMENSIONS = SentenceEncoder.DIMENSIONS;

    /** From here on the axes hardly turn any more. */
    private static final int ROUNDS = 24;

    /** What is left of a vector by rounding alone, as a share of its length. */
    private static final float ROUNDING = 1e-4f;

    /** One vector of so many says enough of all. */
    private static final int EVERY = 4;

    /** One axis after the other, each of length 1. */
    private final float[] directions;

    private Axes(float[] directions) {
        this.directions = directions;
    }

    static Axes of(List<float[]> vectors) {
        var moments = moments(vectors);
        var axes = new float[COUNT * DIMENSIONS];
        for (var axis = 0; axis < COUNT; axis++) {
            axes[axis * DIMENSIONS + axis] = 1;
        }
        for (var round = 0; round < ROUNDS; round++) {
            var turned = new float[axes.length];
            for (var axis = 0; axis < COUNT; axis++) {
                for (var d = 0; d < DIMENSIONS; d++) {
                    add(turned, axis * DIMENSIONS, moments, d * DIMENSIONS, axes[axis * DIMENSIONS + d]);
                }
                straighten(turned, axis);
            }
            axes = turned;
        }
        return new Axes(axes);
    }

    /** The sum of the products of every two coordinates. */
    private static float[] moments(List<float[]> vectors) {
        var moments = new float[DIMENSIONS * DIMENSIONS];
        for (var i = 0; i < vectors.size(); i += EVERY) {
            var vector = vectors.get(i);
            for (var d = 0; d < DIMENSIONS; d++) {
                add(moments, d * DIMENSIONS, vector, 0, vector[d]);
            }
        }
        return moments;
    }

    /** Adds a row times a factor to another. */
    private static void add(float[] sums, int at, float[] row, int from, float factor) {
        for (var d = 0; d < DIMENSIONS; d++) {
            sums[at + d] += factor * row[from + d];
        }
    }

    /** Puts an axis at right angles to those before it, and makes it one long; one that lies among them, but for rounding, becomes nothing. */
    private static void straighten(float[] axes, int axis) {
        var at = axis * DIMENSIONS;
        var whole = length(axes, at);
        // Once more takes away what rounding left of them the first time.
        for (var time = 0; time < 2; time++) {
            for (var before = 0; before < at; before += DIMENSIONS) {
                add(axes, at, axes, before, -product(axes, at, axes, before));
            }
        }
        var length = length(axes, at);
        var isNothing = length <= whole * ROUNDING;
        for (var d = 0; d < DIMENSIONS; d++) {
            axes[at + d] = isNothing ? 0 : axes[at + d] / length;
        }
    }

    private static float length(float[] axes, int at) {
        return (float) Math.sqrt(product(axes, at, axes, at));
    }

    private static float product(float[] some, int at, float[] others, int from) {
        var product = 0f;
        for (var d = 0; d < DIMENSIONS; d++) {
            product += some[at + d] * others[from + d];
        }
        return product;
    }

    /** The coordinates of a vector along each axis. */
    float[] along(float[] vector) {
        var along = new float[COUNT];
        for (var axis = 0; axis < COUNT; axis++) {
            along[axis] = product(directions, axis * DIMENSIONS, vector, 0);
        }
        return along;
    }

    void write(DataOutputStream out) throws IOException {
        Floats.write(directions, out);
    }

    static Axes read(ByteBuffer in) {
        return new Axes(Floats.read(COUNT * DIMENSIONS, in));
    }
}
