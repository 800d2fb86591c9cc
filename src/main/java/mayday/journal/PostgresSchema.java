package mayday.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import mayday.journal.DataUnusable.Reason;

/**
 * The tables of the journal in a PostgreSQL schema, brought to ours by the migrations that SQLite has too. The version is kept in a
 * table; each migration is one transaction, under a lock that other nodes which start at the same time wait for.
 */
final class PostgresSchema {
    /** Has {@code pg_current_xact_id} and {@code pg_xact_status}, on which it rests that no append is lost or doubled. */
    private static final int OLDEST_SERVER = 13;

    private static final String OURS = "/db/postgres/mayday.sql";

    private final Connection connection;
    private final String name;
    private final List<String> scripts;

    PostgresSchema(Connection connection, String name, List<String> scripts) {
        this.connection = connection;
        this.name = name;
        this.scripts = List.copyOf(scripts);
    }

    static void bringUpToDate(Connection connection, String name) throws SQLException, DataUnusable {
        var scripts = Schema.MIGRATIONS.stream().map(Schema::script).toList();
        new PostgresSchema(connection, name, scripts).bringUpToDate();
    }

    void bringUpToDate() throws SQLException, DataUnusable {
        checkServer();
        connection.setAutoCommit(false);
        try {
            while (step()) {
                connection.commit();
            }
            connection.commit();
        } catch (SQLException | DataUnusable | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Under the lock, applies one migration; whether there was one to apply. The version is asked for each time: another node may have
     * been faster.
     */
    private boolean step() throws SQLException, DataUnusable {
        try (var statement = connection.createStatement()) {
            // A node that waits for another's migration waits as long as that takes.
            statement.execute("set local lock_timeout = 0");
            statement.execute("set local statement_timeout = 0");
            statement.execute("select pg_advisory_xact_lock(" + namespace(connection) + ", 0)");
            if (number("select count(*) from pg_tables where schemaname = current_schema() and tablename = 'mayday'")
                    == 0) {
                requireEmpty();
                statement.execute(Schema.resource(OURS));
            }
            var version = number("select version from mayday");
            if (version > scripts.size()) {
                throw new DataUnusable(
                        Reason.NEWER_SCHEMA,
                        "The database " + name + " was written by a newer Mayday (schema " + version
                                + "). Start that one, or name another database in " + Place.DATABASE_URL + ".");
            }
            if (version == scripts.size()) {
                return false;
            }
            statement.execute(scripts.get(version));
            statement.execute("update mayday set version = " + (version + 1));
            return true;
        }
    }

    private void requireEmpty() throws SQLException, DataUnusable {
        if (number(
                        "select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')")
                > 0) {
            throw new DataUnusable(
                    Reason.NOT_OURS,
                    "The database " + name
                            + " is not Mayday's: it holds other tables. Create an empty one and name it in "
                            + Place.DATABASE_URL + ", or a schema of its own with currentSchema=....");
        }
    }

    private void checkServer() throws SQLException, DataUnusable {
        var server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < OLDEST_SERVER) {
            throw new DataUnusable(
                    Reason.OTHER,
                    "The database server of " + name + " is PostgreSQL " + server.getDatabaseProductVersion()
                            + ". Mayday needs version " + OLDEST_SERVER + " or newer.");
        }
        if (!word("show server_encoding").equals("UTF8")) {
            throw new DataUnusable(
                    Reason.OTHER,
                    "The database " + name + " is not in UTF-8. Create it with: createdb --encoding=UTF8"
                            + " --template=template0 NAME.");
        }
        if (number("select count(current_schema())") == 0) {
            throw new DataUnusable(
                    Reason.NOT_WRITABLE,
                    "The database " + name + " has no schema for this user's tables. Create one, and name it in "
                            + Place.DATABASE_URL + " with currentSchema=....");
        }
    }

    /** What tells our locks and notifications from those of another Mayday in the same database. */
    static int namespace(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_schema()::regnamespace::oid::bigint")) {
            row.next();
            return (int) row.getLong(1);
        }
    }

    private int number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private String word(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
