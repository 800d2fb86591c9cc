package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.journal.DataUnusable.Reason;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that cannot be used is refused in a sentence that says how to mend it. */
class JournalOpeningTest {
    @TempDir
    Path temporary;

    @Test
    void makesTheFolderForItsOwnerAlone() throws Exception {
        var folder = temporary.resolve("a/b");
        open(folder).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFile() throws IOException {
        var file = Files.createFile(temporary.resolve("data"));
        assertRefused(
                file, Reason.NOT_A_FOLDER, file + " is a file, and data needs a folder. Name another one with --data.");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        assertRefused(file.resolve("data"), Reason.NOT_CREATED, "is not there and cannot be created");
    }

    /** Not even root writes into /proc. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAFolderThatCannotBeWrittenTo() {
        assertRefused(Path.of("/proc/self"), Reason.NOT_WRITABLE, "The data folder /proc/self cannot be written to.");
    }

    @Test
    void refusesAFolderThatAnotherMaydayUses() throws DataUnusable {
        try (var _ = open(temporary)) {
            assertRefused(
                    temporary,
                    Reason.IN_USE,
                    "Another Mayday is using the data folder " + temporary
                            + ". Stop it first, or give this one a folder of its own with --data.");
        }
        open(temporary).close();
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        Files.writeString(temporary.resolve("mayday.db"), "All work and no play makes Jack a dull boy.\n".repeat(100));
        assertRefused(temporary, Reason.DAMAGED, "mayday.db is damaged. Move it and the files beside it");
    }

    @Test
    void refusesADatabaseWithDamageInTheMiddle() throws Exception {
        writeManyEvents();
        var database = temporary.resolve("mayday.db");
        try (var channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            var rubbish = new byte[3 * 4096];
            java.util.Arrays.fill(rubbish, (byte) 0xA5);
            channel.write(ByteBuffer.wrap(rubbish), channel.size() / 2 / 4096 * 4096);
        }
        assertRefused(temporary, Reason.DAMAGED, "mayday.db is damaged.");
    }

    @Test
    void refusesADatabaseThatIsCutOff() throws Exception {
        writeManyEvents();
        var database = temporary.resolve("mayday.db");
        try (var channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertRefused(temporary, Reason.DAMAGED, "mayday.db is damaged.");
    }

    @Test
    void refusesADatabaseOfANewerMayday() throws DataUnusable {
        open(temporary).close();
        database().useHandle(handle -> handle.execute("pragma user_version = 99"));
        assertRefused(temporary, Reason.NEWER_SCHEMA, "was written by a newer Mayday (schema 99).");
    }

    @Test
    void refusesADatabaseOfSomethingElse() {
        database().useHandle(handle -> handle.execute("create table recipe (name text)"));
        assertRefused(temporary, Reason.NOT_OURS, "mayday.db is not Mayday's: it holds other tables.");
    }

    private Jdbi database() {
        return Jdbi.create("jdbc:sqlite:" + temporary.resolve("mayday.db"));
    }

    @Test
    void givesTheFolderBackAfterARefusal() throws Exception {
        var database = temporary.resolve("mayday.db");
        Files.writeString(database, "rubbish ".repeat(1_000));
        assertRefused(temporary, Reason.DAMAGED, "damaged");
        Files.delete(database);
        open(temporary).close();
    }

    private void writeManyEvents() throws DataUnusable {
        try (var journal = open(temporary)) {
            var events = new ArrayList<Recorded>(JournalTest.opening("p-ada", JournalTest.NOON));
            for (var i = 0; i < 20; i++) {
                Samples.events().values().forEach(event -> events.add(JournalTest.recorded(events.size() + 1, event)));
            }
            journal.open(new IncidentId("first"), JournalTest.SOURCES, events);
        }
    }

    private static Journal open(Path folder) throws DataUnusable {
        return Journal.open(folder, InstantSource.fixed(JournalTest.NOON));
    }

    private static void assertRefused(Path folder, Reason reason, String message) {
        var refusal = catchThrowableOfType(DataUnusable.class, () -> open(folder));
        assertThat(refusal).isNotNull().hasMessageContaining(message);
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
