package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Status;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database refuses while incidents are being played; SQLite itself is told to behave as on a bad disk. */
class StoreFailureTest {
    private static final IncidentId ID = new IncidentId("first");

    @TempDir
    Path folder;

    /** What every new connection for writing is told. */
    private final AtomicReference<String> pragma = new AtomicReference<>("max_page_count = 40");

    @Test
    void aFullDiskStoresNothingAndSaysSo() throws DataUnusable {
        try (var journal = openJournal()) {
            journal.open(ID, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
            var refused = appendUntilRefused(journal);
            assertThat(((Append.StoreFailure) refused).why())
                    .startsWith("The disk that holds " + folder)
                    .endsWith("is full. Free some space; nothing else is needed.");

            var version = journal.find(ID).orElseThrow().version();
            assertThat(journal.read(ID, 0)).hasSize((int) version);
            pragma.set("max_page_count = 100000");
            assertThat(append(journal, version)).isEqualTo(new Append.Appended(version + 1));
        }
    }

    @Test
    void aDatabaseThatMayOnlyBeReadStoresNothingAndSaysSo() throws DataUnusable {
        try (var journal = openJournal()) {
            journal.open(ID, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
        }
        pragma.set("query_only = true");
        try (var journal = openJournal()) {
            var refused = append(journal, 1);
            assertThat(((Append.StoreFailure) refused).why()).contains("cannot be written to");
            assertThat(journal.read(ID, 0)).hasSize(1);
        }
    }

    private Append appendUntilRefused(Journal journal) {
        for (var version = 1; version < 100; version++) {
            var outcome = append(journal, version);
            if (!(outcome instanceof Append.Appended)) {
                return outcome;
            }
        }
        throw new AssertionError("the disk never filled up");
    }

    private static Append append(Journal journal, long version) {
        var event = new Event.MessageReceived("Support", "It is broken. ".repeat(400));
        return journal.append(ID, version, List.of(JournalTest.recorded(version + 1, event)), Status.OPEN);
    }

    private Journal openJournal() throws DataUnusable {
        return Journal.open(
                folder,
                InstantSource.fixed(JournalTest.NOON),
                database -> database.writing().installPlugin(new JdbiPlugin() {
                    @Override
                    public Connection customizeConnection(Connection connection) throws SQLException {
                        try (var statement = connection.createStatement()) {
                            statement.execute("pragma " + pragma.get());
                        }
                        return connection;
                    }
                }));
    }
}
