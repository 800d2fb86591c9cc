package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who watches over the server can tell listening from ready. */
class HealthTest {
    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller watcher;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        watcher = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void livesBeforeItIsReady() {
        served.modelIsLoaded.set(false);

        assertThat(watcher.get("/health/live").status()).isEqualTo(200);
        assertThat(watcher.get("/health/ready").status()).isEqualTo(503);
        assertThat(watcher.get("/health/ready").body())
                .isEqualTo("{\"status\":\"starting\",\"questions\":\"waiting\"}");
    }

    @Test
    void isReadyWhenQuestionsAreAnsweredAtOnce() {
        assertThat(watcher.get("/health/ready").status()).isEqualTo(200);
        assertThat(watcher.get("/health/ready").body()).isEqualTo("{\"status\":\"up\",\"questions\":\"answered\"}");
    }
}
