package mayday.journal;

import java.time.Instant;
import java.util.List;
import mayday.incident.Participant;
import mayday.scenario.Words;
import org.jdbi.v3.core.Handle;

/** The SQL of the audit trail. */
final class AuditRows {
    /** Old rows are given up once for so many new ones: looking for them each time would cost more than they do. */
    private static final int GIVE_UP_EVERY = 1_000;

    private AuditRows() {}

    /** Adds a note after all others: the number that it got. */
    static long add(Handle handle, Audit.Note note, Instant at) {
        long number;
        do {
            number = handle.createQuery("select coalesce(max(number), 0) + 1 from audit")
                    .mapTo(Long.class)
                    .one();
            // Where several nodes write, another may have taken the number: then the next look sees its row.
        } while (insert(handle, number, note, at) == 0);
        if (number % GIVE_UP_EVERY == 0) {
            handle.execute("delete from audit where number <= ?", number - Audit.MOST_KEPT);
        }
        return number;
    }

    private static int insert(Handle handle, long number, Audit.Note note, Instant at) {
        return handle.execute(
                """
                insert into audit (number, at, by_id, by_name, what, about, detail)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                number,
                Rows.MILLIS.format(at),
                note.by().id(),
                note.by().name(),
                Words.kebab(note.what()),
                note.about(),
                note.detail());
    }

    /** Those before a number, the newest first. */
    static List<Audit> before(Handle handle, long number, int most) {
        return handle.createQuery("""
                select number, at, by_id, by_name, what, about, detail from audit
                where number < ? order by number desc limit ?""")
                .bind(0, number)
                .bind(1, most)
                .map((row, _) -> new Audit(
                        row.getLong("number"),
                        Instant.parse(row.getString("at")),
                        new Participant(row.getString("by_id"), row.getString("by_name")),
                        row.getString("what"),
                        row.getString("about"),
                        row.getString("detail")))
                .list();
    }
}
