package mayday.drill;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.incident.IncidentId;

/**
 * The rooms in memory: those that somebody listens to, those in somebody's hands, and of those that somebody asked for within
 * {@link InMemory#IDLE} the latest, as many as fit.
 * While a room is in anybody's hands there is no second one for the same incident. Safe for use by several threads.
 */
final class LiveRooms {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Together, beside the numbers of their histories ({@link HeldNumbers}): a thousand rooms or so; a small heap holds fewer. */
    private static final long MOST_BYTES = 192 * MEBIBYTE;

    private static final long SHARE_OF_HEAP = 3;

    private final InMemory<IncidentId, JournaledRoom> rooms;
    private final Map<IncidentId, JournaledRoom> heard = new HashMap<>();

    LiveRooms() {
        this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** @param most bytes of those that nobody has in hands */
    LiveRooms(long most) {
        this.rooms = new InMemory<>(most, JournaledRoom::bytes);
    }

    synchronized Optional<JournaledRoom> find(IncidentId id, Instant now) {
        return rooms.find(id, now);
    }

    /** Keeps {@code room}, unless there is one for its incident already: the one that is kept. */
    synchronized JournaledRoom keep(JournaledRoom room, Instant now) {
        return rooms.keep(room.id(), room, now);
    }

    /** Somebody listens to it. */
    synchronized void heard(JournaledRoom room) {
        heard.put(room.id(), room);
    }

    /** The room of an incident, if somebody listens to it. */
    synchronized Optional<JournaledRoom> heard(IncidentId id) {
        return Optional.ofNullable(heard.get(id)).filter(JournaledRoom::isHeard);
    }

    /** Lets those go that nobody asks for any more. */
    synchronized void letGo(Instant now) {
        heard.values().removeIf(room -> !room.isHeard());
        rooms.letGo(now);
    }

    /** How many rooms are in memory, as far as it is known. */
    synchronized int count() {
        return rooms.all().size();
    }

    /** The rooms that somebody listens to. */
    synchronized List<JournaledRoom> heard() {
        heard.values().removeIf(room -> !room.isHeard());
        return List.copyOf(heard.values());
    }
}
