package mayday.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import mayday.journal.DataUnusable.Reason;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
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
        // Plain JDBC: Jdbi is loaded when somebody asks for an incident, which the first page need not wait for.
        try (var connection = writer.getConnection()) {
            check(connection, file);
            Schema.bringUpToDate(connection, file);
        } catch (SQLException e) {
            var trouble = Trouble.of(e, file);
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        }
        return new Database(file, jdbi(writer), jdbi(source(file)));
    }

    private static Jdbi jdbi(DataSource source) {
        var jdbi = Jdbi.create(source);
        // Our SQL is written out: there is nothing to fill in but its parameters.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        return jdbi;
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
    private static void check(Connection connection, Path file) throws SQLException, DataUnusable {
        var finding = word(connection, "pragma quick_check(1)");
        if (!finding.equals("ok")) {
            var trouble = Trouble.damaged(file, finding);
            throw new DataUnusable(trouble.reason(), trouble.words());
        }
        if (!word(connection, "pragma journal_mode").equals("wal")) {
            throw new DataUnusable(
                    Reason.OTHER,
                    "The disk that holds " + file
                            + " does not offer what a database needs (shared memory). Name a folder on a"
                            + " local disk with --data.");
        }
    }

    private static String word(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.getString(1);
        }
    }
}
