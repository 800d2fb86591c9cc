package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mayday.incident.IncidentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** While the writer is held up, appends gather; they then go to the disk together. */
@Timeout(60)
@ParameterizedClass
@EnumSource(Store.class)
class GroupCommitTest {
    private static final Executor VIRTUAL = Thread::startVirtualThread;

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Place place = new Place.Folder(Path.of(""));

    private Journal journal;

    @BeforeEach
    void open() throws DataUnusable {
        place = store.place(folder);
        openAgain();
    }

    private void openAgain() throws DataUnusable {
        journal = Journal.open(place, InstantSource.fixed(JournalTest.NOON));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatGathersIsCommittedInOneTransaction() {
        var held = holdTheWriter();
        var appends = appendAll(40);
        await(() -> journal.writer().waiting() == 40);
        assertThat(appends).noneMatch(CompletableFuture::isDone);

        held.countDown();
        assertThat(appends).allMatch(append -> append.join().equals(new Append.Appended(1)));
        assertThat(journal.writer().transactions()).isEqualTo(2);
    }

    @Test
    void aConflictInAGroupIsItsOwnAlone() {
        journal.open(new IncidentId("taken"), JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
        var held = holdTheWriter();
        var refused = appending(new IncidentId("taken"));
        var appends = appendAll(10);
        await(() -> journal.writer().waiting() == 11);

        held.countDown();
        assertThat(refused.join()).isEqualTo(new Append.VersionConflict(1));
        assertThat(appends).allMatch(append -> append.join().equals(new Append.Appended(1)));
    }

    @Test
    void whoeverComesWhenTheQueueIsFullIsTurnedAway() {
        var held = holdTheWriter();
        var appends = appendAll(Journal.MOST_WAITING);
        await(() -> journal.writer().waiting() == Journal.MOST_WAITING);
        assertThat(appending(new IncidentId("late")).join()).isEqualTo(new Append.Busy());

        held.countDown();
        assertThat(appends).allMatch(append -> append.join().equals(new Append.Appended(1)));
        assertThat(journal.read(new IncidentId("late"), 0)).isEmpty();
        assertThat(journal.writer().transactions()).isEqualTo(1 + Journal.MOST_WAITING / Writer.MOST_IN_A_TRANSACTION);
    }

    @Test
    void closingWritesWhatWaits() throws DataUnusable {
        var held = holdTheWriter();
        var appends = appendAll(20);
        await(() -> journal.writer().waiting() == 20);
        var closing = CompletableFuture.runAsync(journal::close, VIRTUAL);
        await(() -> journal.writer().waiting() == 21);
        assertThat(appending(new IncidentId("late")).join())
                .isEqualTo(new Append.StoreFailure("The server is stopping."));

        held.countDown();
        closing.join();
        assertThat(appends).allMatch(append -> append.join().equals(new Append.Appended(1)));
        openAgain();
        assertThat(journal.read(new IncidentId("incident-19"), 0)).hasSize(1);
    }

    /** Keeps the writer in a transaction until the latch is counted down. */
    private CountDownLatch holdTheWriter() {
        var entered = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        VIRTUAL.execute(() -> journal.writer().write(new StreamKey("other", ""), _ -> {
            entered.countDown();
            join(held);
            return new Append.Appended(0);
        }));
        join(entered);
        return held;
    }

    private List<CompletableFuture<Append>> appendAll(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> appending(new IncidentId("incident-" + number)))
                .toList();
    }

    private CompletableFuture<Append> appending(IncidentId id) {
        return CompletableFuture.supplyAsync(
                () -> journal.open(id, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON)), VIRTUAL);
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("waited too long", e);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("waited too long").isFalse();
            Thread.onSpinWait();
        }
    }
}
