package mayday.web;

import java.util.LinkedHashMap;
import mayday.drill.Room;
import mayday.incident.IncidentId;

/**
 * The rooms whose pages were rendered last, as many as fit. Whoever asks here may see the room: that is asked before, each time. Safe for use
 * by several threads.
 */
final class KeptRooms {
    private static final long MOST_BYTES = 24 * 1024 * 1024;

    private final Templates templates;
    private final long most;
    private final LinkedHashMap<IncidentId, KeptRoom> kept = new LinkedHashMap<>(16, 0.75f, true);

    KeptRooms(Templates templates) {
        this(templates, MOST_BYTES);
    }

    /** @param most bytes of all rooms together; the one that was asked for last is kept in any case */
    KeptRooms(Templates templates, long most) {
        this.templates = templates;
        this.most = most;
    }

    /** What is kept of a room, or the beginning of it. */
    synchronized KeptRoom of(Room room) {
        var asked = kept.computeIfAbsent(room.id(), id -> new KeptRoom(id, templates));
        // Each is rendered after it was asked for here, so that all of them have to be weighed again.
        var bytes = kept.values().stream().mapToLong(KeptRoom::bytes).sum();
        while (bytes > most && kept.size() > 1) {
            bytes -= kept.pollFirstEntry().getValue().bytes();
        }
        return asked;
    }
}
