package mayday.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Sources;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.review.Played;
import mayday.review.Result;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The append-only store of events, in one data folder, which no other process may use at the same time. Safe for use by
 * several threads.
 *
 * <p>What was appended is on the disk when {@link #append} returns: it survives the end of the process, however sudden.
 */
public final class Journal implements AutoCloseable {
    /** Appends that wait for the disk; more than this means that it cannot keep up. */
    public static final int MOST_WAITING = 1_024;

    private final DataFolder folder;
    private final Path file;
    private final Jdbi reading;
    private final Writer writer;
    private final InstantSource wallClock;

    private Journal(DataFolder folder, Database database, Jdbi writing, InstantSource wallClock) {
        this.folder = folder;
        this.file = database.file();
        this.reading = database.reading();
        this.writer = new Writer(writing, database.file());
        this.wallClock = wallClock;
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
            var database = Database.in(folder);
            var journal = new Journal(folder, database, connecting.to(database), wallClock);
            journal.writer.start();
            return journal;
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
        requireInOrder(0, events);
        if (!(events.getFirst().event() instanceof Event.IncidentOpened opened)) {
            throw new IllegalArgumentException("an incident begins with its opening");
        }
        var files = SourcesText.encode(sources);
        var rows = Rows.of(id, events, wallClock.instant());
        return writer.write(handle -> {
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
        requireInOrder(expectedVersion, events);
        var rows = Rows.of(id, events, wallClock.instant());
        return writer.write(handle -> {
            var version = Rows.version(handle, id);
            if (version != expectedVersion) {
                return new Append.VersionConflict(version);
            }
            Rows.updateIncident(handle, id, after, rows.lastSequence());
            return rows.add(handle);
        });
    }

    private static void requireInOrder(long expectedVersion, List<Recorded> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to store");
        }
        var expected = expectedVersion;
        for (var recorded : events) {
            expected++;
            if (recorded.sequence() != expected) {
                throw new IllegalArgumentException(
                        "expected event " + expected + ", not " + recorded.sequence() + ": " + recorded.event());
            }
        }
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

    /** What was written about an incident after its end, in order. */
    public List<Afterword> afterwords(IncidentId id) {
        return query(handle -> AfterwordRows.of(handle, id));
    }

    /** How many texts were written about an incident after its end. */
    public int countAfterwords(IncidentId id) {
        return query(handle -> AfterwordRows.count(handle, id));
    }

    /**
     * Stores what somebody wrote about an incident, which must exist.
     *
     * @param expected the number of the latest afterword of that kind and subject that the writer knew, 0 for none: nothing is
     *     overwritten that they have not seen
     */
    public Append write(
            IncidentId id,
            String kind,
            String subject,
            Participant by,
            String body,
            long expected,
            Afterword.Earlier earlier) {
        if (body.length() > Afterword.MOST_CHARACTERS) {
            throw new IllegalArgumentException("the text has " + body.length() + " characters");
        }
        var words = new Afterword(0, kind, subject, by, body, wallClock.instant());
        return writer.write(handle -> {
            var latest = AfterwordRows.latest(handle, id, kind, subject);
            if (latest != expected) {
                return new Append.VersionConflict(latest);
            }
            var number = AfterwordRows.add(handle, id, words);
            if (earlier == Afterword.Earlier.GIVES_WAY) {
                AfterwordRows.removeBefore(handle, id, kind, subject, number);
            }
            return new Append.Appended(number);
        });
    }

    /** Keeps what came of an incident's debrief, in place of what was kept before. */
    public Append keep(IncidentId id, Result result) {
        var body = ResultRows.encode(result);
        return writer.write(handle -> {
            ResultRows.keep(handle, id, body, wallClock.instant());
            return new Append.Appended(Rows.version(handle, id));
        });
    }

    /** The incidents that a participant opened and that are over, newest first, at most {@code most}, with what is kept of them. */
    public List<Played> playedBy(String participantId, int most) {
        return query(handle -> ResultRows.playedBy(handle, participantId, most));
    }

    /**
     * Notes what the texts of scenarios and systems are now, except those that are what was noted last: all or nothing.
     *
     * @param editions their numbers and times do not matter
     */
    public Append note(List<Edition.Text> editions) {
        var now = wallClock.instant();
        var noted =
                editions.stream().map(each -> EditionRows.Noted.of(each, now)).toList();
        return writer.write(handle -> {
            var last = 0L;
            for (var each : noted) {
                last = EditionRows.note(handle, each);
            }
            return new Append.Appended(last);
        });
    }

    /** What was noted of an item, the newest first, at most {@code most}. */
    public List<Edition> editions(String item, int most) {
        return query(handle -> EditionRows.of(handle, item, most));
    }

    public Optional<Edition> edition(String item, long number) {
        return query(handle -> EditionRows.find(handle, item, number));
    }

    /** The latest edition of an item that learners were to have. */
    public Optional<Edition> published(String item) {
        return query(handle -> EditionRows.published(handle, item));
    }

    /** The text of a revision that some incident was played with, or that some edition is. */
    public Optional<Sources> sources(Revision revision) {
        return query(handle -> Rows.sources(handle, revision));
    }

    /** The facilitators' accounts. */
    public StoredAccounts accounts() {
        return new StoredAccounts(writer, this::query, wallClock);
    }

    /** Notes something that a facilitator did. */
    public Append audit(Audit.Note note) {
        var now = wallClock.instant();
        return writer.write(handle -> new Append.Appended(AuditRows.add(handle, note, now)));
    }

    /** What was noted before a number, the newest first, at most {@code most}; {@link Long#MAX_VALUE} for the newest of all. */
    public List<Audit> audits(long before, int most) {
        return query(handle -> AuditRows.before(handle, before, most));
    }

    private <T> T query(Query<T> query) {
        try {
            return reading.withHandle(query::in);
        } catch (JdbiException e) {
            throw new JournalUnavailable(Trouble.of(e, file).words(), e);
        }
    }

    interface Query<T> {
        T in(Handle handle);
    }

    /** Reads what is stored. */
    interface Reader {
        <T> T query(Query<T> query);
    }

    Writer writer() {
        return writer;
    }

    /** Stores what waits to be stored, then gives the data folder back. */
    @Override
    public void close() {
        writer.close();
        folder.close();
    }
}
