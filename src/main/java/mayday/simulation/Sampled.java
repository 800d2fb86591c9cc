package mayday.simulation;

/** One sample of a recording, looked up once for all the numbers that are read of it. */
final class Sampled {
    private static final int[] NO_PLACES = {};
    private static final float[] NO_CHANGES = {};

    /** By column: the number where it has no place among those that change. */
    private final float[] still;

    private final int[] places;
    private final float[] changing;
    private final int rows;
    private final int row;

    /** A row of a chunk; its arrays are not written to. */
    Sampled(float[] still, int[] places, float[] changing, int rows, int row) {
        this.still = still;
        this.places = places;
        this.changing = changing;
        this.rows = rows;
        this.row = row;
    }

    static Sampled of(float[] frame) {
        return new Sampled(frame, NO_PLACES, NO_CHANGES, 0, 0);
    }

    /** What it does not have is 0: samples without outliers are shorter. */
    float value(int column) {
        if (column >= still.length) {
            return 0;
        }
        var place = column < places.length ? places[column] : Topology.NONE;
        return place == Topology.NONE ? still[column] : changing[place * rows + row];
    }

    /** Whether it tells outliers apart: whether it has more columns than usual. */
    boolean hasMoreThan(int columns) {
        return still.length > columns;
    }
}
