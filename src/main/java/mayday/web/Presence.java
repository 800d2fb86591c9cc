package mayday.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import mayday.incident.IncidentId;

/**
 * Who has a room open just now: known from open streams, each person once however many windows they have. Kept in memory: whoever is
 * there says so again by coming back. Safe for use by several threads.
 */
final class Presence {
    private final Map<IncidentId, Map<Stay, String>> rooms = new HashMap<>();

    /** One open window. */
    final class Stay implements AutoCloseable {
        private final IncidentId room;
        private final Runnable news;

        private Stay(IncidentId room, Runnable news) {
            this.room = room;
            this.news = news;
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /**
     * Somebody opens a window.
     *
     * @param news run when somebody comes or goes; it must not block
     */
    synchronized Stay enter(IncidentId room, String person, Runnable news) {
        var stay = new Stay(room, news);
        var windows = rooms.computeIfAbsent(room, _ -> new HashMap<>());
        var isNew = !windows.containsValue(person);
        windows.put(stay, person);
        if (isNew) {
            tell(windows);
        }
        return stay;
    }

    private synchronized void leave(Stay stay) {
        var windows = rooms.getOrDefault(stay.room, new HashMap<>());
        var person = windows.remove(stay);
        if (windows.isEmpty()) {
            rooms.remove(stay.room);
        } else if (!windows.containsValue(person)) {
            tell(windows);
        }
    }

    private static void tell(Map<Stay, String> windows) {
        windows.keySet().forEach(stay -> stay.news.run());
    }

    /** Ids of those who are there. */
    synchronized Set<String> in(IncidentId room) {
        return Set.copyOf(new LinkedHashSet<>(rooms.getOrDefault(room, Map.of()).values()));
    }
}
