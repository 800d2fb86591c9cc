package mayday.simulation;

import java.util.Arrays;
import java.util.List;

/** Columns of samples side by side, each once: columns with the same numbers have the same place. */
final class Columns {
    /** Columns are compared whole if these samples of them are the same. */
    private static final int STEP = 6;

    private final int rows;

    /** By column that was given: its place. */
    private final int[] places;

    /** By place and row. */
    private final float[] numbers;

    private Columns(int rows, int[] places, float[] numbers) {
        this.rows = rows;
        this.places = places;
        this.numbers = numbers;
    }

    /** Some columns of samples. */
    static Columns of(List<float[]> samples, int[] columns) {
        var rows = samples.size();
        var numbers = new float[columns.length * rows];
        for (var row = 0; row < rows; row++) {
            var sample = samples.get(row);
            for (var i = 0; i < columns.length; i++) {
                numbers[i * rows + row] = Recording.in(sample, columns[i]);
            }
        }
        var all = new Columns(rows, new int[columns.length], numbers);
        var count = all.place();
        return new Columns(rows, all.places, Arrays.copyOf(numbers, count * rows));
    }

    /** Gives places, and moves each column to its own; says how many there are. */
    private int place() {
        // By what a column hashes to, and from there on: a place and one, or nothing.
        var table = new int[Integer.highestOneBit(Math.max(1, places.length)) << 2];
        var count = 0;
        for (var i = 0; i < places.length; i++) {
            System.arraycopy(numbers, i * rows, numbers, count * rows, rows);
            var slot = hash(count) & (table.length - 1);
            while (table[slot] != 0 && !areSame(table[slot] - 1, count)) {
                slot = (slot + 1) & (table.length - 1);
            }
            if (table[slot] == 0) {
                table[slot] = ++count;
            }
            places[i] = table[slot] - 1;
        }
        return count;
    }

    private int hash(int place) {
        var hash = 1;
        for (var i = place * rows; i < (place + 1) * rows; i += STEP) {
            hash = 31 * hash + Float.floatToRawIntBits(numbers[i]);
        }
        // Numbers that are near to each other differ in a few bits only.
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    private boolean areSame(int one, int other) {
        return Arrays.equals(numbers, one * rows, (one + 1) * rows, numbers, other * rows, (other + 1) * rows);
    }

    /** The place of a column, as they were given. */
    int place(int column) {
        return places[column];
    }

    float[] numbers() {
        return numbers;
    }
}
