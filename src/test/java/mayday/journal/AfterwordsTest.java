package mayday.journal;

import static mayday.journal.Afterword.Earlier.GIVES_WAY;
import static mayday.journal.Afterword.Earlier.STAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import mayday.incident.IncidentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people write after an incident's end is kept beside its events. */
@ParameterizedClass
@EnumSource(Store.class)
class AfterwordsTest {
    private static final IncidentId FIRST = new IncidentId("first");

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void open() throws DataUnusable {
        journal = Journal.open(store.place(folder), InstantSource.fixed(JournalTest.NOON));
        journal.open(FIRST, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void everyAnswerStays() {
        assertThat(write("answer", "why", "Because.", 0, STAYS)).isEqualTo(new Append.Appended(1));
        assertThat(write("answer", "why", "Because 30 % failed.", 1, STAYS)).isEqualTo(new Append.Appended(2));

        assertThat(journal.afterwords().of(FIRST))
                .containsExactly(
                        new Afterword(1, "answer", "why", Samples.ADA, "Because.", JournalTest.NOON),
                        new Afterword(2, "answer", "why", Samples.ADA, "Because 30 % failed.", JournalTest.NOON));
        assertThat(journal.read(FIRST, 1)).isEmpty();
    }

    @Test
    void aDraftGivesWayToTheNext() {
        write("answer", "why", "Because.", 0, STAYS);
        write("post-mortem", "", "At ten", 0, GIVES_WAY);
        write("post-mortem", "", "At ten we", 2, GIVES_WAY);

        assertThat(journal.afterwords().of(FIRST)).extracting(Afterword::body).containsExactly("Because.", "At ten we");
        assertThat(write("post-mortem", "", "At ten we saw", 3, GIVES_WAY)).isEqualTo(new Append.Appended(4));
    }

    @Test
    void nothingIsOverwrittenThatTheWriterHasNotSeen() {
        write("post-mortem", "", "Mine", 0, GIVES_WAY);
        assertThat(write("post-mortem", "", "Theirs", 0, GIVES_WAY)).isEqualTo(new Append.VersionConflict(1));
        assertThat(journal.afterwords().of(FIRST)).extracting(Afterword::body).containsExactly("Mine");
    }

    private Append write(String kind, String subject, String body, long expected, Afterword.Earlier earlier) {
        return journal.afterwords().write(FIRST, kind, subject, Samples.ADA, body, expected, earlier);
    }
}
