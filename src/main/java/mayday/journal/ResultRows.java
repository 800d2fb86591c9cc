package mayday.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.review.Played;
import mayday.review.Result;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQL of results, and their stored names. */
final class ResultRows {
    private static final Logger LOG = LoggerFactory.getLogger(ResultRows.class);

    /** What stands here in quotes is stored and never changed; keys may be added. */
    private static final JsonShapes NAMES = new JsonShapes()
            .record(Result.class, "score", "parts", "mitigated", "questions", "ended", "named", "lesson", "par")
            .absentList(Result.class, "par")
            .record(Result.Part.class, "id", "title", "score", "lesson")
            .record(Result.Par.class, "score", "mitigated");

    private ResultRows() {}

    static String encode(Result result) {
        return NAMES.write(result);
    }

    static void keep(Handle handle, IncidentId id, String body, Instant wallClock) {
        handle.execute("""
                insert into result (incident, scoring, body, kept_at) values (?, ?, ?, ?)
                on conflict (incident) do update set scoring = excluded.scoring, body = excluded.body, kept_at = excluded.kept_at""", id.value(), Result.SCORING, body, Rows.MILLIS.format(wallClock));
    }

    /** The incidents that somebody opened and that are over, newest first; results of another scoring are left out. */
    static List<Played> playedBy(Handle handle, String ownerId, int most) {
        return handle.createQuery("""
                select incident.id, scenario, opened_at, opening.type, opening.format, opening.body,
                       ending.recorded_at as ended_at, result.body as result
                from incident
                join event opening on opening.incident = incident.id and opening.sequence = 1
                join event ending on ending.incident = incident.id and ending.sequence = incident.version
                left join result on result.incident = incident.id and scoring = ?
                where owner_id = ? and status in (?, ?)
                order by opened_at desc, incident.id limit ?""")
                .bind(0, Result.SCORING)
                .bind(1, ownerId)
                .bind(2, Words.kebab(Status.CLOSED))
                .bind(3, Words.kebab(Status.TIMED_OUT))
                .bind(4, most)
                .map((row, _) -> played(row))
                .list();
    }

    private static Played played(ResultSet row) throws SQLException {
        var id = new IncidentId(row.getString("id"));
        var opened = opened(id, row);
        return new Played(
                id,
                new ScenarioId(row.getString("scenario")),
                opened.cause(),
                opened.mode(),
                opened.terms().coach() == Terms.Coaching.GUIDE,
                Instant.parse(row.getString("opened_at")),
                Instant.parse(row.getString("ended_at")),
                result(id, row.getString("result")));
    }

    private static Event.IncidentOpened opened(IncidentId id, ResultSet row) throws SQLException {
        try {
            return (Event.IncidentOpened)
                    EventCodec.decode(row.getString("type"), row.getInt("format"), row.getString("body"));
        } catch (JsonShapes.Unreadable e) {
            throw JournalUnavailable.damaged(
                    "Event 1 of incident " + id + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A result that cannot be read is as good as none: it is worked out again. */
    private static List<Result> result(IncidentId id, @Nullable String body) {
        if (body == null) {
            return List.of();
        }
        try {
            return List.of(NAMES.read(Result.class, body));
        } catch (JsonShapes.Unreadable e) {
            LOG.warn("The result of incident {} is not readable and will be worked out again: {}", id, e.getMessage());
            return List.of();
        }
    }
}
