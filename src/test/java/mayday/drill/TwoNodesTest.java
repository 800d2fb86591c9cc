package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.journal.Place;
import mayday.journal.Store;
import mayday.scenario.Audience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes share a database, and every incident is one incident. */
@Timeout(60)
class TwoNodesTest {
    private static final Command ACKNOWLEDGE = new Command.Acknowledge(Ward.SAM);

    private Ward one;
    private Ward other;

    @BeforeEach
    void open() throws Exception {
        Place shared = Store.POSTGRESQL.place(Path.of(""));
        one = Ward.in(shared);
        other = Ward.in(shared);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void whoComesToTheOtherNodeSeesWhatWasAcknowledgedOnTheFirst() {
        var here = one.open(ClockMode.PRACTICE);
        var there = other.rooms.find(here.id()).orElseThrow();
        assertThat(there.incident().history()).isEqualTo(here.incident().history());

        for (var move = 0; move < 20; move++) {
            var moved = move % 2 == 0 ? here : there;
            moved.submit(new Command.Wait(Ward.SAM, Duration.ofSeconds(30)));
            var seen = (move % 2 == 0 ? other : one)
                    .rooms
                    .find(here.id())
                    .orElseThrow()
                    .incident();
            assertThat(seen.history()).isEqualTo(moved.incident().history());
        }
    }

    @Test
    void aSubscriberHearsOfAMoveOnTheOtherNode() throws Exception {
        var here = one.open(ClockMode.PRACTICE);
        var acknowledged = new CountDownLatch(1);
        var heard = new ArrayList<Recorded>();
        var there = other.rooms.find(here.id()).orElseThrow();
        there.subscribe(there.incident().version(), new Room.Subscriber() {
            @Override
            public void happened(List<Recorded> events, Incident after) {
                heard.addAll(events);
                acknowledged.countDown();
            }
        });

        here.submit(ACKNOWLEDGE);
        assertThat(acknowledged.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).extracting(Recorded::event).contains(new Event.Acknowledged(Ward.SAM));
        assertThat(there.incident().history()).isEqualTo(here.incident().history());
    }

    @Test
    void aMoveThatIsDecidedOnAnOldStandIsDecidedAgain() {
        var here = one.open(ClockMode.PRACTICE);
        var there = other.rooms.find(here.id()).orElseThrow();
        here.submit(ACKNOWLEDGE);

        assertThat(there.submit(ACKNOWLEDGE)).isInstanceOf(Decision.Refused.class);
        assertThat(there.incident().history()).isEqualTo(here.incident().history());
    }

    @Test
    void ofMovesOnBothNodesAtOnceNoneIsLostAndNoneDoubled() {
        var here = one.open(ClockMode.LIVE);
        here.submit(ACKNOWLEDGE);
        var rooms = List.of(here, other.rooms.find(here.id()).orElseThrow());
        try (var players = Executors.newVirtualThreadPerTaskExecutor()) {
            var moves = IntStream.range(0, 60)
                    .mapToObj(move -> CompletableFuture.supplyAsync(
                            () -> accepted(rooms.get(move % 2), "update " + move), players))
                    .toList();
            var accepted = moves.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();

            var stored = one.journal.read(here.id(), 0);
            assertThat(stored)
                    .extracting(Recorded::sequence)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, stored.size())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(stored.stream()
                            .map(Recorded::event)
                            .filter(Event.UpdatePosted.class::isInstance)
                            .map(event -> ((Event.UpdatePosted) event).text()))
                    .containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(accepted).isNotEmpty();
        }
    }

    @Test
    void aLiveClockThatNobodyListensToRunsOnEveryNodeAlike() {
        var here = one.open(ClockMode.LIVE);
        one.passes(Duration.ofMinutes(5));
        other.passes(Duration.ofMinutes(5));
        var there = other.rooms.find(here.id()).orElseThrow().incident();

        assertThat(there.history())
                .extracting(Recorded::event)
                .contains(new Event.MessageReceived("Ines", "Anything I can tell support?"));
        assertThat(one.rooms.find(here.id()).orElseThrow().incident().history()).isEqualTo(there.history());
    }

    @Test
    void allNodesSignWithTheSameKey() throws Exception {
        var first = one.journal.signingKey(bytes -> bytes[0] = 1);
        assertThat(other.journal.signingKey(bytes -> bytes[0] = 2).bytes())
                .isEqualTo(first.bytes())
                .startsWith(1);
    }

    private static List<String> accepted(Room room, String text) {
        var decision = room.submit(update(text));
        return decision instanceof Decision.Accepted ? List.of(text) : List.of();
    }

    private static Command update(String text) {
        return new Command.PostUpdate(Ward.SAM, Audience.CHANNEL, text);
    }
}
