package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus gets its figures, and nobody else does. */
class MetricsTest {
    @Test
    void countsRequestsMovesAndAppends(@TempDir Path folder) throws DataUnusable {
        try (var served = Served.in(folder)) {
            var learner = served.somebody();
            var incident = learner.open();
            assertThat(learner.post(incident + "/acknowledge", "{}").status()).isEqualTo(200);
            learner.get("/nowhere");

            var watcher = served.somebody();
            assertThat(watcher.get("/metrics").status()).isEqualTo(401);
            assertThat(watcher.get("/metrics", "Authorization", "Bearer guess").status())
                    .isEqualTo(401);
            var figures = watcher.get("/metrics", "Authorization", "Bearer " + Served.METRICS_TOKEN);
            assertThat(figures.status()).isEqualTo(200);
            assertThat(figures.body().lines())
                    .contains(
                            "http_server_requests_seconds_count{method=\"POST\",route=\"/api/v1/incidents/{id}/acknowledge\",status=\"200\"} 1",
                            "http_server_requests_seconds_count{method=\"GET\",route=\"other\",status=\"404\"} 1",
                            "mayday_moves_total 1.0",
                            "mayday_appends_conflicts_total 0.0",
                            "mayday_appends_waiting 0.0",
                            "mayday_rooms 1.0",
                            "mayday_streams 0.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
                    .anyMatch(line -> line.startsWith("mayday_appends_seconds_count"));
        }
    }
}
