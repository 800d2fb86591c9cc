package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mayday.journal.DataUnusable;
import mayday.journal.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up while an incident is played: the learner is told, loses nothing, and goes on when there is room again. */
class FullDiskTest {
    private static final int MEGABYTES = 4;

    /** More than fit on the disk. */
    private static final int MOST_UPDATES = 190;

    private static final String UPDATE = "{'audience': 'channel', 'text': '" + "We are looking. ".repeat(120) + "'}";

    private SmallDisk disk;
    private Served served;

    @BeforeEach
    void serve(@TempDir Path temporary) throws DataUnusable {
        disk = SmallDisk.at(temporary, MEGABYTES);
        served = Served.in(disk.path());
    }

    @AfterEach
    void stop() {
        served.close();
        disk.close();
    }

    @Test
    void aMoveThatCannotBeStoredIsRefusedAndCanBeMadeLater() {
        var caller = served.somebody();
        var incident = caller.open();
        disk.fill();
        var stored = 0;
        var answer = caller.post(incident + "/updates", UPDATE);
        while (answer.status() == 201 && stored < MOST_UPDATES) {
            stored++;
            answer = caller.post(incident + "/updates", UPDATE);
        }
        refused(answer);
        refused(caller.post("/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'practice'}"));
        var page = caller.submit("/incidents", Map.of("scenario", "elevated-500s", "clock", "practice"));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.page().select("main").text()).contains("cannot store anything just now");
        assertThat(page.body()).doesNotContain(disk.path().toString());
        assertThat(updates(caller, incident)).isEqualTo(stored);

        disk.free();
        assertThat(caller.post(incident + "/updates", UPDATE).status()).isEqualTo(201);
        assertThat(updates(caller, incident)).isEqualTo(stored + 1);
    }

    @Test
    void aPostMortemThatCannotBeStoredIsNotLost() {
        var caller = served.somebody();
        var incident = caller.open();
        caller.post(incident + "/close", "{'statement': 'Enough.'}");
        var page = incident.replace("/api/v1", "") + "/post-mortem";
        disk.fill();
        var text = "Written on a full disk. ".repeat(100);
        var version = 0;
        var answer = caller.submit(page, Map.of("version", "0", "summary", text));
        while (answer.status() == 303 && version < MOST_UPDATES) {
            version++;
            answer = caller.submit(page, Map.of("version", Integer.toString(version), "summary", text));
        }
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.page().select("#pm-note").text())
                .contains("cannot store anything just now")
                .contains("What you typed is still here.");
        assertThat(answer.page().expectFirst("#pm-summary").wholeText()).isEqualTo(text);
        assertThat(answer.body()).doesNotContain(disk.path().toString());
    }

    private void refused(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).endsWith("not-stored");
        assertThat(answer.json().get("detail").asString())
                .contains("cannot store anything just now, and nothing happened. Try again")
                .doesNotContain(disk.path().toString());
    }

    private static int updates(Caller caller, String incident) {
        return caller.get(incident).json().get("updates").size();
    }
}
