package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import mayday.exercise.Assessment;
import mayday.exercise.Drill;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecider;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillEvolution;
import mayday.exercise.DrillId;
import mayday.exercise.DrillRecorded;
import mayday.exercise.DrillRefusal;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Stage;
import mayday.exercise.Standing;
import mayday.journal.Append;
import mayday.journal.DrillJournal;
import mayday.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A drill whose events are in the journal before anything comes of them. */
final class JournaledDrillRoom implements DrillRoom {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledDrillRoom.class);

    /** How often a command is decided again because another process was faster. */
    private static final int MOST_RACES = 5;

    /** Whoever looks sees to what happens by itself, but not more often than this. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String LOST_RACES =
            "Others changed this drill at the same moment, again and again. Nothing happened: try again.";

    private final DrillJournal journal;
    private final TeamRooms teams;
    private final Assessments assessments;
    private final InstantSource wallClock;
    private final ReentrantLock deciding = new ReentrantLock();
    private final Listeners listeners = new Listeners();
    /** Real time of the latest look, in milliseconds since 1970; 0 before the first. */
    private final AtomicLong attendedAt = new AtomicLong(0);

    private final AtomicBoolean freezing = new AtomicBoolean(false);
    /** Guarded by {@link #deciding}. */
    private Drill drill;

    private volatile long lastKnown;

    /** The version at which it was over, and all its incidents with it: there is nothing left to see to. */
    private volatile long settled = -1;

    JournaledDrillRoom(
            Drill drill, DrillJournal journal, TeamRooms teams, Assessments assessments, InstantSource wallClock) {
        this.drill = drill;
        this.lastKnown = drill.version();
        this.journal = journal;
        this.teams = teams;
        this.assessments = assessments;
        this.wallClock = wallClock;
    }

    @Override
    public DrillId id() {
        return asStored().id();
    }

    @Override
    public Instant now() {
        return wallClock.instant();
    }

    @Override
    public Drill drill() {
        if (isTimeToAttend()) {
            attend();
        }
        return submit(new DrillCommand.Observe()).after();
    }

    private boolean isTimeToAttend() {
        var now = wallClock.millis();
        var before = attendedAt.get();
        var isTime = before > now || before + BETWEEN_LOOKS.toMillis() <= now;
        // Of several who look at once, one sees to it.
        return isTime && attendedAt.compareAndSet(before, now);
    }

    /**
     * Lets happen what fell due and what happens by itself: the teams' incidents become as the drill wants them, the board freezes, and a
     * drill whose incidents are all over ends.
     */
    void attend() {
        var stored = submit(new DrillCommand.Observe()).after();
        if (stored.version() == settled) {
            return;
        }
        // What the drill wanted comes first: looking at an incident lets its time pass.
        teams.bringInLine(stored);
        switch (stored.stage()) {
            case Stage.Lobby _ -> {}
            case Stage.Running _ -> freezeOrEnd(stored);
            // Else whoever leaves a page of it open would keep all its incidents in memory.
            case Stage.Over _ -> settled = teams.areAllOver(stored) ? stored.version() : settled;
        }
    }

    private void freezeOrEnd(Drill stored) {
        var after = stored.plan().freezesAfter();
        var isDue = after.isPositive() && stored.ran(wallClock.instant()).compareTo(after) >= 0;
        if (isDue && stored.conduct().frozen().isEmpty() && freezing.compareAndSet(false, true)) {
            assessments.run(() -> freeze(stored, after));
        } else if (teams.areAllOver(stored)) {
            submit(new DrillCommand.End(Drill.ITSELF));
        }
    }

    private void freeze(Drill stored, Duration after) {
        try {
            var standings = new ArrayList<Standing>();
            for (var each : stored.stage().incidents()) {
                teams.room(stored, each.team()).ifPresent(room -> standings.add(standing(each.team(), room, after)));
            }
            submit(new DrillCommand.FreezeBoard(Drill.ITSELF, standings));
        } catch (RuntimeException e) {
            LOG.error("The scoreboard of drill {} could not be frozen", stored.id(), e);
        } finally {
            freezing.set(false);
        }
    }

    /** As it stood so long after the page, or stands now if the team's clock was held and has not come so far. */
    private static Standing standing(DrillTeamId team, Room room, Duration after) {
        var incident = room.incident();
        var at = incident.scenario().pagedAt().plus(after);
        var now = room.now();
        return Assessment.of(team, incident, at.isBefore(now) ? at : now).standing();
    }

    @Override
    public List<Assessment> assessments() {
        var now = drill();
        return now.stage().incidents().stream()
                .flatMap(each -> teams.room(now, each.team()).stream()
                        .flatMap(room -> assessments.latest(each.team(), room).stream()))
                .toList();
    }

    /** The drill as its last event left it. */
    Drill asStored() {
        deciding.lock();
        try {
            return drill;
        } finally {
            deciding.unlock();
        }
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    @Override
    public DrillDecision submit(DrillCommand command) {
        DrillDecision decision;
        deciding.lock();
        try {
            decision = decide(command);
        } finally {
            deciding.unlock();
        }
        if (!decision.recorded().isEmpty()) {
            changed(decision.after());
        }
        return decision;
    }

    private void changed(Drill now) {
        teams.bringInLine(now);
        listeners.tell();
    }

    private DrillDecision decide(DrillCommand command) {
        for (var race = 0; race < MOST_RACES; race++) {
            var decision = DrillDecider.decide(drill, command, wallClock.instant());
            if (decision.recorded().isEmpty()) {
                return decision;
            }
            switch (journal.append(drill.version(), decision.recorded(), decision.after())) {
                case Append.Appended _ -> {
                    become(decision.after());
                    return decision;
                }
                case Append.VersionConflict _ -> {
                    if (readMissed().isEmpty()) {
                        return refused(Room.NOT_STORED);
                    }
                }
                case Append.Busy() -> {
                    return refused(JournaledRoom.BUSY);
                }
                case Append.StoreFailure _ -> {
                    return refused(Room.NOT_STORED);
                }
                case Append.Unknown _ -> {
                    return refused(JournaledRoom.NOT_KNOWN);
                }
            }
        }
        return refused(LOST_RACES);
    }

    private DrillDecision refused(String why) {
        return new DrillDecision.Refused(new DrillRefusal(DrillRefusal.NOT_STORED, why), List.of(), drill);
    }

    /** Folds in what other processes have stored, if the journal has come further than this room, and tells it. */
    void catchUpWithOthers() {
        if (journal.version(id()) <= asStored().version()) {
            return;
        }
        boolean missed;
        deciding.lock();
        try {
            missed = !readMissed().isEmpty();
        } finally {
            deciding.unlock();
        }
        if (missed) {
            changed(asStored());
        }
    }

    private void become(Drill after) {
        drill = after;
        lastKnown = after.version();
    }

    /** The version of which this room knows, without waiting for a command that is just being decided. */
    long lastKnown() {
        return lastKnown;
    }

    private List<DrillRecorded> readMissed() {
        try {
            var missed = journal.read(drill.id(), drill.version());
            var after = drill;
            for (var next : missed) {
                after = DrillEvolution.evolve(after, next);
            }
            become(after);
            return missed;
        } catch (JournalUnavailable e) {
            LOG.error("Drill {} was not caught up with. {}", drill.id(), e.getMessage());
            return List.of();
        }
    }

    @Override
    public Optional<Room> incident(DrillTeamId team) {
        return teams.room(drill(), team);
    }

    @Override
    public Room.Subscription subscribe(Runnable news) {
        return listeners.add(news);
    }
}
