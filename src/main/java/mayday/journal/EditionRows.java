package mayday.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.incident.Participant;
import mayday.journal.Edition.Standing;
import mayday.scenario.Revision;
import mayday.scenario.Words;
import org.jdbi.v3.core.Handle;

/** The SQL of editions. */
final class EditionRows {
    private static final String COLUMNS =
            "select item, number, revision, standing, by_id, by_name, noted_at from edition ";

    private EditionRows() {}

    /** Adds an edition after the others, unless the latest one is the same: the number that it has. */
    static long note(Handle handle, Noted noted) {
        var latest = latest(handle, noted.item());
        var same =
                latest.filter(each -> each.revision().equals(noted.revision()) && each.standing() == noted.standing());
        if (same.isPresent()) {
            return same.get().number();
        }
        var number = latest.map(Edition::number).orElse(0L) + 1;
        Rows.addRevision(handle, noted.revision(), noted.main(), noted.files(), noted.at());
        handle.execute(
                """
                insert into edition (item, number, revision, standing, by_id, by_name, noted_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                noted.item(),
                number,
                noted.revision().digest(),
                Words.kebab(noted.standing()),
                noted.by().id(),
                noted.by().name(),
                Rows.MILLIS.format(noted.at()));
        giveUp(handle, noted.item(), number - Edition.MOST_KEPT);
        return number;
    }

    /** An edition ready to be stored. */
    record Noted(
            String item, Revision revision, String main, String files, Standing standing, Participant by, Instant at) {
        static Noted of(Edition.Text text, Instant at) {
            var sources = text.sources();
            return new Noted(
                    text.item(),
                    sources.revision(),
                    sources.main(),
                    SourcesText.encode(sources),
                    text.standing(),
                    text.by(),
                    at);
        }
    }

    private static void giveUp(Handle handle, String item, long upTo) {
        if (upTo < 1) {
            return;
        }
        handle.execute("""
                delete from edition where item = ? and number <= ? and number not in
                    (select max(number) from edition where item = ? and standing = 'published')""", item, upTo, item);
        handle.execute("""
                delete from revision where digest not in (select revision from edition)
                    and digest not in (select revision from incident)""");
    }

    private static Optional<Edition> latest(Handle handle, String item) {
        return handle.createQuery(COLUMNS + "where item = ? order by number desc limit 1")
                .bind(0, item)
                .map((row, _) -> edition(row))
                .findOne();
    }

    static Optional<Edition> published(Handle handle, String item) {
        return handle.createQuery(COLUMNS + "where item = ? and standing = 'published' order by number desc limit 1")
                .bind(0, item)
                .map((row, _) -> edition(row))
                .findOne();
    }

    static List<Edition> of(Handle handle, String item, int most) {
        return handle.createQuery(COLUMNS + "where item = ? order by number desc limit ?")
                .bind(0, item)
                .bind(1, most)
                .map((row, _) -> edition(row))
                .list();
    }

    static Optional<Edition> find(Handle handle, String item, long number) {
        return handle.createQuery(COLUMNS + "where item = ? and number = ?")
                .bind(0, item)
                .bind(1, number)
                .map((row, _) -> edition(row))
                .findOne();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getString("item"),
                row.getLong("number"),
                new Revision(row.getString("revision")),
                Rows.word(Standing.class, row.getString("standing")),
                new Participant(row.getString("by_id"), row.getString("by_name")),
                Instant.parse(row.getString("noted_at")));
    }
}
