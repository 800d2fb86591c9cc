package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mayday.incident.Event;
import mayday.incident.Inject;
import mayday.incident.Recorded;
import mayday.journal.Journal;
import mayday.program.DrillUnderWay.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kill -9} in the middle of a drill, while both teams play and an inject waits for its minute, and a new start: no acknowledged move
 * is lost or doubled, all clocks are where they were to the second, whoever listened comes back by themselves and misses nothing, and the
 * inject arrives once.
 */
@Timeout(180)
class KilledDrillIT {
    private static final int SPEED = 10;
    private static final int MINUTE_OF_THE_INJECT = 1;
    private static final int PEOPLE_OF_A_TEAM = 3;
    private static final int MOVES_BEFORE_THE_KILL = 40;
    private static final String INJECT = "disk almost full";

    @Test
    void nothingIsLost(@TempDir Path data) throws Exception {
        var server = ServerProcess.startWithOneScenario(data);
        Learner.warmUp(server.url());
        var drill = DrillUnderWay.start(server.url(), SPEED, 20, PEOPLE_OF_A_TEAM, List.of("Kestrel", "Heron"));
        var facilitator = new Follower(() -> drill.facilitator, drill.path() + "/events");
        var members = new ArrayList<Follower>();
        for (var team : drill.teams) {
            members.add(new Follower(() -> team.people().getLast(), team.path() + "/events"));
        }
        drill.lead("pause", "");
        drill.lead(
                "injects",
                "{\"kind\":\"alert\",\"text\":\"%s\",\"atSeconds\":%d}".formatted(INJECT, 60 * MINUTE_OF_THE_INJECT));
        drill.lead("resume", "");

        playUntilKilled(drill, server);
        try (var _ = ServerProcess.startAgain(data, server)) {
            assertClocks(drill, facilitator);
            for (var follower : members) {
                follower.await("the inject", each -> each.data().contains(INJECT));
            }
            for (var team : drill.teams) {
                post(team, 0, "after the restart");
            }
            drill.lead("end", "");
            facilitator.await("the end", each -> each.type().equals("ended"));
            for (var follower : members) {
                follower.await("the end", each -> each.type().equals("time-called"));
                assertMissedNothing(follower);
            }
            assertMissedNothing(facilitator);
        }
        try (var journal = Journal.open(data, () -> Instant.EPOCH)) {
            for (var team : drill.teams) {
                assertStored(team, DrillUnderWay.stored(journal, team));
            }
        }
    }

    private static void playUntilKilled(DrillUnderWay drill, ServerProcess server) throws InterruptedException {
        var enough = new CountDownLatch(MOVES_BEFORE_THE_KILL);
        var threads = new ArrayList<Thread>();
        for (var team : drill.teams) {
            for (var person = 0; person < PEOPLE_OF_A_TEAM; person++) {
                var number = person;
                threads.add(Thread.ofVirtual().start(() -> playUntilTheServerIsGone(team, number, enough)));
            }
        }
        enough.await();
        server.kill();
        for (var thread : threads) {
            thread.join();
        }
    }

    private static void playUntilTheServerIsGone(Team team, int person, CountDownLatch enough) {
        try {
            for (var move = 0; ; move++) {
                if (post(team, person, "move " + move)) {
                    enough.countDown();
                }
            }
        } catch (UncheckedIOException e) {
            // The server is gone, as it should be.
        }
    }

    /** Whether it was accepted; it is not if the team made its 200 moves of this minute. */
    private static boolean post(Team team, int person, String what) {
        var text = what + " of " + person;
        var answer = team.people().get(person).post(team.path() + "/updates", DrillUnderWay.update(text));
        if (answer.statusCode() < 300) {
            team.acknowledged().add(text);
            return true;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        return false;
    }

    /** By the drill's own events, which say to the millisecond when its clocks ran. */
    private static void assertClocks(DrillUnderWay drill, Follower facilitator) throws InterruptedException {
        facilitator.await("the resumption", each -> each.type().equals("resumed"));
        var at = facilitator.heard().stream()
                .collect(Collectors.toMap(Follower.Heard::type, KilledDrillIT::at, (first, _) -> first));
        for (var team : drill.teams) {
            assertClock(at, team.people().getFirst(), team.path(), "elapsedSeconds");
        }
        assertClock(at, drill.facilitator, drill.path() + "/console", "ran");
    }

    private static void assertClock(Map<String, Instant> at, ApiClient client, String path, String field) {
        // Milliseconds are left out when incident time is counted at another speed.
        var earliest = ran(at, Instant.now().minusMillis(5));
        var shown = ApiClient.json(client.get(path)).get("clock").get(field).asLong();
        assertThat(shown).as(path).isBetween(earliest, ran(at, Instant.now()));
    }

    /** Seconds of incident time since the page at {@code now}. */
    private static long ran(Map<String, Instant> at, Instant now) {
        var before = Duration.between(at.get("started"), at.get("paused"));
        return before.plus(Duration.between(at.get("resumed"), now))
                .multipliedBy(SPEED)
                .toSeconds();
    }

    private static Instant at(Follower.Heard event) {
        return Instant.parse(
                JsonMapper.builder().build().readTree(event.data()).get("at").asString());
    }

    private static void assertMissedNothing(Follower follower) {
        var ids = follower.heard().stream().map(Follower.Heard::id).toList();
        assertThat(ids)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ids.size()).boxed().toList());
        assertThat(follower.connections()).isGreaterThan(1);
        follower.close();
    }

    private static void assertStored(Team team, List<Recorded> stored) {
        var updates = DrillUnderWay.updates(stored);
        assertThat(updates).doesNotHaveDuplicates().containsAll(team.acknowledged());
        // Of each person one move may have been stored without an answer: the one that was under way.
        var unanswered = new TreeSet<>(updates);
        unanswered.removeAll(List.copyOf(team.acknowledged()));
        assertThat(unanswered).hasSizeLessThanOrEqualTo(PEOPLE_OF_A_TEAM);

        var page = stored.stream()
                .filter(each -> each.event() instanceof Event.AlertFired)
                .findFirst()
                .orElseThrow();
        assertThat(stored.stream()
                        .filter(each -> each.event() instanceof Event.InjectSent sent
                                && sent.inject() instanceof Inject.Alert(var text)
                                && text.equals(INJECT)))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.at()).isEqualTo(page.at().plus(Duration.ofMinutes(MINUTE_OF_THE_INJECT))));
        assertThat(stored.stream().filter(each -> each.event() instanceof Event.ClockPaused))
                .hasSize(1);
        assertThat(stored.stream().filter(each -> each.event() instanceof Event.ClockResumed))
                .hasSize(1);
    }
}
