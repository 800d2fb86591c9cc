package mayday.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mayday.compiler.Sources;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.review.Played;
import mayday.review.Result;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.jdbi.v3.core.Jdbi;

/**
 * The append-only store of events: in one data folder, which no other process may use at the same time, or in a PostgreSQL database,
 * which any number of processes share. Safe for use by several threads.
 *
 * <p>What was appended is on the disk when {@link #append} returns: it survives the end of the process, however sudden.
 */
public final class Journal implements AutoCloseable {
    /** The kind of stream that an incident is: see {@link #listen}. */
    public static final String INCIDENT = StreamKey.INCIDENT;

    /** Appends that wait for the disk; more than this means that it cannot keep up. */
    public static final int MOST_WAITING = 1_024;

    private final Database database;
    private final Reader reader;
    private final Writer writer;
    private final InstantSource wallClock;

    private Journal(Database database, Supplier<Jdbi> writing, InstantSource wallClock) {
        this.database = database;
        this.reader = new Reader(database);
        this.writer = new Writer(writing, database, wallClock);
        this.wallClock = wallClock;
        writer.start();
    }

    /** Is told of what is appended, by this process or another; on a thread that must not be held up. */
    public interface Listener {
        /**
         * A stream has grown.
         *
         * @param version the sequence of its last event then
         */
        void appended(String id, long version);

        /** Something may have been missed: whatever is held has to be compared with the journal. */
        void missed();
    }

    /** Opens the journal at {@code place}. */
    public static Journal open(Place place, InstantSource wallClock) throws DataUnusable {
        return switch (place) {
            case Place.Folder(var path) -> open(path, wallClock);
            case Place.Server server -> {
                var database = PostgresDatabase.at(server);
                yield new Journal(database, database::writing, wallClock);
            }
        };
    }

    /**
     * Opens the journal in {@code path}, a folder; makes both if they are not there. Close it to give the folder back.
     */
    public static Journal open(Path path, InstantSource wallClock) throws DataUnusable {
        return open(path, wallClock, Database::writing);
    }

