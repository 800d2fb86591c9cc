package mayday.drill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import mayday.exercise.TeamWishes;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.HintStep;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.journal.Afterword;
import mayday.journal.Journal;
import mayday.question.Interpreters;

/** A room whose events are in the journal before anything comes of them. */
final class JournaledRoom implements Room {
    /** What a drill can want of an incident at once: a few dozen hints and injects. */
    private static final int MOST_IN_LINE = 200;

    static final String BUSY = "The server has too much to store just now. Nothing happened: try again in a moment.";
    static final String NOT_KNOWN =
            "The server lost its database at the moment of storing this, and does not know whether it"
                    + " happened. Load the page again to see.";

    /** What the simulated system takes of which no numbers are held; and an event, most of it the evidence of answers. */
    private static final long BYTES = 128 * 1024;

    private static final long BYTES_OF_AN_EVENT = 3 * 1024;

    private final IncidentId id;
    private final Surroundings surroundings;
    private final ReentrantLock deciding = new ReentrantLock();
    private final Pace pace = new Pace();
    private final Telling telling = new Telling();
    private final Participant owner;
    /** Guarded by {@link #deciding}. */
    private final StoredIncident stored;

    private final Asking asking;
    private final RoomAfterwords afterwords;

    /** What every room of a house shares. */
    record Surroundings(
            Journal journal,
            Interpreters interpreters,
            InstantSource wallClock,
            Watch watch,
            HeldNumbers numbers,
            Tally tally) {}

    /** Is told of rooms that somebody listens to. */
    interface Watch {
        void heard(JournaledRoom room);
    }

    JournaledRoom(IncidentId id, Incident incident, Surroundings surroundings) {
        this.id = id;
        this.owner = incident.opened().by();
        this.surroundings = surroundings;
        this.stored = new StoredIncident(id, incident, surroundings, telling);
        this.asking = new Asking(this, surroundings);
        this.afterwords = new RoomAfterwords(this, surroundings.journal());
    }

    @Override
    public IncidentId id() {
        return id;
    }

    @Override
    public Participant owner() {
        return owner;
    }

    @Override
    public Incident incident() {
        return submit(new Command.Observe()).after();
    }

    @Override
    public <T> T read(Function<Incident, T> reader) {
        deciding.lock();
        try {
            return reader.apply(stored.decide(new Command.Observe()).after());
        } finally {
            used();
            telling.tell();
        }
    }

    @Override
    public Instant now() {
        deciding.lock();
        try {
            return stored.time();
        } finally {
            deciding.unlock();
        }
    }

    /** Whether its time is up, although its events may not say so yet. */
    boolean hasRunOut() {
        deciding.lock();
        try {
            return !stored.time().isBefore(stored.incident().endsAt());
        } finally {
            deciding.unlock();
        }
    }

    /** The version of which this room knows, without waiting for a command that is just being decided: it may be newer by now. */
    long lastKnown() {
        return stored.lastKnown();
    }

    /** The incident as its last event left it. */
    Incident asStored() {
        deciding.lock();
        try {
            return stored.incident();
        } finally {
            deciding.unlock();
        }
    }

    /**
     * Folds in what other processes have stored, if they have, and tells it. After this the incident is at least as new as the journal
     * was before: whoever asks for a room on one node sees what was acknowledged on another.
     */
    void catchUpWithOthers() {
        catchUpTo(surroundings.journal().version(id));
    }

    /** As {@link #catchUpWithOthers}, when it is known that the journal has come to {@code version}. */
    void catchUpTo(long version) {
        deciding.lock();
        try {
            stored.catchUpTo(version);
        } finally {
            deciding.unlock();
        }
        telling.tell();
    }

    /** Gives the lock back, and says what the room holds now. */
    private void used() {
        stored.weigh();
        deciding.unlock();
        if (!deciding.isHeldByCurrentThread()) {
            surroundings.numbers().used(this);
        }
    }

    /** About how many bytes it takes, beside the numbers of its history. */
    long bytes() {
        return BYTES + stored.lastKnown() * BYTES_OF_AN_EVENT;
    }

    /** About how many bytes the numbers of its history took when it was last used. */
    long bytesOfNumbers() {
        return stored.bytesOfNumbers();
    }

    /** Holds the numbers of its history no more, unless it is just being used; whether it has let them go. */
    boolean letNumbersGo() {
        if (!deciding.tryLock()) {
            return false;
        }
        try {
            stored.letNumbersGo();
            return true;
        } finally {
            deciding.unlock();
        }
    }

    boolean isHeard() {
        return telling.isHeard();
    }

    @Override
    public Decision submit(Command command) {
        Decision decision;
        deciding.lock();
        try {
            // Whoever runs the drill is heard however wildly others play.
            var always = command instanceof Command.Observe || command instanceof Command.Facilitating;
            decision = always ? stored.decide(command) : move(command);
        } finally {
            used();
        }
        telling.tell();
        return decision;
    }

    @Override
    public Decision ask(Participant by, String words) {
        return asking.ask(by, words);
    }

    @Override
    public Decision hint(Participant by, HintStep announced) {
        return asking.hint(by, announced);
    }

    /** Whether one more move may be made just now; somebody else may be first to make it. */
    boolean mayMove() {
        deciding.lock();
        try {
            return pace.allows(surroundings.wallClock().instant());
        } finally {
            deciding.unlock();
        }
    }

    private Decision move(Command command) {
        var wallClock = surroundings.wallClock().instant();
        if (!pace.allows(wallClock)) {
            return stored.refused(new Refusal.LimitReached("moves a minute", MOVES_A_MINUTE));
        }
        pace.moved(wallClock);
        var decision = stored.decide(command);
        if (decision instanceof Decision.Accepted) {
            surroundings.tally().moved();
        }
        return decision;
    }

    /**
     * Makes the moves that {@code next} names, one after another, until it names none or one is refused. Each is named anew for the
     * incident as it is then, so that of two processes that want the same only one makes it.
     */
    void bringInLine(Function<Incident, Optional<TeamWishes.Wish>> next) {
        deciding.lock();
        try {
            var goOn = true;
            for (var move = 0; goOn && move < MOST_IN_LINE; move++) {
                goOn = next.apply(stored.incident()).isPresent()
                        && stored.decide(now -> next.apply(now)
                                        .map(wish ->
                                                new StoredIncident.Meant(wish.command(), stored.time(wish.since())))
                                        .orElseGet(
                                                () -> new StoredIncident.Meant(new Command.Observe(), stored.time())))
                                instanceof Decision.Accepted;
            }
        } finally {
            used();
            telling.tell();
        }
    }

    @Override
    public List<Afterword> afterwords() {
        return afterwords.all();
    }

    @Override
    public Written write(
            String kind, String subject, Participant by, String body, long expected, Afterword.Earlier earlier) {
        return afterwords.write(kind, subject, by, body, expected, earlier);
    }

    @Override
    public Subscription subscribe(long version, Subscriber subscriber) {
        Subscription subscription;
        deciding.lock();
        try {
            var incident = stored.incident();
            var history = incident.history();
            var known = Math.clamp(version, 0, history.size());
            subscription = telling.joined(subscriber, history.subList(known, history.size()), incident);
        } finally {
            deciding.unlock();
        }
        telling.tell();
        surroundings.watch().heard(this);
        return subscription;
    }
}
