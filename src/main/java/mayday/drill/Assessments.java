package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import mayday.exercise.Assessment;
import mayday.exercise.DrillTeamId;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out how teams stand: on one thread of its own, once for each version of an incident and at most every few seconds, while nobody
 * waits for it. Safe for use by several threads.
 */
final class Assessments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assessments.class);

    /** Teams that make a move a second are not assessed after each. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    /** Harm goes on although nothing happens: after so much incident time it is added up again. */
    private static final Duration STALE = Duration.ofSeconds(20);

    /** Those of twenty drills of twenty teams. */
    private static final int MOST_KEPT = 400;

    private final InstantSource wallClock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("assessments").daemon().factory());
    private final Map<IncidentId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param latest at most one; none while the first is worked out */
    private record Kept(List<Assessment> latest, boolean underWay, Instant doneAt) {
        private static final Kept NOTHING = new Kept(List.of(), false, Instant.MIN);
    }

    Assessments(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** The latest of a team; empty if there is none yet. If the incident has gone on, the next is begun. Never waits. */
    Optional<Assessment> latest(DrillTeamId team, Room room) {
        var incident = room.incident();
        var now = room.now();
        var known = begin(room.id(), incident, now);
        if (known.underWay()) {
            run(() -> workOut(room.id(), team, incident, now));
        }
        return known.latest().stream().findFirst();
    }

    /** What is known; said to be under way if it is for the caller to do it. */
    private synchronized Kept begin(IncidentId id, Incident incident, Instant now) {
        var known = kept.getOrDefault(id, Kept.NOTHING);
        if (known.underWay() || !isOutdated(known, incident, now)) {
            return new Kept(known.latest(), false, known.doneAt());
        }
        var begun = new Kept(known.latest(), true, known.doneAt());
        kept.put(id, begun);
        return begun;
    }

    private boolean isOutdated(Kept known, Incident incident, Instant now) {
        if (known.latest().isEmpty()) {
            return true;
        }
        var latest = known.latest().getFirst();
        if (incident.isOver()) {
            return latest.version() != incident.version();
        }
        var wentOn = latest.version() != incident.version()
                || Duration.between(latest.at(), now).compareTo(STALE) >= 0;
        var clock = wallClock.instant();
        // Done later than now: the machine's clock was set back, and the standings go on all the same.
        var isPaused =
                !clock.isBefore(known.doneAt()) && clock.isBefore(known.doneAt().plus(PAUSE));
        return wentOn && !isPaused;
    }

    private void workOut(IncidentId id, DrillTeamId team, Incident incident, Instant now) {
        List<Assessment> done = List.of();
        try {
            done = List.of(Assessment.of(team, incident, now));
        } catch (RuntimeException e) {
            LOG.error("How {} stands in incident {} could not be worked out", team, id, e);
        } finally {
            keep(id, done);
        }
    }

    private synchronized void keep(IncidentId id, List<Assessment> done) {
        var before = kept.getOrDefault(id, Kept.NOTHING).latest();
        kept.put(id, new Kept(done.isEmpty() ? before : done, false, wallClock.instant()));
    }

    /** Does {@code work} when all that was begun before it is done. */
    void run(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Nothing is worked out any more: the server stops");
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
