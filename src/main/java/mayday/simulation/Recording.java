package mayday.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a history so far, in chunks that histories with the same beginning share.
 *
 * <p>Frames of the chunk being filled are kept whole; of a full {@link Chunk} only what changed is kept for each sample. Each chunk
 * remembers the state that it began with, so that another history can go on from there.
 */
final class Recording {

    /** Samples in a chunk; at most so many are computed again when a history branches off before its end. */
    static final int CHUNK_SAMPLES = 30;

    static final int CHUNK_STEPS = CHUNK_SAMPLES * Run.SAMPLE_STEPS;

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
            chunks.add(Chunk.of(before, frames));
            before = after.state();
            frames.clear();
        }
    }

    /** Whether it ends with a whole chunk. */
    boolean isWhole() {
        return frames.isEmpty();
    }

    /** Whether another one, recorded at least a chunk longer, stood where this one ends as this one does. */
    boolean goesOnAs(Recording other) {
        var next = chunks.size();
        return next < other.chunks.size()
                && before.standsAs(other.chunks.get(next).before());
    }

    /** Adds the next chunk of another one, in which the same happens. */
    void takeOver(Recording other) {
        var next = chunks.size();
        chunks.add(other.chunks.get(next));
        before = next + 1 < other.chunks.size() ? other.chunks.get(next + 1).before() : other.before;
    }

    /** A number of a sample that is recorded. */
    float value(int sample, int column) {
        if (sample == 0) {
            return in(first, column);
        }
        var chunk = (sample - 1) / CHUNK_SAMPLES;
        var row = (sample - 1) % CHUNK_SAMPLES;
        return chunk == chunks.size()
                ? in(frames.get(row), column)
                : chunks.get(chunk).value(row, column);
    }

    /** Whether a sample tells outliers apart: whether it has more columns than usual. */
    boolean hasMoreThan(int columns, int sample) {
        if (sample == 0) {
            return first.length > columns;
        }
        var chunk = (sample - 1) / CHUNK_SAMPLES;
        return chunk == chunks.size()
                ? frames.get((sample - 1) % CHUNK_SAMPLES).length > columns
                : chunks.get(chunk).columns() > columns;
    }

    /** The part of it before a step that can be taken over as it is, cut where a chunk begins. */
    Recording before(long step) {
        var whole = (int) Math.min(chunks.size(), step / CHUNK_STEPS);
        var start = whole == chunks.size() ? before : chunks.get(whole).before();
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
    static float in(float[] frame, int column) {
        return column < frame.length ? frame[column] : 0;
    }
}
