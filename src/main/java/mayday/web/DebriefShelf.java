package mayday.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import mayday.debrief.Debrief;
import mayday.drill.Room;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.journal.JournalUnavailable;
import mayday.player.Expected;
import mayday.scenario.CauseId;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The debriefs that were read lately, with par. An incident that has ended does not change, so its debrief is worked out once; it can be
 * begun before anybody reads it. Safe for use by several threads.
 */
final class DebriefShelf {
    private static final Logger LOG = LoggerFactory.getLogger(DebriefShelf.class);
    private static final int MOST = 50;

    /** Each takes some ten kibibytes. */
    private static final int MOST_EXPECTED = 200;

    private final BiConsumer<Room, Debrief> workedOut;

    private final Map<IncidentId, FutureTask<Debrief>> kept = atMost(MOST);
    private final Map<Drawn, FutureTask<Expected>> expected = atMost(MOST_EXPECTED);

    /** What was drawn for an incident: all that have it in common are measured against the same. */
    private record Drawn(ScenarioId scenario, Revision revision, long seed, CauseId cause) {
        static Drawn of(Event.IncidentOpened opened) {
            return new Drawn(opened.scenario(), opened.revision(), opened.seed(), opened.cause());
        }
    }

    /** @param workedOut told of each debrief that was worked out, once until it has left the shelf */
    DebriefShelf(BiConsumer<Room, Debrief> workedOut) {
        this.workedOut = workedOut;
    }

    private static <K, V> Map<K, V> atMost(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
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
            forget(room);
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

    /**
     * Begins to work out what the debrief of a room will be measured against, whatever is done there from now on. Who acts is likely to close
     * some day, and then has less to wait for.
     */
    void expect(Room room) {
        var task = expectedTask(room);
        if (!task.isDone()) {
            Thread.ofVirtual().name("expected").start(task);
        }
    }

    private synchronized FutureTask<Expected> expectedTask(Room room) {
        var incident = room.incident();
        var opened = incident.opened();
        return expected.computeIfAbsent(
                Drawn.of(opened),
                _ -> new FutureTask<>(() -> Expected.of(incident.scenario(), opened.seed(), opened.cause())));
    }

    private Expected expected(Room room) throws InterruptedException, ExecutionException {
        var task = expectedTask(room);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private synchronized FutureTask<Debrief> task(Room room) {
        return kept.computeIfAbsent(room.id(), _ -> new FutureTask<>(() -> workOut(room)));
    }

    private Debrief workOut(Room room) throws InterruptedException, ExecutionException {
        var measure = expected(room);
        var debrief = room.read(measure::debrief);
        try {
            workedOut.accept(room, debrief);
        } catch (JournalUnavailable e) {
            LOG.warn("What came of incident {} was not kept. {}", room.id(), e.getMessage());
        }
        return debrief;
    }

    private synchronized void forget(Room room) {
        kept.remove(room.id());
        expected.remove(Drawn.of(room.incident().opened()));
    }
}
