package mayday.web;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Map<IncidentId, Debrief> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Debrief> eldest) {
            return size() > MOST;
        }
    };

    /** The debrief of an incident that is over. */
    synchronized Debrief of(Room room) {
        return kept.computeIfAbsent(room.id(), _ -> room.read(Debriefs::of));
    }
}
