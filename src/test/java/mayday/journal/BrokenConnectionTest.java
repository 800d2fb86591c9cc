package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.journal.Relay.AtCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line to the database breaks: what was acknowledged is stored once, and what was not is not stored at all. */
@Timeout(60)
class BrokenConnectionTest {
    private static final IncidentId ID = new IncidentId("first");
    private static final Executor VIRTUAL = Thread::startVirtualThread;

    private final Relay relay = Relay.to(PostgresServer.port());
    private Place.Server direct = PostgresServer.fresh();
    private Journal journal;

    @BeforeEach
    void open() throws DataUnusable {
        direct = PostgresServer.fresh();
        journal = throughTheRelay();
        journal.open(ID, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
    }

    private Journal throughTheRelay() throws DataUnusable {
        var url = direct.url().replace(":" + PostgresServer.port() + "/", ":" + relay.port() + "/");
        return Journal.open(
                new Place.Server(url + "&socketTimeout=1&connectTimeout=1"), InstantSource.fixed(JournalTest.NOON));
    }

    @AfterEach
    void close() {
        journal.close();
        relay.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = AtCommit.class,
            names = {"LOSE_COMMIT", "LOSE_ANSWER"})
    void aLineThatBreaksAtTheCommitLosesAndDoublesNothing(AtCommit what) throws Exception {
        relay.atNextCommit(what);
        assertThat(append(1)).isEqualTo(new Append.Appended(2));
        relay.awaitStrike();
        assertThat(stored()).containsExactly(1L, 2L);
        assertThat(append(2)).isEqualTo(new Append.Appended(3));
    }

    @Test
    void aCommitThatWouldArriveLateIsStoppedBeforeItsWorkIsDoneAgain() throws Exception {
        relay.atNextCommit(AtCommit.DELAY);
        var append = CompletableFuture.supplyAsync(() -> append(1), VIRTUAL);
        relay.awaitStrike();
        assertThat(append.join()).isEqualTo(new Append.Appended(2));

        relay.release();
        assertThat(append(2)).isEqualTo(new Append.Appended(3));
        assertThat(stored()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aLineThatWasCutWhileNobodyUsedItIsMadeAgain() {
        relay.cut();
        assertThat(append(1)).isEqualTo(new Append.Appended(2));
        relay.cut();
        assertThat(journal.read(ID, 0)).hasSize(2);
    }

    @Test
    void aDatabaseThatIsAwayStoresNothingAndSaysSo() {
        relay.refuse();
        assertThat(((Append.StoreFailure) append(1)).why()).contains("cannot be reached");
        assertThatThrownBy(() -> journal.read(ID, 0))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("cannot be reached");

        relay.serve();
        assertThat(journal.read(ID, 0)).hasSize(1);
        assertThat(append(1)).isEqualTo(new Append.Appended(2));
    }

    @Test
    void readersWhoseFirstLineBreaksWhileItIsMadeReadOnTheNext() throws Exception {
        relay.cutWhenSent("SHOW TRANSACTION ISOLATION LEVEL");
        try (var opened = throughTheRelay()) {
            assertThat(opened.read(ID, 0)).hasSize(1);
        }
    }

    @Test
    void aNetworkThatPausesHoldsMovesUpAndLosesNone() {
        relay.pause();
        var append = CompletableFuture.supplyAsync(() -> append(1), VIRTUAL);
        var after = CompletableFuture.delayedExecutor(2, java.util.concurrent.TimeUnit.SECONDS, VIRTUAL);
        after.execute(relay::resume);
        assertThat(append.join()).isEqualTo(new Append.Appended(2));
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void aNodeThatIsCutOffInATransactionHoldsUpNobodyForLong() throws Exception {
        var locked = new CountDownLatch(1);
        var held = CompletableFuture.supplyAsync(
                () -> journal.writer().write(new StreamKey(StreamKey.INCIDENT, ID.value()), _ -> {
                    // The first time; it is done again after that.
                    if (locked.getCount() > 0) {
                        relay.pause();
                        locked.countDown();
                    }
                    return new Append.Appended(0);
                }),
                VIRTUAL);
        locked.await();
        try (var other = Journal.open(direct, InstantSource.fixed(JournalTest.NOON))) {
            assertThat(append(other, 1)).isEqualTo(new Append.Appended(2));
        }
        relay.resume();
        assertThat(held.join()).isEqualTo(new Append.Appended(0));
    }

    @Test
    void listenersHearThatTheyMayHaveMissedSomethingAndHearOnAfterwards() throws Exception {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(2);
        var heard = new CountDownLatch(1);
        journal.listen(Journal.INCIDENT, new Journal.Listener() {
            @Override
            public void appended(String id, long version) {
                if (id.equals(ID.value()) && version == 2) {
                    heard.countDown();
                }
            }

            @Override
            public void missed() {
                first.countDown();
                second.countDown();
            }
        });
        first.await();
        relay.cut();
        second.await();
        append(1);
        heard.await();
        assertThat(stored()).containsExactly(1L, 2L);
    }

    private Append append(long version) {
        return append(journal, version);
    }

    private static Append append(Journal to, long version) {
        return to.append(
                ID, version, List.of(JournalTest.recorded(version + 1, new Event.ImpactReturned())), Status.OPEN);
    }

    /** As another node sees it. */
    private List<Long> stored() {
        try (var other = Journal.open(direct, InstantSource.fixed(JournalTest.NOON))) {
            return other.read(ID, 0).stream().map(Recorded::sequence).toList();
        } catch (DataUnusable e) {
            throw new AssertionError(e);
        }
    }
}
