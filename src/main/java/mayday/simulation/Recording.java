package mayday.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a history so far, in chunks that histories with the same beginning share.
 *
 * <p>Frames of the chunk being filled are kept whole; of a full {@link Chunk} only what changed is kept for each sample. Each chunk
 * remembers the state that it began with, so that another history can go on from there, and its numbers can be computed again when they are
 * not held.
 */
final class Recording {

    /** Samples in a chunk; at most so many are computed again when a history branches off before its end. */
    static final int CHUNK_SAMPLES = 30;

    /** Of a recording without numbers, every so many chunks a state is held: at most so many are computed again to have one. */
    private static final int CHUNKS_BETWEEN_STATES = 6;

    static final int CHUNK_STEPS = CHUNK_SAMPLES * Run.SAMPLE_STEPS;

    /** The sample at the origin: the end of the warm-up. */
    private final float[] first;

    private final List<Chunk> chunks;

    /** Of the chunk being filled: the state it began with, and its frames, each immutable and shared. */
    private ModelState before;

    private final List<float[]> frames;

    /** About how many bytes the numbers that it holds take, if nobody shares them. */
    private long bytes = 0;

    private Recording(float[] first, List<Chunk> chunks, ModelState before, List<float[]> frames) {
        this.first = first;
        this.chunks = new ArrayList<>(chunks);
        this.before = before;
        this.frames = new ArrayList<>(frames);
        chunks.forEach(chunk -> bytes += chunk.bytes());
        frames.forEach(frame -> bytes += bytes(frame));
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
        bytes += bytes(frame);
        if (frames.size() == CHUNK_SAMPLES) {
            frames.forEach(each -> bytes -= bytes(each));
            var full = Chunk.of(before, frames);
            frames.clear();
            chunks.add(Chunk.UNKNOWN);
            hold(chunks.size() - 1, full);
            before = after.state().sharing(before);
        }
    }

    private static long bytes(float[] frame) {
        return (long) frame.length * Float.BYTES;
    }

    /** About how many bytes the numbers that it holds take, if nobody shares them. */
    long bytes() {
        return bytes;
    }

    /** Holds a chunk's numbers, in the place of the same one without them. */
    private void hold(int chunk, Chunk full) {
        var shared = chunk > 0 && chunks.get(chunk - 1).hasNumbers() ? full.sharing(chunks.get(chunk - 1)) : full;
        bytes += shared.bytes() - chunks.set(chunk, shared).bytes();
    }

    /** The first chunk of which a sample from {@code first} to {@code last} is read and whose numbers are not held; -1 if there is none. */
    int withoutNumbers(int first, int last) {
        for (var chunk = chunk(Math.max(1, first)); chunk < chunks.size() && chunk <= chunk(last); chunk++) {
            if (isWithoutNumbers(chunk, last)) {
                return chunk;
            }
        }
        return -1;
    }

    /** Whether a chunk has a sample up to {@code last}, and its numbers are not held. The sample at the origin is in no chunk. */
    boolean isWithoutNumbers(int chunk, int last) {
        return last > 0
                && chunk <= chunk(last)
                && chunk < chunks.size()
                && !chunks.get(chunk).hasNumbers();
    }

    private static int chunk(int sample) {
        return (sample - 1) / CHUNK_SAMPLES;
    }

    /** The last chunk up to this one of which it is held how it begins. */
    int lastKnown(int chunk) {
        var known = chunk;
        while (!chunks.get(known).hasState()) {
            known--;
        }
        return known;
    }

    /** The state that a chunk begins with, which is held. */
    ModelState before(int chunk) {
        return chunks.get(chunk).before();
    }

    /** Holds a chunk, which was computed again, and so how it begins. */
    void again(int chunk, ModelState start, List<float[]> samples) {
        hold(chunk, Chunk.of(start, samples));
    }

    /** The same without any numbers but the first, and with few states, as far as its chunks are whole. */
    Recording withoutNumbers() {
        var light = new ArrayList<Chunk>();
        for (var chunk : chunks) {
            // Actions change what is to come, and what was looked at ahead of them: mostly that goes no further back
            // than the last chunk.
            var isKept = light.size() % CHUNKS_BETWEEN_STATES == 0 || light.size() == chunks.size() - 1;
            light.add(isKept && chunk.hasState() ? chunk.withoutNumbers() : Chunk.UNKNOWN);
        }
        return new Recording(first, light, before, List.of());
    }

    /** Whether it ends with a whole chunk. */
    boolean isWhole() {
        return frames.isEmpty();
    }

    /** Whether another one, recorded at least a chunk longer, stood where this one ends as this one does. */
    boolean goesOnAs(Recording other) {
        var next = chunks.size();
        return next < other.chunks.size()
                && other.chunks.get(next).hasState()
                && (next + 1 == other.chunks.size()
                        || other.chunks.get(next + 1).hasState())
                && before.standsAs(other.chunks.get(next).before());
    }

    /** Adds the next chunk of another one, in which the same happens. */
    void takeOver(Recording other) {
        var next = chunks.size();
        var chunk = other.chunks.get(next);
        chunks.add(chunk);
        bytes += chunk.bytes();
        before = next + 1 < other.chunks.size() ? other.chunks.get(next + 1).before() : other.before;
    }

    /** A sample that is recorded. */
    Sampled sampled(int sample) {
        if (sample == 0) {
            return Sampled.of(first);
        }
        var chunk = chunk(sample);
        var row = (sample - 1) % CHUNK_SAMPLES;
        return chunk == chunks.size()
                ? Sampled.of(frames.get(row))
                : chunks.get(chunk).sampled(row);
    }

    /** The part of it before a step that can be taken over as it is, cut where a chunk begins of which it is held how. */
    Recording before(long step) {
        var whole = (int) Math.min(chunks.size(), step / CHUNK_STEPS);
        whole = whole == chunks.size() ? whole : lastKnown(whole);
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
