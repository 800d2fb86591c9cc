package mayday.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of a history so far, in chunks that histories with the same beginning share.
 *
 * <p>Frames of the chunk being filled are kept whole; a full chunk is turned into columns, of which those that never changed take one
 * number. Each chunk remembers the state that it began with, so that another history can go on from there.
 */
final class Recording {

    /** Samples in a chunk; at most so many are computed again when a history branches off before its end. */
    static final int CHUNK_SAMPLES = 30;

    private static final int CHUNK_STEPS = CHUNK_SAMPLES * Run.SAMPLE_STEPS;

    /** A column that is zero all the time, as most are; never changed. */
    private static final float[] NOTHING = {0};

    /** Full, immutable, shared. */
    private static final class Chunk {
        private final ModelState before;
        private final float[][] columns;

        Chunk(ModelState before, float[][] columns) {
            this.before = before;
            this.columns = columns;
        }
    }

    /** The sample at the origin: the end of the warm-up. */
    private final float[] first;

    private final List<Chunk> chunks;

    /** Of the chunk being filled: the state it began with, and its frames, each immutable and shared. */
    private ModelState before;

    private final List<float[]> frames;

    private Recording(float[] first, List<Chunk> chunks, ModelState before, List<float[]> frames) {
        this.first = first;
        this.chunks = new ArrayList<>(chunks);
        this.before = before;
        this.frames = new ArrayList<>(frames);
    }

    /** A history that has only its sample at the origin. */
    static Recording beginning(float[] first, ModelState origin) {
        return new Recording(first, List.of(), origin, List.of());
    }

    /** The number of the last sample; the one at the origin is 0. */
    int last() {
        return chunks.size() * CHUNK_SAMPLES + frames.size();
    }

    /** Adds a sample; {@code after} is the state when it ended. */
    void add(float[] frame, Run after) {
        frames.add(frame);
        if (frames.size() == CHUNK_SAMPLES) {
            chunks.add(new Chunk(before, columns(frames)));
            before = after.state();
            frames.clear();
        }
    }

    /** A number of a sample that is recorded. */
    float value(int sample, int column) {
        if (sample == 0) {
            return in(first, column);
        }
        var chunk = (sample - 1) / CHUNK_SAMPLES;
        var row = (sample - 1) % CHUNK_SAMPLES;
        if (chunk == chunks.size()) {
            return in(frames.get(row), column);
        }
        var columns = chunks.get(chunk).columns;
        var values = column < columns.length ? columns[column] : NOTHING;
        return values.length == 1 ? values[0] : values[row];
    }

    /** Whether a sample tells outliers apart: whether it has more columns than usual. */
    boolean hasMoreThan(int columns, int sample) {
        if (sample == 0) {
            return first.length > columns;
        }
        var chunk = (sample - 1) / CHUNK_SAMPLES;
        return chunk == chunks.size()
                ? frames.get((sample - 1) % CHUNK_SAMPLES).length > columns
                : chunks.get(chunk).columns.length > columns;
    }

    /** The part of it before a step that can be taken over as it is, cut where a chunk begins. */
    Recording before(long step) {
        var whole = (int) Math.min(chunks.size(), step / CHUNK_STEPS);
        var start = whole == chunks.size() ? before : chunks.get(whole).before;
        return new Recording(first, chunks.subList(0, whole), start, List.of());
    }

    /** The same, to be continued on its own. */
    Recording copy() {
        return new Recording(first, chunks, before, frames);
    }

    /** The state to go on from after {@link #before(long)}. */
    ModelState state() {
        return before;
    }

    /** Frames without outliers are shorter. */
    private static float in(float[] frame, int column) {
        return column < frame.length ? frame[column] : 0;
    }

    private static float[][] columns(List<float[]> frames) {
        var length = frames.stream().mapToInt(frame -> frame.length).max().orElse(0);
        var start = Arrays.copyOf(frames.getFirst(), length);
        var changes = new boolean[length];
        for (var frame : frames) {
            for (var column = 0; column < frame.length; column++) {
                changes[column] |= Float.floatToRawIntBits(frame[column]) != Float.floatToRawIntBits(start[column]);
            }
            for (var column = frame.length; column < length; column++) {
                changes[column] |= start[column] != 0;
            }
        }
        var columns = new float[length][];
        for (var column = 0; column < length; column++) {
            columns[column] = changes[column]
                    ? column(frames, column)
                    : Float.floatToRawIntBits(start[column]) == 0 ? NOTHING : new float[] {start[column]};
        }
        return columns;
    }

    private static float[] column(List<float[]> frames, int column) {
        var values = new float[frames.size()];
        for (var row = 0; row < values.length; row++) {
            values[row] = in(frames.get(row), column);
        }
        return values;
    }
}
