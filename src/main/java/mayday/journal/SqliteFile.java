package mayday.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import mayday.journal.DataUnusable.Reason;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 *
 * @param anchor a connection that is not used any more, but open: with the last one SQLite takes the log and its index
 *     away, and to make them anew needs room, so that on a full disk nothing could even be read
 */
record SqliteFile(DataFolder folder, Path file, Connection anchor) implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

    static final String FILE = "mayday.db";

    /** How long we wait for another program, such as a backup, that holds the file. */
    private static final int BUSY_MILLIS = 5_000;

    static SqliteFile in(DataFolder folder) throws DataUnusable {
        SqliteLibrary.load();
        var file = folder.path().resolve(FILE);
        // Plain JDBC: Jdbi is loaded when somebody asks for an incident, which the first page need not wait for.
        try {
            return new SqliteFile(folder, file, checked(file));
        } catch (SQLException e) {
            var trouble = Trouble.of(e, file);
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        }
    }

    private static Connection checked(Path file) throws SQLException, DataUnusable {
        var connection = source(file).getConnection();
        try {
            check(connection, file);
            Schema.bringUpToDate(connection, file);
            return connection;
        } catch (SQLException | DataUnusable | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    @Override
    public Jdbi writing() {
        return plain(Jdbi.create(source(file)));
    }

    @Override
    public Jdbi reading() {
        return plain(Jdbi.create(source(file)));
    }

    /** Our SQL is written out: there is nothing to fill in but its parameters. */
    static Jdbi plain(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        return jdbi;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Trouble trouble(Throwable failure) {
        return Trouble.of(failure, file);
    }

    @Override
    public Again again(Throwable failure) {
        return Again.NOT;
    }

    @Override
    public boolean isReadAgain(Throwable failure) {
        return false;
    }

    @Override
    public Transaction transaction(List<StreamKey> streams) {
        return Transaction.PLAIN;
    }

    /** There is nothing to hear: no other process appends. */
    @Override
    public void listen(String kind, Journal.Listener listener) {}

    @Override
    public SigningKey signingKey(RandomBytes source) throws DataUnusable {
        return SigningKey.in(folder.path(), source);
    }

    /** Gives the data folder back. */
    @Override
    public void close() {
        try {
            anchor.close();
        } catch (SQLException e) {
            // All that was acknowledged is stored; what is left in the log is taken up at the next start.
            LOG.debug("A connection would not close", e);
        }
        folder.close();
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
