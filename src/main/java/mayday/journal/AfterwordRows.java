package mayday.journal;

import java.time.Instant;
import java.util.List;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import org.jdbi.v3.core.Handle;

/** The SQL of afterwords. */
final class AfterwordRows {
    private AfterwordRows() {}

    /** The number of the latest of a kind and subject; 0 if there is none. */
    static long latest(Handle handle, IncidentId id, String kind, String subject) {
        return handle.createQuery("""
                select coalesce(max(number), 0) from afterword where incident = ? and kind = ? and subject = ?""")
                .bind(0, id.value())
                .bind(1, kind)
                .bind(2, subject)
                .mapTo(Long.class)
                .one();
    }

    static int count(Handle handle, IncidentId id) {
        return handle.createQuery("select count(*) from afterword where incident = ?")
                .bind(0, id.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Adds {@code words} after all others, whatever its own number says: the number that it got. */
    static long add(Handle handle, IncidentId id, Afterword words) {
        var number = handle.createQuery("select coalesce(max(number), 0) + 1 from afterword where incident = ?")
                .bind(0, id.value())
                .mapTo(Long.class)
                .one();
        handle.execute(
                """
                insert into afterword (incident, number, kind, subject, by_id, by_name, body, written_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                id.value(),
                number,
                words.kind(),
                words.subject(),
                words.by().id(),
                words.by().name(),
                words.body(),
                Rows.MILLIS.format(words.writtenAt()));
        return number;
    }

    static void removeBefore(Handle handle, IncidentId id, String kind, String subject, long number) {
        handle.execute(
                "delete from afterword where incident = ? and kind = ? and subject = ? and number < ?",
                id.value(),
                kind,
                subject,
                number);
    }

    static List<Afterword> of(Handle handle, IncidentId id) {
        return handle.createQuery("""
                select number, kind, subject, by_id, by_name, body, written_at from afterword
                where incident = ? order by number""")
                .bind(0, id.value())
                .map((row, _) -> new Afterword(
                        row.getLong("number"),
                        row.getString("kind"),
                        row.getString("subject"),
                        new Participant(row.getString("by_id"), row.getString("by_name")),
                        row.getString("body"),
                        Instant.parse(row.getString("written_at"))))
                .list();
    }
}
