package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while people play: every move is stored and answered, or refused and not stored; streams say goodbye. */
@Timeout(180)
class StoppedServerIT {
    private static final int PLAYERS = 6;
    private static final int MOVES_BEFORE = 30;

    @Test
    void everyMoveIsAnsweredOrHasNotHappened(@TempDir Path data) throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var refused = new ConcurrentLinkedQueue<String>();
        var enough = new CountDownLatch(MOVES_BEFORE);
        String incident;
        try (var server = ServerProcess.startWithOneScenario(data)) {
            var client = ApiClient.learner(server.url());
            incident = ApiClient.json(client.post(
                            "/api/v1/incidents", "{\"scenario\":\"elevated-500s\",\"clock\":\"practice\",\"seed\":1}"))
                    .get("id")
                    .asString();
            var path = "/api/v1/incidents/" + incident;
            var heard = CompletableFuture.supplyAsync(() -> listen(client, path), Thread::startVirtualThread);
            var players = IntStream.range(0, PLAYERS)
                    .mapToObj(player ->
                            Thread.ofVirtual().start(() -> play(client, path, player, acknowledged, refused, enough)))
                    .toList();
            enough.await();
            server.ask();
            for (var player : players) {
                player.join();
            }
            // 128 + 15, the signal.
            assertThat(server.ended()).isEqualTo(143);
            assertThat(heard.join()).contains("event: reconnect").contains("retry: ");
        }
        try (var journal = Journal.open(data, () -> Instant.EPOCH)) {
            assertThat(updates(journal, incident))
                    .as("refused: %s", refused)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    private static java.util.List<String> updates(Journal journal, String incident) throws DataUnusable {
        return journal.read(new IncidentId(incident), 0).stream()
                .map(recorded -> recorded.event())
                .filter(Event.UpdatePosted.class::isInstance)
                .map(event -> ((Event.UpdatePosted) event).text())
                .toList();
    }

    private static String listen(ApiClient client, String path) {
        try {
            return client.listen(path + "/events", Duration.ofMinutes(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Posts updates until the server takes no more. */
    private static void play(
            ApiClient client,
            String path,
            int player,
            ConcurrentLinkedQueue<String> acknowledged,
            ConcurrentLinkedQueue<String> refused,
            CountDownLatch enough) {
        for (var move = 0; ; move++) {
            var text = "update " + move + " of " + player;
            try {
                var answer =
                        client.post(path + "/updates", "{\"audience\":\"channel\",\"text\":\"%s\"}".formatted(text));
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
                    refused.add(text);
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
                acknowledged.add(text);
                enough.countDown();
            } catch (UncheckedIOException e) {
                // It listens no more.
                return;
            }
        }
    }
}
