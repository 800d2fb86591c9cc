package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, called as soon as it listens. */
@Timeout(180)
class FirstPageIT {
    private static final String OPENING = "{\"scenario\":\"elevated-500s\",\"clock\":\"practice\",\"seed\":5}";

    @TempDir
    Path data = Path.of("");

    @Test
    void theFirstPageIsTheOneThatThereIsWhenAllIsReady() {
        try (var server = ServerProcess.start(data)) {
            var visitor = ApiClient.learner(server.url());
            var first = visitor.get("/");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).contains("Elevated 500s on the storefront");
            awaitReady(visitor);
            assertThat(visitor.get("/").body()).isEqualTo(first.body());
        }
    }

    @Test
    void anIncidentThatIsOpenedAtOnceIsOpenedAndItsFirstQuestionIsAnswered() {
        try (var server = ServerProcess.start(data)) {
            var learner = ApiClient.learner(server.url());
            var opened = learner.post("/api/v1/incidents", OPENING);
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            var incident = ApiClient.json(opened).get("id").asString();
            var asked = learner.post("/api/v1/incidents/" + incident + "/questions", "{\"text\":\"since when?\"}");
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        }
    }

    @Test
    void aDamagedIndexDoesNoHarm() throws IOException {
        Files.write(data.resolve("catalogue.bin"), new byte[] {1, 2, 3});
        try (var server = ServerProcess.start(data)) {
            assertThat(ApiClient.learner(server.url()).get("/").statusCode()).isEqualTo(200);
        }
    }

    private static void awaitReady(ApiClient visitor) {
        while (visitor.get("/health/ready").statusCode() != 200) {
            LockSupport.parkNanos(50_000_000);
        }
    }
}
