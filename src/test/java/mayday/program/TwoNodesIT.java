package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.journal.Place;
import mayday.journal.Relay;
import mayday.program.DrillUnderWay.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL while the two teams of a drill play: a node is killed, the database is restarted, the network between them
 * pauses. No acknowledged move is lost or doubled, each is seen on the other node at once, nobody is stuck, whoever listens misses nothing,
 * and what the facilitator does on one node is heard on the other.
 */
@Timeout(240)
class TwoNodesIT {
    private static final List<String> TEAMS = List.of("Kestrel", "Heron");
    private static final int PLAYERS_OF_A_TEAM = 3;
    private static final int MOVES_A_PHASE = 5;
    private static final int MOVES_BEFORE_THE_BLOW = 6;
    private static final Path SCENARIOS = OneScenario.folder();

    private final List<String> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();

    @Test
    void noAcknowledgedMoveIsLostOrDoubled(@TempDir Path temporary) throws Exception {
        var files = temporary.resolve("postgres");
        var postgres = database(files, 0);
        var port = postgres.getPort();
        try (var line = Relay.to(port)) {
            var behindTheLine = url(line.port());
            try (var first = node(temporary, behindTheLine)) {
                var second = node(temporary, url(port));
                nodes.add(first.url());
                nodes.add(second.url());
                var drill = DrillUnderWay.start(first.url(), 1, 60, PLAYERS_OF_A_TEAM, TEAMS);
                var teams = drill.teams;
                // One listens here and one there, until the node there dies: then both are here.
                var followers = List.of(follower(0, drill), follower(1, drill));

                led(drill, followers, "quiet");
                phase("quiet", teams, () -> {});
                phase("kill -9 of a node", teams, second::kill);
                try (var third = node(temporary, url(port))) {
                    nodes.set(1, third.url());
                    phase("network pause", teams, () -> {
                        line.pause();
                        new CountDownLatch(1).await(3, TimeUnit.SECONDS);
                        line.resume();
                    });
                    var again = restart(postgres, files, port, teams);
                    led(drill, followers, "after the restart");
                    phase("after the restart", teams, () -> {});
                    assertSameEverywhere(teams);
                    followers.forEach(TwoNodesIT::assertMissedNothing);
                    again.close();
                }
            }
        }
        System.out.println("Two nodes: " + attempts + " moves asked for; stale pages: " + stale);
    }

    private Follower follower(int node, DrillUnderWay drill) {
        return new Follower(() -> drill.facilitator.at(nodes.get(node)), drill.path() + "/events");
    }

    /** The facilitator pauses here, sends something there and resumes there: all of it is known everywhere, and comes to each team once. */
    private void led(DrillUnderWay drill, List<Follower> followers, String what) throws InterruptedException {
        var here = drill.facilitator.at(nodes.getFirst());
        var there = drill.facilitator.at(nodes.getLast());
        var paused = drill.lead(here, "pause", "").get("version").asLong();
        for (var team : drill.teams) {
            var refused = team.people().getFirst().at(nodes.getLast()).post(team.path() + "/acknowledge", "");
            assertThat(refused.body()).contains("has paused the drill");
        }
        drill.lead(there, "injects", "{\"kind\":\"alert\",\"text\":\"%s\"}".formatted(what));
        assertThat(drill.lead(there, "resume", "").get("version").asLong()).isEqualTo(paused + 2);
        for (var follower : followers) {
            follower.await("the pause of: " + what, each -> each.type().equals("paused"));
            follower.await("the resumption of: " + what, each -> each.type().equals("resumed"));
        }
        for (var team : drill.teams) {
            var page = team.people()
                    .getLast()
                    .at(nodes.getFirst())
                    .get(team.path())
                    .body();
            assertThat(page.split(what, -1)).as(page).hasSize(2);
        }
    }

    private static void assertMissedNothing(Follower follower) {
        var ids = follower.heard().stream().map(Follower.Heard::id).toList();
        assertThat(ids).doesNotHaveDuplicates().isSorted().hasSize(ids.getLast().intValue());
        assertThat(follower.heard().stream().filter(each -> each.type().equals("resumed")))
                .hasSize(2);
        follower.close();
    }

    private EmbeddedPostgres restart(EmbeddedPostgres postgres, Path files, int port, List<Team> teams)
            throws Exception {
        var started = new LinkedBlockingQueue<EmbeddedPostgres>();
        phase("restart of the database", teams, () -> {
            postgres.close();
            var ready = ApiClient.learner(nodes.getFirst()).get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("cut-off");
            started.add(database(files, port));
        });
        var again = started.remove();
        for (var team : teams) {
            assertStored(team, url(port));
        }
        return again;
    }

