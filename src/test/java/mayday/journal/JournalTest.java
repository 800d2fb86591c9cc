package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.compiler.Sources;
import mayday.incident.Beginning;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.scenario.CauseId;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is appended is found again, in order, and nothing gets between. */
@ParameterizedClass
@EnumSource(Store.class)
class JournalTest {
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    static final Sources SOURCES = new Sources(
            "outage/scenario.yaml", Map.of("outage/scenario.yaml", "title: Outage\n", "systems/s.yaml", ""));

    private static final IncidentId FIRST = new IncidentId("first");

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Place place = new Place.Folder(Path.of(""));

    private Journal journal;

    @BeforeEach
    void open() throws DataUnusable {
        place = store.place(folder);
        journal = Journal.open(place, InstantSource.fixed(NOON));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void givesBackWhatWasAppended() {
        var stream = everySample();
        assertThat(journal.open(FIRST, SOURCES, stream.subList(0, 3))).isEqualTo(new Append.Appended(3));
        assertThat(journal.append(FIRST, 3, stream.subList(3, stream.size()), Status.OPEN))
                .isEqualTo(new Append.Appended(stream.size()));

        assertThat(journal.read(FIRST, 0)).isEqualTo(stream);
        assertThat(journal.read(FIRST, 40)).isEqualTo(stream.subList(40, stream.size()));
        assertThat(journal.read(FIRST, stream.size())).isEmpty();
        assertThat(journal.read(new IncidentId("second"), 0)).isEmpty();
    }

    @Test
    void givesBackWhatWasAppendedBeforeARestart() throws DataUnusable {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        journal.append(FIRST, 1, List.of(recorded(2, new Event.TimeRanOut())), Status.TIMED_OUT);
        journal.close();

        journal = Journal.open(place, InstantSource.fixed(NOON));
        assertThat(journal.read(FIRST, 0)).hasSize(2);
        assertThat(journal.append(FIRST, 2, List.of(recorded(3, new Event.ImpactReturned())), Status.OPEN))
                .isEqualTo(new Append.Appended(3));
    }

    @Test
    void tellsNothingOnceItIsClosed() throws DataUnusable {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        journal.close();

        assertThatThrownBy(() -> journal.read(FIRST, 0))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessage("The journal is closed.");

        journal = Journal.open(place, InstantSource.fixed(NOON));
        assertThat(journal.read(FIRST, 0)).hasSize(1);
    }

    @Test
    void refusesEventsThatWereDecidedToAnOlderVersion() {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        var one = List.of(recorded(2, new Event.ImpactReturned()));
        var other = List.of(recorded(2, new Event.Acknowledged(Samples.ADA)));
        assertThat(journal.append(FIRST, 1, one, Status.OPEN)).isEqualTo(new Append.Appended(2));
        assertThat(journal.append(FIRST, 1, other, Status.OPEN)).isEqualTo(new Append.VersionConflict(2));

        assertThat(journal.read(FIRST, 1)).isEqualTo(one);
        assertThat(journal.open(FIRST, SOURCES, opening("p-ada", NOON))).isEqualTo(new Append.VersionConflict(2));
        assertThat(journal.append(new IncidentId("nobody's"), 1, one, Status.OPEN))
                .isEqualTo(new Append.VersionConflict(0));
    }

    @Test
    void refusesAStreamWithAGap() {
        var late = List.of(recorded(3, new Event.ImpactReturned()));
        assertThatThrownBy(() -> journal.append(FIRST, 1, late, Status.OPEN))
                .hasMessageStartingWith("expected event 2, not 3");
        assertThatThrownBy(() -> journal.append(FIRST, 1, List.of(), Status.OPEN))
                .hasMessage("there is nothing to store");
        assertThatThrownBy(() -> journal.open(FIRST, SOURCES, List.of(recorded(1, new Event.ImpactReturned()))))
                .hasMessage("an incident begins with its opening");
    }

    @Test
    void listsAParticipantsIncidentsNewestFirst() {
        journal.open(new IncidentId("old"), SOURCES, opening("p-ada", NOON.minusMillis(1_500)));
        journal.open(new IncidentId("new"), SOURCES, opening("p-ada", NOON));
        journal.open(new IncidentId("between"), SOURCES, opening("p-ada", NOON.minusMillis(1)));
        journal.open(new IncidentId("grace's"), SOURCES, opening("p-grace", NOON));

        assertThat(journal.openedBy("p-ada", 10))
                .extracting(heading -> heading.id().value())
                .containsExactly("new", "between", "old");
        assertThat(journal.openedBy("p-ada", 1))
                .containsExactly(new Heading(
                        new IncidentId("new"),
                        new ScenarioId("outage"),
                        new Revision("r1"),
                        new Participant("p-ada", "Ada"),
                        ClockMode.LIVE,
                        NOON,
                        1,
                        Status.OPEN));
        assertThat(journal.openedBy("p-nobody", 10)).isEmpty();
    }

    @Test
    void listsTheStatusAfterTheLastEvent() {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        assertThat(journal.find(FIRST).orElseThrow().status()).isEqualTo(Status.OPEN);
        var version = 1;
        for (var status : Status.values()) {
            journal.append(FIRST, version, List.of(recorded(version + 1, new Event.Acknowledged(Samples.ADA))), status);
            version++;
            assertThat(journal.find(FIRST).orElseThrow().status()).isEqualTo(status);
        }
        assertThat(journal.find(new IncidentId("second"))).isEmpty();
    }

    @Test
    void aRefusedAppendLeavesTheStatus() {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        journal.append(FIRST, 7, List.of(recorded(8, new Event.TimeRanOut())), Status.TIMED_OUT);
        assertThat(journal.find(FIRST).orElseThrow().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void keepsTheTextOfARevisionOnce() {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        journal.open(new IncidentId("second"), SOURCES, opening("p-ada", NOON));
        assertThat(journal.sources(new Revision("r1"))).contains(SOURCES);
        assertThat(journal.sources(new Revision("r2"))).isEmpty();
    }

    @Test
    void saysWhichEventCannotBeRead() {
        journal.open(FIRST, SOURCES, opening("p-ada", NOON));
        journal.append(FIRST, 1, List.of(recorded(2, new Event.ImpactReturned())), Status.OPEN);
        Store.execute(place, "update event set type = 'confetti' where sequence = 2");
        assertThatThrownBy(() -> journal.read(FIRST, 0))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessage("Event 2 of incident first cannot be read: \"confetti\" is no kind of Event.");
    }

    static List<Recorded> opening(String owner, Instant wallClock) {
        return List.of(recorded(
                1,
                new Event.IncidentOpened(
                        new ScenarioId("outage"),
                        new Revision("r1"),
                        7,
                        new CauseId("bad-release"),
                        ClockMode.LIVE,
                        wallClock,
                        new Participant(owner, "Ada"),
                        Terms.UNAIDED,
                        new Beginning.Fresh())));
    }

    static Recorded recorded(long sequence, Event event) {
        return new Recorded(sequence, Samples.PAGED.plusMillis(sequence), event);
    }

    private static List<Recorded> everySample() {
        var stream = new ArrayList<Recorded>();
        Samples.events().values().forEach(event -> stream.add(recorded(stream.size() + 1, event)));
        return stream;
    }
}
