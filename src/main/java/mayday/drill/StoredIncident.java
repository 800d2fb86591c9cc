package mayday.drill;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import mayday.drill.JournaledRoom.Surroundings;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Evolution;
import mayday.incident.Incident;
import mayday.incident.IncidentClock;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.incident.Refusal;
import mayday.journal.Append;
import mayday.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One incident as its journal has it: what is decided is appended, then folded, then handed out to be told. For one thread at a time: its
 * room has the lock.
 */
final class StoredIncident {
    private static final Logger LOG = LoggerFactory.getLogger(StoredIncident.class);

    /** How often a command is decided again because another process was faster. */
    private static final int MOST_RACES = 5;

    private static final String LOST_RACES =
            "Others changed this incident at the same moment, again and again. Nothing happened: try again.";

    private final IncidentId id;
    private final Surroundings surroundings;
    private final Telling telling;
    private Incident incident;
    /** The latest incident time that was told. */
    private Instant latest;

    private volatile long lastKnown;
    private volatile long bytesOfNumbers;

    /** A command and the incident time at which it is to be decided. */
    record Meant(Command command, Instant at) {}

    StoredIncident(IncidentId id, Incident incident, Surroundings surroundings, Telling telling) {
        this.id = id;
        this.incident = incident;
        this.latest = incident.now();
        this.lastKnown = incident.version();
        this.bytesOfNumbers = incident.bytesOfNumbers();
        this.surroundings = surroundings;
        this.telling = telling;
    }

    /** The incident as its last event left it. */
    Incident incident() {
        return incident;
    }

    /** The version that was reached last. Any thread may ask. */
    long lastKnown() {
        return lastKnown;
    }

    /** About how many bytes the numbers of its history took when it was last weighed. Any thread may ask. */
    long bytesOfNumbers() {
        return bytesOfNumbers;
    }

    /** After it was used: asking makes it heavier. */
    void weigh() {
        bytesOfNumbers = incident.bytesOfNumbers();
    }

    /** Holds the numbers of its history no more; they are computed again when somebody asks. */
    void letNumbersGo() {
        incident = incident.withoutNumbers();
        weigh();
    }

    /** Never earlier than it was said to be, even if the machine's clock is set back: then it stands still until that has caught up. */
    Instant time() {
        var now = IncidentClock.now(incident, surroundings.wallClock().instant());
        latest = now.isBefore(latest) && !incident.clock().isPaused() ? latest : now;
        return latest;
    }

    /** The incident time at a moment of real time that has passed, or now; never before the last event. */
    Instant time(Instant wallClock) {
        var now = surroundings.wallClock().instant();
        return wallClock.isBefore(now) ? IncidentClock.now(incident, wallClock) : time();
    }

    /** Folds in what other processes have stored, when it is known that the journal has come to {@code version}. */
    void catchUpTo(long version) {
        if (incident.version() < version) {
            fold(surroundings.journal().read(id, incident.version()));
        }
    }

    /** Decides a command at the present incident time. */
    Decision decide(Command command) {
        return decide(_ -> new Meant(command, time()));
    }

    /** Decides what {@code meant} says, which is asked again for the incident as it is after a lost race. */
    Decision decide(Function<Incident, Meant> meant) {
        for (var race = 0; race < MOST_RACES; race++) {
            var move = meant.apply(incident);
            var decision = Decider.decide(incident.scenario(), incident, move.command(), move.at());
            if (decision.recorded().isEmpty()) {
                return decision;
            }
            var after = decision.after();
            switch (surroundings.journal().append(id, incident.version(), decision.recorded(), after.status())) {
                case Append.Appended _ -> {
                    become(decision.recorded(), after);
                    return decision;
                }
                case Append.VersionConflict _ -> {
                    if (!catchUp()) {
                        return refused(new Refusal.NotStored(Room.NOT_STORED));
                    }
                }
                case Append.Busy() -> {
                    return refused(new Refusal.NotStored(JournaledRoom.BUSY));
                }
                case Append.StoreFailure _ -> {
                    return refused(new Refusal.NotStored(Room.NOT_STORED));
                }
                case Append.Unknown _ -> {
                    return refused(new Refusal.NotStored(JournaledRoom.NOT_KNOWN));
                }
            }
        }
        return refused(new Refusal.NotStored(LOST_RACES));
    }

    /** Nothing happened. */
    Decision refused(Refusal refusal) {
        return new Decision.Refused(refusal, List.of(), incident);
    }

    private void become(List<Recorded> events, Incident after) {
        incident = after;
        lastKnown = after.version();
        telling.happened(events, after);
    }

    /** Folds in what another process has stored; whether there was something to be had. */
    private boolean catchUp() {
        List<Recorded> missed;
        try {
            missed = surroundings.journal().read(id, incident.version());
        } catch (JournalUnavailable e) {
            LOG.error("Incident {} was not caught up with. {}", id, e.getMessage());
            return false;
        }
        fold(missed);
        return !missed.isEmpty();
    }

    private void fold(List<Recorded> missed) {
        if (missed.isEmpty()) {
            return;
        }
        var after = incident;
        for (var next : missed) {
            after = Evolution.evolve(after, next);
        }
        become(missed, after);
    }
}