    /** As {@link #open(Path, InstantSource)}, with another way to connect for writing. */
    static Journal open(Path path, InstantSource wallClock, Connecting connecting) throws DataUnusable {
        var folder = DataFolder.take(path);
        try {
            var database = SqliteFile.in(folder);
            return new Journal(database, () -> connecting.to(database), wallClock);
        } catch (DataUnusable | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** How the writer reaches the database. */
    interface Connecting {
        Jdbi to(Database database);
    }

    /**
     * Stores a new incident with its first events, and the text of its scenario if that is not there yet: all or
     * nothing. It is {@link Status#OPEN}.
     *
     * @param sources what {@code events}' revision is a digest of
     * @param events from sequence 1; the first is an {@link Event.IncidentOpened}
     */
    public Append open(IncidentId id, Sources sources, List<Recorded> events) {
        Rows.requireInOrder(0, events);
        if (!(events.getFirst().event() instanceof Event.IncidentOpened opened)) {
            throw new IllegalArgumentException("an incident begins with its opening");
        }
        var files = SourcesText.encode(sources);
        var rows = Rows.of(id, events, wallClock.instant());
        return writer.write(new StreamKey(StreamKey.INCIDENT, id.value()), handle -> {
            var version = Rows.version(handle, id);
            if (version != 0) {
                return new Append.VersionConflict(version);
            }
            Rows.addRevision(handle, opened.revision(), sources.main(), files, wallClock.instant());
            Rows.addIncident(handle, id, opened, events.size());
            return rows.add(handle);
        });
    }

    /**
     * Stores more events of an incident.
     *
     * @param expectedVersion the version to which they were decided; {@code events} follow it without a gap
     * @param after how the incident stands after them, for lists
     */
    public Append append(IncidentId id, long expectedVersion, List<Recorded> events, Status after) {
        Rows.requireInOrder(expectedVersion, events);
        var rows = Rows.of(id, events, wallClock.instant());
        return writer.write(
                new StreamKey(StreamKey.INCIDENT, id.value()),
                handle -> Rows.advance(handle, id, expectedVersion, rows.lastSequence(), after)
                        ? rows.add(handle)
                        : new Append.VersionConflict(Rows.version(handle, id)));
    }

    /** The events of an incident after {@code version}, in order; none if there is no such incident. */
    public List<Recorded> read(IncidentId id, long version) {
        return query(handle -> Rows.events(handle, id, version));
    }

    /** The incident as the journal lists it, if there is such an incident. */
    public Optional<Heading> find(IncidentId id) {
        return query(handle -> Rows.heading(handle, id));
    }

    /** The incidents that a participant opened, newest first, at most {@code most}. */
    public List<Heading> openedBy(String participantId, int most) {
        return query(handle -> Rows.headingsOf(handle, participantId, most));
    }

    /** Questions about a scenario that were not understood, the most frequent first, without who asked them. */
    public List<Misunderstood> misunderstood(ScenarioId scenario) {
        return Misunderstood.among(query(handle -> Rows.questions(handle, scenario, Misunderstood.MOST_READ)));
    }

    /** Keeps what came of an incident's debrief, in place of what was kept before. */
    public Append keep(IncidentId id, Result result) {
        var body = ResultRows.encode(result);
        return writer.write(new StreamKey(StreamKey.RESULT, id.value()), handle -> {
            ResultRows.keep(handle, id, body, wallClock.instant());
            return new Append.Appended(Rows.version(handle, id));
        });
    }

    /** The incidents that a participant opened and that are over, newest first, at most {@code most}, with what is kept of them. */
    public List<Played> playedBy(String participantId, int most) {
        return query(handle -> ResultRows.playedBy(handle, participantId, most));
    }

    /** The text of a revision that some incident was played with, or that some edition is. */
    public Optional<Sources> sources(Revision revision) {
        return query(handle -> Rows.sources(handle, revision));
    }

    /** The facilitators' accounts. */
    public StoredAccounts accounts() {
        return new StoredAccounts(this, wallClock);
    }

    /** Notes something that a facilitator did. */
    public Append audit(Audit.Note note) {
        var now = wallClock.instant();
        return writer.write(
                new StreamKey(StreamKey.AUDIT, ""), handle -> new Append.Appended(AuditRows.add(handle, note, now)));
    }

    /** What was noted before a number, the newest first, at most {@code most}; {@link Long#MAX_VALUE} for the newest of all. */
    public List<Audit> audits(long before, int most) {
        return query(handle -> AuditRows.before(handle, before, most));
    }

    /** What people wrote about incidents after their end. */
    public Afterwords afterwords() {
        return new Afterwords(this, wallClock);
    }

    /** What the texts of scenarios and systems have been. */
    public Editions editions() {
        return new Editions(this, wallClock);
    }

    /** The drills. */
    public DrillJournal drills() {
        return new DrillJournal(this);
    }

    Append write(StreamKey stream, Writer.Work work) {
        return writer.write(stream, work);
    }

    /** The number of an incident's events; 0 if it is not there. */
    public long version(IncidentId id) {
        return query(handle -> Rows.version(handle, id));
    }

    /** Whether other processes may append to the same streams: then what is held in memory may be old. */
    public boolean isShared() {
        return database.isShared();
    }

    /**
     * From now on, tells {@code listener} of what is appended to streams of {@code kind}. A journal that one process has for itself has
     * nothing to tell.
     *
     * @param kind such as {@link #INCIDENT}
     */
    public void listen(String kind, Listener listener) {
        database.listen(kind, listener);
    }

    /** The secret with which cookies are signed, the same for all who share the journal; made from {@code source} if there is none. */
    public SigningKey signingKey(RandomBytes source) throws DataUnusable {
        return database.signingKey(source);
    }

    /** Whether it can be read just now. */
    public boolean isReachable() {
        return reader.isReachable();
    }

    /** How much there is to do. */
    public Load load() {
        return writer.load();
    }

    /**
     * How much the journal has to do; counts are since it was opened.
     *
     * @param storing how long those who were stored waited for it in all
     * @param conflicts appends that came too late
     * @param waiting for the next transaction
     */
    public record Load(long stored, Duration storing, long conflicts, long failed, long transactions, int waiting) {}

    <T> T query(Reader.Query<T> query) {
        return reader.query(query);
    }

    Writer writer() {
        return writer;
    }

    /** Stores what waits to be stored, then gives the data folder or the connections back. */
    @Override
    public void close() {
        writer.close();
        reader.close();
        database.close();
    }
}
