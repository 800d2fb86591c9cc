package mayday.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import mayday.journal.DataUnusable.Reason;

/**
 * The tables of the journal, brought from any earlier version to ours by migrations: scripts that are never changed once they were
 * released, only followed by others. SQLite keeps the version in the file's header ({@code user_version}) and changes tables within
 * transactions, so a file has a migration wholly or not at all.
 */
final class Schema {
    /** In {@code db/migration}, in order; a database of version n has had the first n of them. */
    static final List<String> MIGRATIONS = List.of(
            "V1__journal.sql",
            "V2__afterword.sql",
            "V3__result.sql",
            "V4__edition.sql",
            "V5__account.sql",
            "V6__drill.sql");

    /** Where databases were kept count of before {@code user_version} was used. */
    private static final String EARLIER_HISTORY = "flyway_schema_history";

    private final Connection connection;
    private final Path file;
    private final List<String> scripts;

    /** @param scripts the migrations themselves, in order */
    Schema(Connection connection, Path file, List<String> scripts) {
        this.connection = connection;
        this.file = file;
        this.scripts = List.copyOf(scripts);
    }

    /** Applies to {@code file} what is missing of our migrations. */
    static void bringUpToDate(Connection connection, Path file) throws SQLException, DataUnusable {
        new Schema(connection, file, MIGRATIONS.stream().map(Schema::script).toList()).bringUpToDate();
    }

    void bringUpToDate() throws SQLException, DataUnusable {
        var version = version();
        if (version > scripts.size()) {
            throw new DataUnusable(
                    Reason.NEWER_SCHEMA,
                    "The database " + file + " was written by a newer Mayday (schema " + version
                            + "). Start that one, or name another folder with --data.");
        }
        for (var next = version; next < scripts.size(); next++) {
            migrate(scripts.get(next), next + 1);
        }
    }

    private void migrate(String script, int version) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(script);
            statement.executeUpdate("pragma user_version = " + version);
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The number of migrations that the file has had. */
    private int version() throws SQLException, DataUnusable {
        var version = number("pragma user_version");
        if (version > 0) {
            return version;
        }
        if (number("select count(*) from sqlite_schema where name = '" + EARLIER_HISTORY + "'") > 0) {
            return number(
                    "select coalesce(max(cast(version as integer)), 0) from " + EARLIER_HISTORY + " where success");
        }
        if (number("select count(*) from sqlite_schema") > 0) {
            throw new DataUnusable(
                    Reason.NOT_OURS,
                    "The database " + file
                            + " is not Mayday's: it holds other tables. Name another folder with --data.");
        }
        return 0;
    }

    private int number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.getInt(1);
        }
    }

    static String script(String name) {
        return resource("/db/migration/" + name);
    }

    static String resource(String name) {
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