    /** Everybody plays; in the middle of it, something happens. */
    private void phase(String what, List<Team> teams, Blow blow) throws Exception {
        var begun = Instant.now();
        BlockingQueue<String> moves = new LinkedBlockingQueue<>();
        var asked = attempts.get();
        var longest = new AtomicInteger();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        var threads = new ArrayList<Thread>();
        for (var team : teams) {
            for (var player = 0; player < PLAYERS_OF_A_TEAM; player++) {
                var name = what + ", " + player;
                var at = player;
                threads.add(Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, e) -> failed.add(e))
                        .start(() -> play(team, name, at, moves, longest)));
            }
        }
        for (var move = 0; move < MOVES_BEFORE_THE_BLOW; move++) {
            assertThat(moves.poll(60, TimeUnit.SECONDS))
                    .as("a move while: " + what)
                    .isNotNull();
        }
        blow.strikes();
        for (var thread : threads) {
            assertThat(thread.join(java.time.Duration.ofSeconds(90)))
                    .as("stuck after: " + what)
                    .isTrue();
        }
        assertThat(failed).isEmpty();
        System.out.printf(
                "%s: %d acknowledged of %d asked for, the longest took %d ms, %d ms in all%n",
                what,
                TEAMS.size() * PLAYERS_OF_A_TEAM * MOVES_A_PHASE,
                attempts.get() - asked,
                longest.get(),
                java.time.Duration.between(begun, Instant.now()).toMillis());
    }

    private interface Blow {
        void strikes() throws Exception;
    }

    /** Makes moves until enough were acknowledged, now here, now there. */
    private void play(Team team, String name, int player, BlockingQueue<String> moves, AtomicInteger longest) {
        var acknowledged = 0;
        var begun = Instant.now();
        for (var attempt = 0; acknowledged < MOVES_A_PHASE; attempt++) {
            var text = name + ", attempt " + attempt;
            var node = (player + attempt) % nodes.size();
            attempts.incrementAndGet();
            try {
                var answer = team.people()
                        .get(player)
                        .at(nodes.get(node))
                        .post(team.path() + "/updates", DrillUnderWay.update(text));
                if (answer.statusCode() < 300) {
                    team.acknowledged().add(text);
                    acknowledged++;
                    longest.accumulateAndGet(
                            (int) java.time.Duration.between(begun, Instant.now())
                                    .toMillis(),
                            Math::max);
                    begun = Instant.now();
                    seeOnTheOther(team, text, (node + 1) % nodes.size());
                    moves.add(text);
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isIn(409, 503);
                }
            } catch (UncheckedIOException gone) {
                // The node is away: the other one takes the next attempt.
            }
        }
    }

    /** Whoever has read "accepted" here and loads the page there has to find it. */
    private void seeOnTheOther(Team team, String text, int node) {
        try {
            var page = team.people().getFirst().at(nodes.get(node)).get(team.path());
            if (page.statusCode() == 200 && !page.body().contains(text)) {
                stale.incrementAndGet();
            }
        } catch (UncheckedIOException gone) {
            // There is no other node just now.
        }
    }

    private void assertSameEverywhere(List<Team> teams) {
        assertThat(stale).hasValue(0);
        for (var team : teams) {
            var bodies = nodes.stream()
                    .map(node -> ApiClient.json(
                                    team.people().getFirst().at(node).get(team.path()))
                            .get("version"))
                    .distinct()
                    .toList();
            assertThat(bodies).hasSize(1);
        }
    }

    private static void assertStored(Team team, String url) throws DataUnusable {
        try (var journal = Journal.open(new Place.Server(url), () -> Instant.EPOCH)) {
            var stored = DrillUnderWay.updates(DrillUnderWay.stored(journal, team));
            assertThat(stored).doesNotHaveDuplicates().containsAll(team.acknowledged());
        }
    }

    private static ServerProcess node(Path data, String url) {
        return ServerProcess.start(
                data, SCENARIOS, Map.of("MAYDAY_DATABASE_URL", url, "MAYDAY_ADMIN_PASSWORD", DrillUnderWay.PASSWORD));
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private static EmbeddedPostgres database(Path files, int port) throws IOException {
        var builder = EmbeddedPostgres.builder().setDataDirectory(files).setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
