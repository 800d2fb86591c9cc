package mayday.journal;

import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import mayday.journal.DataUnusable.Reason;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file in a data folder, checked and brought to our schema.
 *
 * <p>Write-ahead logging lets readers go on while the writer writes; {@code synchronous=FULL} makes a commit wait for
 * the disk.
 */
record Database(Path file, Jdbi writing, Jdbi reading) {
    static final String FILE = "mayday.db";

    /** How long we wait for another program, such as a backup, that holds the file. */
    private static final int BUSY_MILLIS = 5_000;

    static Database in(DataFolder folder) throws DataUnusable {
        var file = folder.path().resolve(FILE);
        var writer = source(file);
        var database = new Database(file, Jdbi.create(writer), Jdbi.create(source(file)));
        try {
            database.check();
            migrate(writer, file);
        } catch (JdbiException | FlywayException e) {
            var trouble = Trouble.of(e, file);
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        }
        return database;
    }

    private static DataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        // A transaction of ours always writes: asking for the lock at its beginning spares it from being refused
        // half-way.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** Finds damage now, when somebody looks at the screen, and not in the middle of an incident. */
    private void check() throws DataUnusable {
        var finding = writing.withHandle(handle ->
                handle.createQuery("pragma quick_check(1)").mapTo(String.class).one());
        if (!finding.equals("ok")) {
            var trouble = Trouble.damaged(file, finding);
            throw new DataUnusable(trouble.reason(), trouble.words());
        }
        var mode = writing.withHandle(handle ->
                handle.createQuery("pragma journal_mode").mapTo(String.class).one());
        if (!mode.equals("wal")) {
            throw new DataUnusable(
                    Reason.OTHER,
                    "The disk that holds " + file
                            + " does not offer what a database needs (shared memory). Name a folder on a"
                            + " local disk with --data.");
        }
    }

    private static void migrate(DataSource source, Path file) throws DataUnusable {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load();
        var newer = Arrays.stream(flyway.info().applied())
                .filter(migration -> !migration.getState().isResolved())
                .findFirst();
        if (newer.isPresent()) {
            throw new DataUnusable(
                    Reason.NEWER_SCHEMA,
                    "The database " + file + " was written by a newer Mayday (schema "
                            + newer.get().getVersion() + "). Start that one, or name another folder with --data.");
        }
        flyway.migrate();
    }
}
