package mayday.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.drill.Room;
import mayday.incident.IncidentId;

/**
 * The debriefs that were read lately. An incident that has ended does not change, so its debrief is worked out once, by one thread at
 * a time.
 */
final class DebriefShelf {
    private static final int MOST = 50;

    private final BiConsumer<Room, Debrief> workedOut;

    /** @param workedOut told of each debrief that was worked out, once until it has left the shelf */
    DebriefShelf(BiConsumer<Room, Debrief> workedOut) {
        this.workedOut = workedOut;
    }

    private final Map<IncidentId, Debrief> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Debrief> eldest) {
            return size() > MOST;
        }
    };

    /** The debrief of an incident that is over. */
    synchronized Debrief of(Room room) {
        var before = kept.get(room.id());
        if (before != null) {
            return before;
        }
        var debrief = room.read(Debriefs::of);
        workedOut.accept(room, debrief);
        kept.put(room.id(), debrief);
        return debrief;
    }
}
