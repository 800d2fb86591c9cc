package mayday.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import mayday.debrief.Debrief;
import mayday.drill.Room;
import mayday.incident.IncidentId;
import mayday.journal.JournalUnavailable;
import mayday.player.Expected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The debriefs that were read lately, with par. An incident that has ended does not change, so its debrief is worked out once; it can be
 * begun before anybody reads it. Safe for use by several threads.
 */
final class DebriefShelf {
    private static final Logger LOG = LoggerFactory.getLogger(DebriefShelf.class);
    private static final int MOST = 50;

    private final BiConsumer<Room, Debrief> workedOut;

    private final Map<IncidentId, FutureTask<Debrief>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, FutureTask<Debrief>> eldest) {
            return size() > MOST;
        }
    };

    /** @param workedOut told of each debrief that was worked out, once until it has left the shelf */
    DebriefShelf(BiConsumer<Room, Debrief> workedOut) {
        this.workedOut = workedOut;
    }

    /** The debrief of an incident that is over. */
    Debrief of(Room room) {
        var task = task(room);
        // Whoever comes first works it out; the others wait for them.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a debrief was worked out");
        } catch (ExecutionException | CancellationException failed) {
            forget(room.id());
            if (failed.getCause() instanceof RuntimeException cause) {
                // Such as a journal that cannot be read: whoever asked knows what to make of it.
                throw cause;
            }
            throw new IllegalStateException("the debrief of " + room.id() + " failed", failed);
        }
    }

    /** Begins to work it out, so that it is there when it is asked for; does nothing while the incident is open. */
    void prepare(Room room) {
        if (room.incident().isOver()) {
            Thread.ofVirtual().name("debrief").start(task(room));
        }
    }

    private synchronized FutureTask<Debrief> task(Room room) {
        return kept.computeIfAbsent(room.id(), _ -> new FutureTask<>(() -> workOut(room)));
    }

    private Debrief workOut(Room room) {
        var debrief = room.read(Expected::debrief);
        try {
            workedOut.accept(room, debrief);
        } catch (JournalUnavailable e) {
            LOG.warn("What came of incident {} was not kept. {}", room.id(), e.getMessage());
        }
        return debrief;
    }

    private synchronized void forget(IncidentId id) {
        kept.remove(id);
    }
}
