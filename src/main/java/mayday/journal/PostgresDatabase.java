package mayday.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import mayday.journal.DataUnusable.Reason;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL database that any number of nodes share. Each has one connection that writes, one that hears what others have written,
 * and a few that read.
 */
final class PostgresDatabase implements Database {
    private static final int MOST_READING = 8;

    /** Of one node. */
    static final int MOST_CONNECTIONS = MOST_READING + 2;

    /** How long a reader waits for a connection; a page that takes longer is better refused. */
    private static final int WAIT_MILLIS = 2_000;

    private static final int VALIDATION_MILLIS = 1_000;

    private final PostgresUrl url;
    private final int namespace;
    private final Jdbi writing;
    private final HikariDataSource pool;
    private final Jdbi reading;
    private final PostgresNews news;

    private PostgresDatabase(PostgresUrl url, int namespace) {
        this.url = url;
        this.namespace = namespace;
        // The writer holds its one connection: there is nothing to pool.
        this.writing = SqliteFile.plain(Jdbi.create(url.source()));
        this.pool = new HikariDataSource(pool(url));
        this.reading = SqliteFile.plain(Jdbi.create(pool));
        this.news = new PostgresNews(url, channel(namespace));
    }

    static PostgresDatabase at(Place.Server server) throws DataUnusable {
        var url = PostgresUrl.of(server);
        try (var connection = url.source().getConnection()) {
            PostgresSchema.bringUpToDate(connection, url.name());
            return new PostgresDatabase(url, PostgresSchema.namespace(connection));
        } catch (SQLException e) {
            var trouble = PostgresTrouble.of(e, url.name());
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        }
    }

    private static HikariConfig pool(PostgresUrl url) {
        var config = new HikariConfig();
        config.setPoolName("journal-reading");
        config.setDataSource(url.source());
        config.setMaximumPoolSize(MOST_READING);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        // It was there a moment ago; if it is not any more, readers are told so one by one.
        config.setInitializationFailTimeout(-1);
        // Said here because HikariCP asks its first line only, and never connects again if that one breaks just then
        // (its issue 2269).
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    /** The name under which nodes of one schema hear of each other. */
    static String channel(int namespace) {
        return "mayday_" + Integer.toUnsignedString(namespace);
    }

    @Override
    public Jdbi writing() {
        return writing;
    }

    @Override
    public Jdbi reading() {
        return reading;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Trouble trouble(Throwable failure) {
        return PostgresTrouble.of(failure, url.name());
    }

    @Override
    public Again again(Throwable failure) {
        return PostgresTrouble.again(failure);
    }

    /** Not when there was no connection to be had: that was waited for already. */
    @Override
    public boolean isReadAgain(Throwable failure) {
        return PostgresTrouble.isConnectionLost(failure) && !(failure instanceof org.jdbi.v3.core.ConnectionException);
    }

    @Override
    public Transaction transaction(List<StreamKey> streams) {
        return new PostgresTransaction(url, namespace, streams);
    }

    @Override
    public void listen(String kind, Journal.Listener listener) {
        news.listen(kind, listener);
    }

    @Override
    public SigningKey signingKey(RandomBytes source) throws DataUnusable {
        var made = Base64.getEncoder().encodeToString(SigningKey.random(source));
        try (var connection = url.source().getConnection();
                var offer = connection.prepareStatement("update mayday set signing_key = ? where signing_key is null");
                var ask = connection.prepareStatement("select signing_key from mayday")) {
            offer.setString(1, made);
            offer.executeUpdate();
            try (var row = ask.executeQuery()) {
                row.next();
                return SigningKey.of(Base64.getDecoder().decode(row.getString(1)));
            }
        } catch (SQLException e) {
            var trouble = trouble(e);
            throw new DataUnusable(trouble.reason(), trouble.words(), e);
        } catch (IllegalArgumentException e) {
            throw new DataUnusable(
                    Reason.KEY_DAMAGED,
                    "The key of cookies in " + url.name() + " is damaged. Remove it (update mayday set signing_key ="
                            + " null): a new one is made, and learners lose sight of the incidents they opened.",
                    e);
        }
    }

    @Override
    public void close() {
        news.close();
        pool.close();
    }
}
