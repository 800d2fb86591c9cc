package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database has had each migration once and wholly, in order. */
class SchemaTest {
    private static final String SHIFT =
            "-- Who is on call.\ncreate table shift (who text);\ncreate index of_who on shift (who);";
    private static final String UNTIL =
            "alter table shift add column until text; insert into shift values ('ada', 'noon');";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void appliesWhatIsMissing() throws Exception {
        schema(SHIFT).bringUpToDate();
        assertThat(query("pragma user_version")).containsExactly("1");

        schema(SHIFT, UNTIL).bringUpToDate();
        schema(SHIFT, UNTIL).bringUpToDate();

        assertThat(query("pragma user_version")).containsExactly("2");
        assertThat(query("select who || ' until ' || until from shift")).containsExactly("ada until noon");
    }

    @Test
    void leavesNothingOfAMigrationThatFails() throws Exception {
        schema(SHIFT).bringUpToDate();

        assertThatThrownBy(() -> schema(SHIFT, "create table rota (day text); insert into nowhere values (1);")
                        .bringUpToDate())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no such table: nowhere");

        assertThat(query("select name from sqlite_schema where type = 'table'")).containsExactly("shift");
        assertThat(query("pragma user_version")).containsExactly("1");
    }

    @Test
    void goesOnFromADatabaseThatFlywayKeptCountOf() throws Exception {
        run(SHIFT);
        run("create table flyway_schema_history (installed_rank integer, version text, success boolean)");
        run("insert into flyway_schema_history values (1, '1', 1)");

        schema(SHIFT, UNTIL).bringUpToDate();

        assertThat(query("pragma user_version")).containsExactly("2");
        assertThat(query("select who from shift")).containsExactly("ada");
    }

    @Test
    void knowsEveryMigrationThatIsShipped() throws Exception {
        var folder = new File(Schema.class.getResource("/db/migration").toURI());
        assertThat(folder.list()).containsExactlyInAnyOrderElementsOf(Schema.MIGRATIONS);
        assertThat(Schema.MIGRATIONS).isSortedAccordingTo(String::compareTo);
    }

    private Schema schema(String... scripts) {
        return new Schema(connection, Path.of("mayday.db"), List.of(scripts));
    }

    private void run(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    private List<String> query(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
