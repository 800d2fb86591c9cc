package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mayday.compiler.Sources;
import mayday.drill.JournaledRoom.Surroundings;
import mayday.exercise.DrillLimits;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Evolution;
import mayday.incident.ForkPoint;
import mayday.incident.Forks;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.Terms;
import mayday.journal.Append;
import mayday.journal.Heading;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.journal.RandomBytes;
import mayday.question.Interpreters;
import mayday.review.Played;
import mayday.review.Result;
import mayday.scenario.CauseId;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms of one journal. An incident that nobody looks at is rows, not memory; one that somebody listens to hears
 * every second what fell due on a live clock.
 *
 * <p>{@link #open}, {@link #fork}, {@link #find}, {@link #of} and {@link #played} throw {@link JournalUnavailable} when the
 * journal can be neither read nor written.
 */
public final class JournaledRooms implements Rooms, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledRooms.class);
    private static final int ID_BYTES = 16;
    private static final int TICK_SECONDS = 1;

    /** No incident ends by itself before this much real time: the shortest limit at the highest speed. */
    private static final Duration SHORTEST = Duration.ofMillis(DrillLimits.SHORTEST.toMillis() / (long) Terms.FASTEST);

    private final Journal journal;
    private final Revisions revisions;
    private final RandomBytes entropy;
    private final LiveRooms live = new LiveRooms();
    private final OtherNodes others;
    private final Surroundings surroundings;
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-clock").daemon().factory());

    JournaledRooms(
            Journal journal,
            Playable library,
            Interpreters interpreters,
            InstantSource wallClock,
            RandomBytes entropy) {
        this.journal = journal;
        this.revisions = new Revisions(library, journal);
        this.entropy = entropy;
        this.others = new OtherNodes(live, journal.isShared());
        this.surroundings = new Surroundings(journal, interpreters, wallClock, others, new HeldNumbers(), new Tally());
        journal.listen(Journal.INCIDENT, others);
    }

    /**
     * Opens the rooms, and lets their live clocks run until they are closed.
     *
     * @param library asked each time: which scenarios there are may change while incidents are played
     * @param wallClock real time
     * @param entropy where incidents get their unguessable ids from
     */
    public static JournaledRooms start(
            Journal journal,
            Playable library,
            Interpreters interpreters,
            InstantSource wallClock,
            RandomBytes entropy) {
        var rooms = new JournaledRooms(journal, library, interpreters, wallClock, entropy);
        var _ = rooms.ticking.scheduleWithFixedDelay(rooms::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        return rooms;
    }

    @Override
    public Room open(Scenario scenario, long seed, CauseId cause, ClockMode mode, Terms terms, Participant by) {
        var sources = revisions.textOf(scenario);
        var wallClock = surroundings.wallClock().instant();
        var opened = Decider.open(scenario, seed, cause, mode, wallClock, by, terms);
        return stored(sources, opened.recorded(), opened.after());
    }

    @Override
    public Optional<Room> fork(Room parent, ForkPoint point, Participant by) {
        var incident = parent.incident();
        if (!incident.isOver()) {
            throw new IllegalArgumentException(parent.id() + " has not ended");
        }
        var sources = journal.sources(incident.scenario().revision())
                .orElseThrow(() -> new JournalUnavailable("The scenario of " + parent.id() + " is not stored."));
        var wallClock = surroundings.wallClock().instant();
        return Forks.of(incident, parent.id(), point, by, wallClock)
                .map(stream -> stored(sources, stream, Evolution.replay(incident.scenario(), stream)));
    }

    /** What is to be opened under an id that was given before. */
    record Opening(Revision revision, long seed, CauseId cause, ClockMode mode, Terms terms, Participant by) {}

    /**
     * Opens an incident under an id that was given before, as if at {@code wallClock}; the one that is there if another process was
     * faster.
     */
    Room openAs(IncidentId id, Opening what, Instant wallClock) {
        var scenario = revisions.of(what.revision());
        var sources = revisions.textOf(scenario);
        var opened = Decider.open(scenario, what.seed(), what.cause(), what.mode(), wallClock, what.by(), what.terms());
        return switch (journal.open(id, sources, opened.recorded())) {
            case Append.Appended _ -> keep(new JournaledRoom(id, opened.after(), surroundings));
            case Append.VersionConflict _ -> find(id).orElseThrow();
            case Append.Unknown(var why) -> throw new JournalUnavailable(why);
            case Append.Busy() -> throw new JournalUnavailable(JournaledRoom.BUSY);
            case Append.StoreFailure(var why) -> throw new JournalUnavailable(why);
        };
    }

    private Room stored(Sources sources, List<Recorded> events, Incident incident) {
        var id = newId();
        return switch (journal.open(id, sources, events)) {
            case Append.Appended _ -> keep(new JournaledRoom(id, incident, surroundings));
            case Append.Busy() -> throw new JournalUnavailable(JournaledRoom.BUSY);
            case Append.StoreFailure(var why) -> throw new JournalUnavailable(why);
            // Its id is nobody's yet: if it was stored, it is an incident that was opened and never played.
            case Append.Unknown(var why) -> throw new JournalUnavailable(why);
            case Append.VersionConflict _ -> throw new IllegalStateException("entropy gave the same id twice: " + id);
        };
    }

    IncidentId newId() {
        var bytes = new byte[ID_BYTES];
        entropy.fill(bytes);
        return new IncidentId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public Optional<Room> find(IncidentId id) {
        return room(id).map(room -> room);
    }

    private Optional<JournaledRoom> room(IncidentId id) {
        var room = live.find(id, surroundings.wallClock().instant());
        if (room.isPresent() && journal.isShared()) {
            // Another node may have moved since: who comes here from there sees their own move.
            room.get().catchUpWithOthers();
        }
        return room.or(() -> journal.find(id).map(this::broughtBack));
    }

    private JournaledRoom keep(JournaledRoom room) {
        var kept = live.keep(room, surroundings.wallClock().instant());
        surroundings.numbers().used(kept);
        return kept;
    }

    private JournaledRoom broughtBack(Heading heading) {
        var stream = journal.read(heading.id(), 0);
        if (stream.size() < heading.version() || stream.getLast().sequence() != stream.size()) {
            throw JournalUnavailable.incomplete("Incident " + heading.id() + " has " + stream.size()
                    + " events of at least " + heading.version() + ": some are lost.");
        }
        var incident = Evolution.replay(revisions.of(heading.revision()), stream);
        // If somebody else has brought it back meanwhile, theirs may be older than what was just read.
        var room = keep(new JournaledRoom(heading.id(), incident, surroundings));
        if (room.asStored().version() < incident.version()) {
            room.catchUpWithOthers();
        }
        return room;
    }

    @Override
    public List<Summary> of(Participant participant, int most) {
        return journal.openedBy(participant.id(), most).stream()
                .map(this::upToDate)
                .map(each -> new Summary(each.id(), each.scenario(), each.openedAt(), each.status()))
                .toList();
    }

    @Override
    public List<Played> played(Participant participant, int most) {
        // Those whose time ran out while nobody looked end now.
        of(participant, most);
        return journal.playedBy(participant.id(), most);
    }

    @Override
    public void keep(IncidentId id, Result result) {
        if (!(journal.keep(id, result) instanceof Append.Appended)) {
            LOG.warn("What came of incident {} was not kept; it will be worked out again", id);
        }
    }

    @Override
    public boolean isReachable() {
        return journal.isReachable();
    }

    @Override
    public Load load() {
        var tally = surroundings.tally();
        return new Load(
                live.count(),
                live.heard().size(),
                tally.moves(),
                tally.questions(),
                tally.understanding(),
                journal.load());
    }

    /** A live incident whose time ran out while nobody looked has ended, although its events do not say so yet. */
    private Heading upToDate(Heading heading) {
        if (heading.status().isOver() || heading.mode() == ClockMode.PRACTICE) {
            return heading;
        }
        // Its clock may be fast, or was stopped, or was given time: only its events tell. Most need not be asked for
        // them.
        var now = surroundings.wallClock().instant();
        if (now.isBefore(heading.openedAt().plus(SHORTEST)) || !revisions.isCurrent(heading.revision())) {
            return heading;
        }
        var ranOut = readable(heading.id()).filter(JournaledRoom::hasRunOut);
        if (ranOut.isEmpty()) {
            return heading;
        }
        ranOut.get().incident();
        return journal.find(heading.id()).orElse(heading);
    }

    /** The room; none if what is stored of it is damaged, which must not take the rest of somebody's incidents with it. */
    private Optional<JournaledRoom> readable(IncidentId id) {
        try {
            return room(id);
        } catch (JournalUnavailable failure) {
            if (!failure.isDamaged()) {
                throw failure;
            }
            LOG.error("Incident {} is damaged. {}", id, failure.getMessage());
            return Optional.empty();
        }
    }

    /** Lets happen what fell due on the live clocks of the rooms that somebody listens to, and those go that nobody asks for. */
    void tick() {
        others.tryAgain();
        live.letGo(surroundings.wallClock().instant());
        surroundings.numbers().forgetTheLost();
        for (var room : live.heard()) {
            try {
                var stored = room.asStored();
                if (stored.opened().mode() == ClockMode.LIVE && !stored.isOver()) {
                    room.submit(new Command.Observe());
                }
            } catch (RuntimeException e) {
                LOG.error("The clock of incident {} failed", room.id(), e);
            }
        }
    }

    /** Stops the live clocks. The journal stays open: it is its owner's to close, after this. */
    @Override
    public void close() {
        ticking.shutdown();
        try {
            if (!ticking.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A live clock is still at work");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
