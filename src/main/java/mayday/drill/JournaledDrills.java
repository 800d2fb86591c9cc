package mayday.drill;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mayday.exercise.Drill;
import mayday.exercise.DrillDecider;
import mayday.exercise.DrillEvolution;
import mayday.exercise.DrillId;
import mayday.exercise.JoinCode;
import mayday.exercise.Plan;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.journal.Append;
import mayday.journal.DrillHeading;
import mayday.journal.DrillJournal;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drills of one journal. One that nobody looks at is rows, not memory. */
public final class JournaledDrills implements Drills, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledDrills.class);
    private static final int TICK_SECONDS = 1;
    private static final int MOST_IDLE = 32;
    private static final int MOST_DRAWS = 5;

    private final DrillJournal journal;
    private final JournaledRooms rooms;
    private final TeamRooms teams;
    private final Assessments assessments;
    private final InstantSource wallClock;
    private final RandomGenerator entropy;
    /** Guarded by this. */
    private final InMemory<DrillId, JournaledDrillRoom> memory = new InMemory<>(MOST_IDLE);

    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("drills").daemon().factory());

    JournaledDrills(DrillJournal journal, JournaledRooms rooms, InstantSource wallClock, RandomGenerator entropy) {
        this.journal = journal;
        this.rooms = rooms;
        this.teams = new TeamRooms(rooms, journal);
        this.assessments = new Assessments(wallClock);
        this.wallClock = wallClock;
        this.entropy = entropy;
        journal.listen(new OtherNodes());
    }

    /** Lets the drills that somebody listens to hear what was stored by other nodes. */
    private final class OtherNodes implements Journal.Listener {
        @Override
        public void appended(String id, long version) {
            inMemory(new DrillId(id))
                    .filter(room -> room.isHeard() && room.lastKnown() < version)
                    .ifPresent(this::catchUp);
        }

        @Override
        public void missed() {
            heard().forEach(this::catchUp);
        }

        /** On a thread of its own: a drill may be busy for a while, and others are announced meanwhile. */
        private void catchUp(JournaledDrillRoom room) {
            Thread.ofVirtual().name("catch-up-drill").start(() -> {
                try {
                    room.catchUpWithOthers();
                } catch (JournalUnavailable e) {
                    // It is compared with the journal again at the next tick.
                    LOG.debug("Drill {} was not caught up with", room.id(), e);
                }
            });
        }
    }

    /**
     * Opens the drills, and lets what falls due in them happen until they are closed.
     *
     * @param entropy unguessable: join codes come from it
     */
    public static JournaledDrills start(
            DrillJournal journal, JournaledRooms rooms, InstantSource wallClock, RandomGenerator entropy) {
        var drills = new JournaledDrills(journal, rooms, wallClock, entropy);
        var _ = drills.ticking.scheduleWithFixedDelay(drills::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        return drills;
    }

    @Override
    public DrillRoom create(Plan plan, List<String> names, Participant by) {
        for (var draw = 0; draw < MOST_DRAWS; draw++) {
            var id = new DrillId(rooms.newId().value());
            var created = DrillDecider.create(id, plan, names, by, wallClock.instant(), entropy);
            switch (journal.create(created.after())) {
                case Append.Appended _ -> {
                    return keep(room(created.after()));
                }
                case Append.Busy() -> throw new JournalUnavailable(JournaledRoom.BUSY);
                case Append.StoreFailure(var why) -> throw new JournalUnavailable(why);
                // If it was stored, it is a drill whose code nobody was told.
                case Append.Unknown(var why) -> throw new JournalUnavailable(why);
                // Another drill has this code: one is drawn again.
                case Append.VersionConflict _ -> LOG.debug("A join code was drawn twice");
            }
        }
        throw new IllegalStateException("entropy gave the same join code again and again");
    }

    @Override
    public List<IncidentId> incidentIds(int count) {
        return IntStream.range(0, count).mapToObj(_ -> rooms.newId()).toList();
    }

    @Override
    public Optional<DrillRoom> find(DrillId id) {
        var room = inMemory(id);
        if (journal.isShared()) {
            // Another node may have changed it since: who comes here from there sees their own move.
            room.ifPresent(JournaledDrillRoom::catchUpWithOthers);
        }
        return room.or(() -> broughtBack(id)).map(found -> found);
    }

    @Override
    public Optional<DrillRoom> find(JoinCode code) {
        return journal.find(code).flatMap(heading -> find(heading.id()));
    }

    private synchronized Optional<JournaledDrillRoom> inMemory(DrillId id) {
        return memory.find(id, wallClock.instant());
    }

    private Optional<JournaledDrillRoom> broughtBack(DrillId id) {
        var stream = journal.read(id, 0);
        return stream.isEmpty() ? Optional.empty() : Optional.of(keep(room(DrillEvolution.replay(id, stream))));
    }

    private JournaledDrillRoom room(Drill drill) {
        return new JournaledDrillRoom(drill, journal, teams, assessments, wallClock);
    }

    private synchronized JournaledDrillRoom keep(JournaledDrillRoom room) {
        return memory.keep(room.id(), room, wallClock.instant());
    }

    @Override
    public List<DrillHeading> all(int most) {
        return journal.all(most);
    }

    @Override
    public List<DrillHeading> of(Participant person, int most) {
        return journal.of(person.id(), most);
    }

    private synchronized List<JournaledDrillRoom> heard() {
        return memory.all().stream().filter(JournaledDrillRoom::isHeard).toList();
    }

    private synchronized void letGo() {
        memory.letGo(wallClock.instant());
    }

    /** Lets happen what fell due in the drills that somebody listens to, and those go that nobody asks for. */
    void tick() {
        letGo();
        for (var room : heard()) {
            try {
                if (journal.isShared()) {
                    room.catchUpWithOthers();
                }
                room.attend();
            } catch (JournalUnavailable e) {
                LOG.debug("Drill {} waits for the journal", room.id(), e);
            } catch (RuntimeException e) {
                LOG.error("Drill {} could not go on", room.id(), e);
            }
        }
    }

    /** Stops the ticking. The journal and the rooms stay open: they are their owner's to close, after this. */
    @Override
    public void close() {
        ticking.shutdown();
        assessments.close();
        try {
            if (!ticking.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A drill is still at work");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
