package mayday.incident;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The events of an incident so far: an immutable list to which one more can be added at a small, steady price, because the longer list
 * shares all but its end with the shorter one. Copied whole for each event, a stream took time and memory by the square of its length.
 */
final class History extends AbstractList<Recorded> implements RandomAccess {
    /** At most so many events are copied to add one. */
    static final int CHUNK = 64;

    private static final Recorded[] NOTHING = {};
    private static final History EMPTY = new History(new Recorded[][] {}, NOTHING);

    /** Chunks of {@value #CHUNK}, never written to again. */
    private final Recorded[][] full;

    /** Fewer than {@value #CHUNK}, never written to again either. */
    private final Recorded[] rest;

    private History(Recorded[][] full, Recorded[] rest) {
        this.full = full;
        this.rest = rest;
    }

    static History of(List<Recorded> events) {
        if (events instanceof History history) {
            return history;
        }
        var history = EMPTY;
        for (var event : events) {
            history = history.and(event);
        }
        return history;
    }

    /** A list with {@code next} at its end; this one stays as it is. */
    History and(Recorded next) {
        var more = Arrays.copyOf(rest, rest.length + 1);
        more[rest.length] = next;
        if (more.length < CHUNK) {
            return new History(full, more);
        }
        var chunks = Arrays.copyOf(full, full.length + 1);
        chunks[full.length] = more;
        return new History(chunks, NOTHING);
    }

    @Override
    public Recorded get(int index) {
        Objects.checkIndex(index, size());
        var chunk = index / CHUNK;
        return (chunk < full.length ? full[chunk] : rest)[index % CHUNK];
    }

    @Override
    public int size() {
        return full.length * CHUNK + rest.length;
    }
}
