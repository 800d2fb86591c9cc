package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.journal.DataUnusable.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, a real one: it is said, nothing that was acknowledged is lost, and with room again all goes on. */
class FullDiskTest {
    private static final IncidentId ID = new IncidentId("first");
    private static final int MEGABYTES = 2;

    /** More than fit on the disk. */
    private static final int MOST_APPENDS = 1_000;

    private SmallDisk disk;

    @BeforeEach
    void mount(@TempDir Path temporary) {
        disk = SmallDisk.at(temporary, MEGABYTES);
    }

    @AfterEach
    void unmount() {
        disk.close();
    }

    @Test
    void aJournalCannotBeMadeOnAFullDisk() throws DataUnusable {
        disk.fill();
        assertSaid(catchThrowableOfType(DataUnusable.class, this::open));

        disk.free();
        try (var journal = open()) {
            assertThat(begin(journal)).isEqualTo(new Append.Appended(1));
        }
    }

    @Test
    void aJournalOnADiskThatFilledUpSinceOpensAgainWithRoom() throws DataUnusable {
        var stored = new ArrayList<Recorded>();
        try (var journal = open()) {
            begin(journal);
            for (var version = 1; version <= 20; version++) {
                append(journal, version);
            }
            stored.addAll(journal.read(ID, 0));
        }
        disk.fill();
        assertSaid(catchThrowableOfType(DataUnusable.class, this::open));

        disk.free();
        try (var journal = open()) {
            assertThat(journal.read(ID, 0)).hasSize(21).isEqualTo(stored);
        }
    }

    @Test
    void theKeyIsNotMadeOnAFullDisk() throws DataUnusable {
        disk.fill();
        assertSaid(catchThrowableOfType(DataUnusable.class, () -> SigningKey.in(disk.path(), bytes -> bytes[0] = 1)));

        disk.free();
        assertThat(SigningKey.in(disk.path(), bytes -> bytes[0] = 1).bytes()).hasSize(32);
    }

    @Test
    void anIncidentGoesOnWhenThereIsRoomAgain() throws DataUnusable {
        var acknowledged = 1L;
        try (var journal = open()) {
            begin(journal);
            disk.fill();
            Append outcome = new Append.Appended(1);
            while (outcome instanceof Append.Appended(var version)) {
                assertThat(version).isLessThan(MOST_APPENDS);
                acknowledged = version;
                outcome = append(journal, version);
            }
            assertThat(((Append.StoreFailure) outcome).why()).isEqualTo(said("mayday.db"));
            // What the failure spoilt is closed before the next append is tried.
            assertThat(append(journal, acknowledged)).isEqualTo(outcome);
            assertThat(journal.read(ID, 0)).hasSize((int) acknowledged);

            disk.free();
            assertThat(append(journal, acknowledged)).isEqualTo(new Append.Appended(acknowledged + 1));
        }
        try (var journal = open()) {
            assertThat(journal.read(ID, 0)).hasSize((int) acknowledged + 1);
            assertThat(journal.find(ID).orElseThrow().version()).isEqualTo(acknowledged + 1);
        }
    }

    private static Append begin(Journal journal) {
        return journal.open(ID, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
    }

    private static Append append(Journal journal, long version) {
        var event = new Event.MessageReceived("Support", "It is broken. ".repeat(400));
        return journal.append(ID, version, List.of(JournalTest.recorded(version + 1, event)), Status.OPEN);
    }

    private Journal open() throws DataUnusable {
        return Journal.open(disk.path(), InstantSource.fixed(JournalTest.NOON));
    }

    private void assertSaid(DataUnusable refusal) {
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage())
                .startsWith("The disk that holds " + disk.path())
                .endsWith(" is full. Free some space; nothing else is needed.");
        assertThat(refusal.reason()).isEqualTo(Reason.DISK_FULL);
    }

    private String said(String file) {
        return "The disk that holds " + disk.path().resolve(file)
                + " is full. Free some space; nothing else is needed.";
    }
}
