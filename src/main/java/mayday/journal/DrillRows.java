package mayday.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillId;
import mayday.exercise.DrillRecorded;
import mayday.exercise.JoinCode;
import mayday.incident.Participant;
import mayday.journal.DrillHeading.DrillStage;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import org.jdbi.v3.core.Handle;

/** The SQL of drills. */
record DrillRows(DrillId id, List<DrillRecorded> events, List<String> texts) {
    private static final String HEADING =
            "select id, title, scenario, by_id, by_name, created_at, version, stage from drill ";

    static DrillRows of(DrillId id, List<DrillRecorded> events) {
        var texts = events.stream()
                .map(recorded -> DrillCodec.encode(recorded.event()))
                .toList();
        return new DrillRows(id, List.copyOf(events), texts);
    }

    static long version(Handle handle, DrillId id) {
        return handle.createQuery("select version from drill where id = ?")
                .bind(0, id.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static void create(Handle handle, DrillId id, DrillEvent.Created created, Instant at) {
        handle.execute(
                """
                insert into drill (id, code, title, scenario, by_id, by_name, created_at, version, stage)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id.value(),
                created.code().value(),
                created.plan().title(),
                created.plan().scenario().value(),
                created.by().id(),
                created.by().name(),
                Rows.MILLIS.format(at),
                0L,
                Words.kebab(DrillStage.LOBBY));
    }

    Append add(Handle handle, DrillStage after) {
        var last = events.getLast().sequence();
        handle.execute("update drill set version = ?, stage = ? where id = ?", last, Words.kebab(after), id.value());
        try (var batch = handle.prepareBatch("""
                insert into drill_event (drill, sequence, at, type, format, body) values (?, ?, ?, ?, ?, ?)""")) {
            for (var i = 0; i < events.size(); i++) {
                var recorded = events.get(i);
                batch.bind(0, id.value())
                        .bind(1, recorded.sequence())
                        .bind(2, recorded.at().toString())
                        .bind(3, DrillCodec.type(recorded.event()))
                        .bind(4, DrillCodec.FORMAT)
                        .bind(5, texts.get(i))
                        .add();
            }
            batch.execute();
        }
        for (var recorded : events) {
            if (recorded.event() instanceof DrillEvent.Joined joined) {
                handle.execute(
                        "insert into drill_person (person, drill) values (?, ?) on conflict do nothing",
                        joined.person().id(),
                        id.value());
            }
        }
        return new Append.Appended(last);
    }

    static List<DrillRecorded> events(Handle handle, DrillId id, long version) {
        return handle.createQuery("""
                select sequence, at, type, format, body from drill_event
                where drill = ? and sequence > ? order by sequence""")
                .bind(0, id.value())
                .bind(1, version)
                .map((row, _) -> recorded(id, row))
                .list();
    }

    private static DrillRecorded recorded(DrillId id, ResultSet row) throws SQLException {
        var sequence = row.getLong("sequence");
        try {
            var event = DrillCodec.decode(row.getString("type"), row.getInt("format"), row.getString("body"));
            return new DrillRecorded(sequence, Instant.parse(row.getString("at")), event);
        } catch (JsonShapes.Unreadable | DateTimeException e) {
            throw JournalUnavailable.damaged(
                    "Event " + sequence + " of drill " + id + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static Optional<DrillHeading> heading(Handle handle, DrillId id) {
        return handle.createQuery(HEADING + "where id = ?")
                .bind(0, id.value())
                .map((row, _) -> heading(row))
                .findOne();
    }

    static Optional<DrillHeading> heading(Handle handle, JoinCode code) {
        return handle.createQuery(HEADING + "where code = ?")
                .bind(0, code.value())
                .map((row, _) -> heading(row))
                .findOne();
    }

    static List<DrillHeading> all(Handle handle, int most) {
        return handle.createQuery(HEADING + "order by created_at desc, id limit ?")
                .bind(0, most)
                .map((row, _) -> heading(row))
                .list();
    }

    static List<DrillHeading> of(Handle handle, String personId, int most) {
        return handle.createQuery(HEADING + """
                where id in (select drill from drill_person where person = ?) order by created_at desc, id limit ?""")
                .bind(0, personId)
                .bind(1, most)
                .map((row, _) -> heading(row))
                .list();
    }

    private static DrillHeading heading(ResultSet row) throws SQLException {
        return new DrillHeading(
                new DrillId(row.getString("id")),
                row.getString("title"),
                new ScenarioId(row.getString("scenario")),
                new Participant(row.getString("by_id"), row.getString("by_name")),
                Instant.parse(row.getString("created_at")),
                row.getLong("version"),
                Rows.word(DrillStage.class, row.getString("stage")));
    }
}
