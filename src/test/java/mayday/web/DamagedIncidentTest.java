package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of some incidents has become unreadable where no database notices it: they say so, and all others go on. */
class DamagedIncidentTest {
    private static final List<String> DAMAGES = List.of(
            "update event set body = '{\"rubbish' where sequence = 2 and incident = ?",
            "update event set body = '{}' where sequence = 2 and incident = ?",
            "update event set type = 'no-such-thing' where sequence = 2 and incident = ?",
            "update event set at = 'noon' where sequence = 2 and incident = ?",
            "update event set format = 99 where sequence = 1 and incident = ?",
            "delete from event where sequence = 1 and incident = ?",
            "delete from event where incident = ?");

    @TempDir
    Path folder = Path.of("");

    @Test
    void someAreDamagedAndTheOthersGoOn() throws DataUnusable, SQLException {
        var damaged = new ArrayList<String>();
        String sound;
        Caller caller;
        try (var served = Served.in(folder)) {
            caller = served.somebody();
            for (var _ : DAMAGES) {
                damaged.add(caller.open("{'scenario': 'elevated-500s', 'clock': 'live', 'seed': 1}"));
            }
            sound = caller.open();
        }
        for (var i = 0; i < DAMAGES.size(); i++) {
            change(DAMAGES.get(i), damaged.get(i).replace("/api/v1/incidents/", ""));
        }

        try (var served = Served.in(folder)) {
            // Their time has run out, which their events would have to say.
            served.passes(Duration.ofDays(1));
            caller = caller.at(served);
            for (var i = 0; i < DAMAGES.size(); i++) {
                assertSaid(DAMAGES.get(i), caller, damaged.get(i));
            }
            assertThat(caller.get(sound).status()).isEqualTo(200);
            assertThat(caller.post(sound + "/acknowledge", "{}").status()).isEqualTo(200);
            assertThat(caller.get("/").status()).isEqualTo(200);
        }
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from event where body like '%rubbish'")) {
            assertThat(rows.getInt(1)).as("left as it is").isEqualTo(1);
        }
    }

    private static void assertSaid(String damage, Caller caller, String incident) {
        var answer = caller.get(incident);
        assertThat(answer.status()).as(damage).isEqualTo(503);
        assertThat(answer.json().get("type").asString()).isEqualTo("/api#problem-damaged");
        assertThat(answer.json().get("detail").asString())
                .contains("cannot be read")
                .contains("a backup");
        assertThat(answer.body()).doesNotContain("mayday.db", "rubbish");
        var page = caller.get(incident.replace("/api/v1", ""));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.page().select("main").text()).contains("everything else goes on");
        assertThat(caller.post(incident + "/acknowledge", "{}").status()).isEqualTo(503);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("mayday.db"));
    }

    private void change(String sql, String incident) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, incident);
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
