package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mayday.journal.DataUnusable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL database that cannot be used is refused in a sentence that says how to mend it, and holds no password. */
class PostgresOpeningTest {
    private static final String SECRET = "s3cret-0f-ours";

    @Test
    void theEnvironmentNamesTheDatabase() {
        var folder = Path.of("data");
        assertThat(Place.of(Map.of(), folder)).isEqualTo(new Place.Folder(folder));
        assertThat(Place.of(Map.of(Place.DATABASE_URL, " "), folder)).isEqualTo(new Place.Folder(folder));
        var named = Place.of(Map.of(Place.DATABASE_URL, "jdbc:postgresql://db/mayday?password=" + SECRET), folder);
        assertThat(named).isInstanceOf(Place.Server.class);
        assertThat(named.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ada:s3cret-0f-ours@db/mayday",
                "jdbc:mysql://db/mayday?password=s3cret-0f-ours",
                "jdbc:postgresql://ada:s3cret-0f-ours@db/mayday",
                "jdbc:postgresql://db:70000/mayday?password=s3cret-0f-ours",
            })
    void refusesWhatIsNoUrlOfPostgres(String url) {
        assertRefused(new Place.Server(url), Reason.OTHER, "MAYDAY_DATABASE_URL cannot be used.");
    }

    @Test
    void refusesAServerThatIsNotThere() {
        assertRefused(
                new Place.Server("jdbc:postgresql://localhost:1/mayday?user=ada&password=" + SECRET),
                Reason.UNREACHABLE,
                "The database server of localhost:1/mayday cannot be reached. Start it, or mend host and port");
        assertRefused(
                new Place.Server("jdbc:postgresql://nowhere.invalid/mayday?user=ada&password=" + SECRET),
                Reason.UNREACHABLE,
                "The database server of nowhere.invalid:5432/mayday cannot be reached.");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        assertRefused(
                at("user=postgres", "no_such_database"),
                Reason.NOT_LET_IN,
                "There is no database localhost:" + PostgresServer.port() + "/no_such_database. Create it (createdb)");
    }

    @Test
    void refusesAUserThatIsNotKnown() {
        assertRefused(
                at("user=nobody_knows&password=" + SECRET, "postgres"),
                Reason.NOT_LET_IN,
                "does not let this user in. Mend user and password");
    }

    @Test
    void refusesAUserWithoutRights() {
        PostgresServer.execute("create role guest login");
        var place = PostgresServer.fresh();
        var schema = place.url().replaceAll(".*currentSchema=", "");
        assertRefused(
                at("user=guest&currentSchema=" + schema, "postgres"),
                Reason.NOT_WRITABLE,
                "has no schema for this user's tables");
        PostgresServer.execute("grant usage on schema " + schema + " to guest");
        assertRefused(
                at("user=guest&currentSchema=" + schema, "postgres"),
                Reason.NOT_WRITABLE,
                "Make it the owner of the database");
    }

    @Test
    void refusesADatabaseOfSomethingElse() {
        var place = PostgresServer.fresh();
        Store.execute(place, "create table recipe (name text)");
        assertRefused(place, Reason.NOT_OURS, "is not Mayday's: it holds other tables.");
        assertThat(query(place, "select count(*) from pg_tables where schemaname = current_schema()"))
                .isEqualTo("1");
    }

    @Test
    void refusesADatabaseOfANewerMayday() throws DataUnusable {
        var place = PostgresServer.fresh();
        open(place).close();
        Store.execute(place, "update mayday set version = 99");
        assertRefused(place, Reason.NEWER_SCHEMA, "was written by a newer Mayday (schema 99).");
    }

    @Test
    void refusesADatabaseThatIsNotInUtf8() {
        PostgresServer.execute(
                "create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        assertRefused(at("user=postgres", "latin"), Reason.OTHER, "is not in UTF-8.");
    }

    @Test
    void refusesADatabaseThatCanOnlyBeRead() {
        var place = PostgresServer.freshDatabase();
        PostgresServer.execute("alter database " + place.url().replaceAll(".*/|\\?.*", "")
                + " set default_transaction_read_only = on");
        assertRefused(place, Reason.NOT_WRITABLE, "can only be read: it is a standby, or was set so.");
    }

    @Test
    void leavesNothingOfAMigrationThatFails() throws Exception {
        var place = PostgresServer.fresh();
        try (var connection = DriverManager.getConnection(place.url())) {
            new PostgresSchema(connection, "x", List.of("create table shift (who text);")).bringUpToDate();
            var failing = List.of("create table shift (who text);", "create table rota (day text); select nothing;");
            assertThatThrownBy(() -> new PostgresSchema(connection, "x", failing).bringUpToDate())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nothing");
        }
        assertThat(query(place, "select version from mayday")).isEqualTo("1");
        assertThat(query(place, "select count(*) from pg_tables where tablename = 'rota'"))
                .isEqualTo("0");
    }

    @Test
    void manyNodesMayStartAtOnce() {
        var place = PostgresServer.fresh();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, 6)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> openAndClose(place), nodes))
                    .toList();
            started.forEach(CompletableFuture::join);
        }
        assertThat(query(place, "select version from mayday")).isEqualTo(Integer.toString(Schema.MIGRATIONS.size()));
    }

    private static void openAndClose(Place place) {
        try {
            open(place).close();
        } catch (DataUnusable e) {
            throw new AssertionError(e);
        }
    }

    private static Place.Server at(String properties, String database) {
        return new Place.Server(
                "jdbc:postgresql://localhost:" + PostgresServer.port() + "/" + database + "?" + properties);
    }

    private static Journal open(Place place) throws DataUnusable {
        return Journal.open(place, InstantSource.fixed(JournalTest.NOON));
    }

    private static String query(Place.Server place, String query) {
        try (var connection = DriverManager.getConnection(place.url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(Place place, Reason reason, String message) {
        var refusal = catchThrowableOfType(DataUnusable.class, () -> open(place));
        assertThat(refusal).isNotNull().hasMessageContaining(message);
        assertThat(refusal.reason()).isEqualTo(reason);
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(SECRET);
        }
    }
}
