package mayday.simulation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some nodes or indices, in their order: those for which an optional part of the model is switched on. */
final class Selection {
    private final int[] found;
    private int[] indices = {};

    Selection(int most) {
        found = new int[most];
    }

    /** Holds from now on those for which it is so. */
    void select(IntPredicate isSo) {
        var count = 0;
        for (var i = 0; i < found.length; i++) {
            if (isSo.test(i)) {
                found[count++] = i;
            }
        }
        if (count != indices.length || !Arrays.equals(found, 0, count, indices, 0, count)) {
            indices = Arrays.copyOf(found, count);
        }
    }

    /** Not to be changed. */
    int[] indices() {
        return indices;
    }
}
