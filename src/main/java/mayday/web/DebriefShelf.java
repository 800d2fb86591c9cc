package mayday.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import mayday.debrief.Debrief;
import mayday.drill.Room;
import mayday.incident.Event;
import mayday.incident.Incident;
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

    /** Each takes some forty kibibytes with eight causes, and most of a mebibyte with forty. */
    private static final int MOST_EXPECTED = 50;

    /** So many are worked out at a time before anybody waits for them: those who play come first. */
    private static final int MOST_BEFOREHAND = 2;

    private final BiConsumer<Room, Debrief> workedOut;

    private final Map<IncidentId, FutureTask<Debrief>> kept = atMost(MOST);
    private final Map<Drawn, FutureTask<Expected>> expected = atMost(MOST_EXPECTED);
    private final Semaphore beforehand = new Semaphore(MOST_BEFOREHAND);

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

    /**
     * Begins to work out what the debrief of an incident will be measured against, whatever is done in it from now on. Who acts is likely to
     * close some day, and then has less to wait for. Does nothing while much of that is under way.
     */
    void expect(Room room) {
        var task = expectedOf(room.incident());
        if (!task.isDone() && beforehand.tryAcquire()) {
            Thread.ofVirtual().name("expected").start(() -> {
                try {
                    task.run();
                } finally {
                    beforehand.release();
                }
            });
        }
    }

    private FutureTask<Expected> expectedOf(Incident incident) {
        var opened = incident.opened();
        var scenario = incident.scenario();
        return expected(Drawn.of(opened), new FutureTask<>(() -> Expected.of(scenario, opened.seed(), opened.cause())));
    }

    /** The task that is kept, or else this one; one that failed is tried again. */
    private synchronized FutureTask<Expected> expected(Drawn drawn, FutureTask<Expected> task) {
        return expected.merge(drawn, task, (before, next) -> before.state() == Future.State.FAILED ? next : before);
    }

    private Expected expected(Room room) throws InterruptedException, ExecutionException {
        var task = expectedOf(room.incident());
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

    private synchronized void forget(IncidentId id) {
        kept.remove(id);
    }
}
