package mayday.drill;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mayday.incident.IncidentId;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the rooms that somebody listens to hear what was stored by other nodes. A room that nobody listens to is compared with the
 * journal when somebody comes to it.
 */
final class OtherNodes implements Journal.Listener, JournaledRoom.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);

    private final LiveRooms live;
    private final boolean areThere;
    /** Rooms that could not be caught up with. */
    private final Set<JournaledRoom> behind = ConcurrentHashMap.newKeySet();

    /** @param areThere whether other nodes share the journal */
    OtherNodes(LiveRooms live, boolean areThere) {
        this.live = live;
        this.areThere = areThere;
    }

    /** From now on a room hears of others; what they stored between its last look and now would be missed. */
    @Override
    public void heard(JournaledRoom room) {
        live.heard(room);
        if (areThere) {
            catchUp(room, room::catchUpWithOthers);
        }
    }

    /** What comes from this node itself is known by then, or will be as soon as the room's lock is given back. */
    @Override
    public void appended(String id, long version) {
        live.heard(new IncidentId(id))
                .filter(room -> room.lastKnown() < version)
                .ifPresent(room -> catchUp(room, () -> room.catchUpTo(version)));
    }

    @Override
    public void missed() {
        live.heard().forEach(room -> catchUp(room, room::catchUpWithOthers));
    }

    /** Tries again what could not be read. */
    void tryAgain() {
        for (var room : List.copyOf(behind)) {
            behind.remove(room);
            catchUp(room, room::catchUpWithOthers);
        }
    }

    /** On a thread of its own: a room may be busy for a while, and others are announced meanwhile. */
    private void catchUp(JournaledRoom room, Runnable how) {
        Thread.ofVirtual().name("catch-up-" + room.id()).start(() -> {
            try {
                how.run();
            } catch (JournalUnavailable e) {
                LOG.debug("Incident {} was not caught up with", room.id(), e);
                behind.add(room);
            }
        });
    }
}
