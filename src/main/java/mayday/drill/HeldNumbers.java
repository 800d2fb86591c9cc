package mayday.drill;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import mayday.incident.IncidentId;

/**
 * Which rooms hold the numbers of their simulated histories: those that were used last, as many as fit. They are most of what a room takes,
 * and the others compute them again when somebody asks. Safe for use by several threads, none of which has the lock of a room.
 */
final class HeldNumbers {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Those of some thirty incidents; a small heap holds fewer. */
    private static final long MOST_BYTES = 96 * MEBIBYTE;

    private static final long SHARE_OF_HEAP = 6;

    private final long most;
    private final LinkedHashMap<IncidentId, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes = 0;

    /** As it was when the room was last used. */
    private record Held(WeakReference<JournaledRoom> room, long bytes) {}

    HeldNumbers() {
        this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** @param most bytes, of all rooms together; the one that was used last holds its numbers in any case */
    HeldNumbers(long most) {
        this.most = most;
    }

    /** A room was used, and may hold more than before. */
    void used(JournaledRoom room) {
        for (var beyond : noted(room)) {
            if (!beyond.letNumbersGo()) {
                stillHolds(beyond);
            }
        }
    }

    /** Not all that a room does ends in its being used: one that only told the time would be forgotten with its numbers. */
    private synchronized void stillHolds(JournaledRoom room) {
        var now = new Held(new WeakReference<>(room), room.bytesOfNumbers());
        if (held.putIfAbsent(room.id(), now) == null) {
            bytes += now.bytes();
        }
    }

    /** The rooms that hold too much now; they count no more, if they let go. */
    private synchronized List<JournaledRoom> noted(JournaledRoom room) {
        var now = new Held(new WeakReference<>(room), room.bytesOfNumbers());
        Optional.ofNullable(held.put(room.id(), now)).ifPresent(before -> bytes -= before.bytes());
        bytes += now.bytes();
        var beyond = new ArrayList<JournaledRoom>();
        while (bytes > most && held.size() > 1) {
            var eldest = held.pollFirstEntry().getValue();
            bytes -= eldest.bytes();
            Optional.ofNullable(eldest.room().get()).ifPresent(beyond::add);
        }
        return beyond;
    }

    /** Forgets the rooms that are in memory no more. */
    synchronized void forgetTheLost() {
        held.values().removeIf(each -> each.room().get() == null);
        bytes = held.values().stream().mapToLong(Held::bytes).sum();
    }
}
