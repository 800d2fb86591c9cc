package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} under load, then a new start: no acknowledged move is lost, and the incidents go on where they were. */
class KilledServerIT {
    private static final int LEARNERS = 6;

    /** The server is killed after so many acknowledged moves, while more are under way. */
    private static final int MOVES_BEFORE_THE_KILL = 60;

    private static final String STATE = "{\"faultClass\":\"bad-release\",\"target\":\"checkout\",\"confidence\":10}";

    private record Player(ApiClient client, String incident, ConcurrentLinkedQueue<Integer> acknowledged) {
        String path() {
            return "/api/v1/incidents/" + incident;
        }
    }

    @Test
    void noAcknowledgedMoveIsLost(@TempDir Path data) throws InterruptedException {
        var players = new ArrayList<Player>();
        try (var server = ServerProcess.startWithOneScenario(data)) {
            for (var i = 0; i < LEARNERS; i++) {
                players.add(seated(server, i));
            }
            var enough = new CountDownLatch(MOVES_BEFORE_THE_KILL);
            var threads = players.stream()
                    .map(player -> Thread.ofVirtual().start(() -> playUntilTheServerIsGone(player, enough)))
                    .toList();
            enough.await();
            server.kill();
            for (var thread : threads) {
                thread.join();
            }
        }

        try (var server = ServerProcess.startWithOneScenario(data)) {
            for (var player : players) {
                var client = player.client().at(server.url());
                var after = ApiClient.json(client.get(player.path()));
                var confidence =
                        after.get("hypotheses").get(0).get("confidence").asInt();
                var last = List.copyOf(player.acknowledged()).getLast();
                // The move that was under way when the server died may have been stored without having been
                // acknowledged.
                assertThat(confidence).isIn(last, (last + 1) % 100);

                assertThat(client.post(player.path() + "/severity", "{\"severity\":\"SEV2\"}")
                                .statusCode())
                        .isLessThan(300);
                var later = ApiClient.json(client.get(player.path()));
                assertThat(later.get("version").asLong())
                        .isGreaterThan(after.get("version").asLong());
                assertThat(later.get("severity").asString()).isEqualTo("SEV2");
                assertThat(sizeOf(later.get("transcript"))).isGreaterThanOrEqualTo(sizeOf(after.get("transcript")));
            }
        }
    }

    private static long sizeOf(Iterable<?> entries) {
        return StreamSupport.stream(entries.spliterator(), false).count();
    }

    private static Player seated(ServerProcess server, int seed) {
        var client = ApiClient.learner(server.url());
        var incident = ApiClient.json(client.post(
                "/api/v1/incidents",
                "{\"scenario\":\"elevated-500s\",\"clock\":\"practice\",\"seed\":%d}".formatted(seed)));
        var player = new Player(client, incident.get("id").asString(), new ConcurrentLinkedQueue<>());
        ApiClient.json(client.post(player.path() + "/hypotheses", STATE));
        player.acknowledged().add(10);
        return player;
    }

    private static void playUntilTheServerIsGone(Player player, CountDownLatch enough) {
        try {
            for (var move = 11; ; move++) {
                var confidence = move % 100;
                var answer = player.client()
                        .patch(player.path() + "/hypotheses/H1", "{\"confidence\":%d}".formatted(confidence));
                if (answer.statusCode() == 200) {
                    player.acknowledged().add(confidence);
                    enough.countDown();
                } else if (answer.statusCode() != 409 && answer.statusCode() != 429) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                } else {
                    move--;
                }
            }
        } catch (UncheckedIOException e) {
            // The server is gone, as it should be.
        }
    }
}
