package mayday.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction among those of other nodes. It locks the streams that it works on, tells the others what it appended, and can find out
 * afterwards whether it happened: a connection that breaks while a commit is under way leaves that open, but the server knows.
 */
final class PostgresTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTransaction.class);

    /**
     * How often the server is asked what became of a transaction, with pauses that add up to 13 seconds: a restart takes less. Callers
     * wait meanwhile.
     */
    private static final int MOST_TRIES = 8;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(3_200);

    private final PostgresUrl url;
    private final int namespace;
    private final List<StreamKey> streams;
    /** The transaction's id, as the server gives it; empty until it has begun. */
    private String id = "";

    private int process = 0;

    PostgresTransaction(PostgresUrl url, int namespace, List<StreamKey> streams) {
        this.url = url;
        this.namespace = namespace;
        this.streams = List.copyOf(streams);
    }

    /** Locks the streams in the order of their numbers, so that no two nodes wait for each other, and asks for the id. */
    @Override
    public void began(Handle handle) throws SQLException {
        var connection = handle.getConnection();
        var locks =
                streams.stream().map(StreamKey::hashCode).distinct().sorted().toArray(Integer[]::new);
        try (var statement = connection.prepareStatement("""
                select pg_current_xact_id()::text, pg_backend_pid(), count(pg_advisory_xact_lock(?, lock))
                from unnest(?) lock""")) {
            statement.setInt(1, namespace);
            statement.setArray(2, connection.createArrayOf("int4", locks));
            try (var row = statement.executeQuery()) {
                row.next();
                id = row.getString(1);
                process = row.getInt(2);
            }
        }
    }

    @Override
    public void ends(Handle handle, List<Appended> appended) throws SQLException {
        if (appended.isEmpty()) {
            return;
        }
        var connection = handle.getConnection();
        var payloads = appended.stream()
                .map(each -> each.stream().kind() + " " + each.version() + " "
                        + each.stream().id())
                .toArray(String[]::new);
        try (var statement =
                connection.prepareStatement("select count(pg_notify(?, payload)) from unnest(?) payload")) {
            statement.setString(1, PostgresDatabase.channel(namespace));
            statement.setArray(2, connection.createArrayOf("text", payloads));
            statement.executeQuery().close();
        }
    }

    @Override
    public Fate fate() {
        if (id.isEmpty()) {
            return Fate.NOTHING_STORED;
        }
        var pause = PAUSE.toNanos();
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            try (var connection = url.source().getConnection()) {
                return asked(connection);
            } catch (SQLException e) {
                LOG.debug("Transaction {} could not be asked for yet", id, e);
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            }
        }
        return Fate.UNKNOWN;
    }

    private Fate asked(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("select coalesce(pg_xact_status(cast(? as xid8)), 'forgotten')")) {
            statement.setString(1, id);
            var status = status(statement);
            while (status.equals("in progress")) {
                // Its commit may still be on the way; it must not arrive after we have said that nothing happened.
                end(connection);
                LockSupport.parkNanos(PAUSE.toNanos());
                status = status(statement);
            }
            return switch (status) {
                case "committed" -> Fate.STORED;
                case "aborted" -> Fate.NOTHING_STORED;
                default -> Fate.UNKNOWN;
            };
        }
    }

    private static String status(java.sql.PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private void end(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, process);
            statement.executeQuery().close();
        }
    }
}
