package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mayday.drill.Ward.Scribe;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.journal.Place;
import mayday.scenario.Audience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Subscribers hear every event once and in order, whatever the others do. */
@Timeout(60)
class TellingTest {
    private static final int WRITERS = 8;
    private static final int MOVES = 20;

    @TempDir
    Path folder;

    private Ward ward;
    private Room room;

    @BeforeEach
    void open() throws Exception {
        ward = Ward.in(new Place.Folder(folder));
        room = ward.open(ClockMode.LIVE);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void everybodyHearsEveryEventOnceWhileManyWriteAndManyJoin() {
        var first = new Scribe();
        room.subscribe(0, first);
        var joining = new ConcurrentLinkedQueue<Scribe>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = IntStream.range(0, WRITERS)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> postUpdates(joining), threads))
                    .toList();
            writing.forEach(CompletableFuture::join);
        }
        var history = room.incident().history();
        assertThat(history).extracting(Recorded::sequence).containsExactlyElementsOf(numbers(history.size()));
        assertThat(history).hasSizeGreaterThan(WRITERS * MOVES);
        assertThat(first.heard).isEqualTo(history);
        assertThat(joining)
                .hasSize(WRITERS * MOVES / 2)
                .allSatisfy(scribe -> assertThat(scribe.heard).isEqualTo(history));
    }

    private void postUpdates(Collection<Scribe> joining) {
        for (var move = 0; move < MOVES; move++) {
            if (move % 2 == 0) {
                var scribe = new Scribe();
                joining.add(scribe);
                room.subscribe(0, scribe);
            }
            assertThat(room.submit(update("No news."))).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void aNewcomerHearsWhatItMissedFirst() {
        room.submit(update("one"));
        var version = room.incident().version();
        room.submit(update("two"));
        room.submit(update("three"));
        var scribe = new Scribe();
        room.subscribe(version, scribe);
        room.submit(update("four"));
        assertThat(texts(scribe)).containsExactly("two", "three", "four");
    }

    @Test
    void aVersionThatThereIsNotYetMeansFromNowOn() {
        var scribe = new Scribe();
        room.subscribe(1_000_000, scribe);
        room.submit(update("one"));
        assertThat(texts(scribe)).containsExactly("one");
    }

    @Test
    void whoHasLeftHearsNoMore() {
        var scribe = new Scribe();
        try (var _ = room.subscribe(room.incident().version(), scribe)) {
            room.submit(update("one"));
        }
        room.submit(update("two"));
        assertThat(texts(scribe)).containsExactly("one");
        assertThat(scribe.dropped).isFalse();
    }

    @Test
    void whoFailsIsDroppedAndTheOthersGoOn() {
        var calls = new AtomicInteger();
        var dropped = new AtomicInteger();
        var scribe = new Scribe();
        room.subscribe(room.incident().version(), new Room.Subscriber() {
            @Override
            public void happened(List<Recorded> events, Incident after) {
                calls.incrementAndGet();
                throw new IllegalStateException("a wire fell out");
            }

            @Override
            public void dropped() {
                dropped.incrementAndGet();
            }
        });
        room.subscribe(room.incident().version(), scribe);
        assertThat(room.submit(update("one"))).isInstanceOf(Decision.Accepted.class);
        room.submit(update("two"));
        assertThat(calls).hasValue(1);
        assertThat(dropped).hasValue(1);
        assertThat(texts(scribe)).containsExactly("one", "two");
    }

    @Test
    void whoHearsMayMoveAndTheOrderHolds() {
        var answering = new Scribe();
        var version = room.incident().version();
        room.subscribe(version, (events, _) -> {
            if (events.getLast().event() instanceof Event.UpdatePosted(var _, var text, var _) && text.equals("one")) {
                room.submit(update("two"));
            }
        });
        room.subscribe(version, answering);
        room.submit(update("one"));
        assertThat(texts(answering)).containsExactly("one", "two");
    }

    @Test
    void theOldestMakesRoomForOneTooMany() {
        var oldest = new Scribe();
        room.subscribe(0, oldest);
        IntStream.range(1, Room.MOST_SUBSCRIBERS).forEach(_ -> room.subscribe(0, new Scribe()));
        assertThat(oldest.dropped).isFalse();
        room.subscribe(0, new Scribe());
        assertThat(oldest.dropped).isTrue();
    }

    private static Command update(String text) {
        return new Command.PostUpdate(Ward.SAM, Audience.CHANNEL, text);
    }

    private static List<String> texts(Scribe scribe) {
        return scribe.heard.stream()
                .map(Recorded::event)
                .map(event -> ((Event.UpdatePosted) event).text())
                .toList();
    }

    private static List<Long> numbers(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
