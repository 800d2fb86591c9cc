package mayday.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Sources;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Events of an incident, made ready to be added as rows; and all the SQL.
 *
 * @param texts the events' stored text, made by the caller's thread, of which there are many
 */
record Rows(IncidentId id, List<Recorded> events, List<String> texts, String recordedAt) {
    /** Real time in columns: always three decimals, so that it sorts as text. */
    static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final String HEADING =
            "select id, scenario, revision, owner_id, owner_name, mode, opened_at, version, status from incident ";

    static Rows of(IncidentId id, List<Recorded> events, Instant wallClock) {
        var texts = events.stream()
                .map(recorded -> EventCodec.encode(recorded.event()))
                .toList();
        return new Rows(id, List.copyOf(events), texts, MILLIS.format(wallClock));
    }

    /** Only events that follow the expected version without a gap are stored; whoever gives others is mistaken. */
    static void requireInOrder(long expectedVersion, List<Recorded> events) {
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

    long lastSequence() {
        return events.getLast().sequence();
    }

    /** By JDBC itself, as {@link #advance}: every move does both, and to bind values as Jdbi does takes longer than to store them. */
    Append add(Handle handle) {
        try (var insert = handle.getConnection().prepareStatement("""
                insert into event (incident, sequence, at, type, format, body, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)""")) {
            for (var i = 0; i < events.size(); i++) {
                var recorded = events.get(i);
                insert.setString(1, id.value());
                insert.setLong(2, recorded.sequence());
                insert.setString(3, recorded.at().toString());
                insert.setString(4, EventCodec.type(recorded.event()));
                insert.setInt(5, EventCodec.FORMAT);
                insert.setString(6, texts.get(i));
                insert.setString(7, recordedAt);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new NotStored(e);
        }
        return new Append.Appended(lastSequence());
    }

    /** As Jdbi has it: whoever looks for the reason finds it as the cause. */
    private static final class NotStored extends JdbiException {
        private static final long serialVersionUID = 1L;

        NotStored(SQLException cause) {
            super(cause);
        }
    }

    /** Questions that were asked about a scenario, those of the newest incidents, each incident's in order. */
    static List<Misunderstood.Asked> questions(Handle handle, ScenarioId scenario, int most) {
        return handle.createQuery("""
                select event.incident, sequence, at, type, format, body
                from event join incident on incident.id = event.incident
                where scenario = ? and type = ? order by opened_at desc, event.incident, sequence limit ?""")
                .bind(0, scenario.value())
                .bind(1, EventCodec.QUESTION_ASKED)
                .bind(2, most)
                .map((row, _) -> {
                    var incident = new IncidentId(row.getString("incident"));
                    return new Misunderstood.Asked(incident, (Event.QuestionAsked)
                            recorded(incident, row).event());
                })
                .list();
    }

    /** The number of an incident's events; 0 if it is not there. */
    static long version(Handle handle, IncidentId id) {
        return handle.createQuery("select version from incident where id = ?")
                .bind(0, id.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static void addRevision(Handle handle, Revision revision, String main, String files, Instant wallClock) {
        handle.execute(
                "insert into revision (digest, main, files, stored_at) values (?, ?, ?, ?) on conflict do nothing",
                revision.digest(),
                main,
                files,
                MILLIS.format(wallClock));
    }

    static void addIncident(Handle handle, IncidentId id, Event.IncidentOpened opened, long version) {
        handle.execute(
                """
                insert into incident (id, scenario, revision, owner_id, owner_name, mode, opened_at, version, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id.value(),
                opened.scenario().value(),
                opened.revision().digest(),
                opened.by().id(),
                opened.by().name(),
                Words.kebab(opened.mode()),
                MILLIS.format(opened.wallClock()),
                version,
                Words.kebab(Status.OPEN));
    }

    /** Brings an incident from one version to another; whether it was at that one. */
    static boolean advance(Handle handle, IncidentId id, long expected, long version, Status status) {
        try (var update = handle.getConnection()
                .prepareStatement("update incident set status = ?, version = ? where id = ? and version = ?")) {
            update.setString(1, Words.kebab(status));
            update.setLong(2, version);
            update.setString(3, id.value());
            update.setLong(4, expected);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new NotStored(e);
        }
    }

    static List<Recorded> events(Handle handle, IncidentId id, long version) {
        return handle.createQuery("""
                select sequence, at, type, format, body from event
                where incident = ? and sequence > ? order by sequence""")
                .bind(0, id.value())
                .bind(1, version)
                .map((row, _) -> recorded(id, row))
                .list();
    }

    private static Recorded recorded(IncidentId id, ResultSet row) throws SQLException {
        var sequence = row.getLong("sequence");
        try {
            var event = EventCodec.decode(row.getString("type"), row.getInt("format"), row.getString("body"));
            return new Recorded(sequence, Instant.parse(row.getString("at")), event);
        } catch (JsonShapes.Unreadable | DateTimeException e) {
            throw JournalUnavailable.damaged(
                    "Event " + sequence + " of incident " + id + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static Optional<Heading> heading(Handle handle, IncidentId id) {
        return handle.createQuery(HEADING + "where id = ?")
                .bind(0, id.value())
                .map((row, _) -> heading(row))
                .findOne();
    }

    static List<Heading> headingsOf(Handle handle, String ownerId, int most) {
        return handle.createQuery(HEADING + "where owner_id = ? order by opened_at desc, id limit ?")
                .bind(0, ownerId)
                .bind(1, most)
                .map((row, _) -> heading(row))
                .list();
    }

    private static Heading heading(ResultSet row) throws SQLException {
        return new Heading(
                new IncidentId(row.getString("id")),
                new ScenarioId(row.getString("scenario")),
                new Revision(row.getString("revision")),
                new Participant(row.getString("owner_id"), row.getString("owner_name")),
                word(ClockMode.class, row.getString("mode")),
                Instant.parse(row.getString("opened_at")),
                row.getLong("version"),
                word(Status.class, row.getString("status")));
    }

    static <E extends Enum<E>> E word(Class<E> type, String stored) {
        return Words.parse(type, stored)
                .orElseThrow(() -> new JournalUnavailable(
                        "A row of the journal cannot be read: \"" + stored + "\" is no " + type.getSimpleName() + "."));
    }

    static Optional<Sources> sources(Handle handle, Revision revision) {
        return handle.createQuery("select main, files from revision where digest = ?")
                .bind(0, revision.digest())
                .map((row, _) -> SourcesText.decode(row.getString("main"), row.getString("files")))
                .findOne();
    }
}
