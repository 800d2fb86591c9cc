package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.compiler.Sources;
import mayday.drill.Ward.Scribe;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.journal.DataUnusable;
import mayday.journal.JournalUnavailable;
import mayday.journal.Place;
import mayday.journal.Store;
import mayday.scenario.ScenarioId;
import mayday.scenario.Signal;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Incidents are opened, found again, listed, and kept running for those who listen. */
@ParameterizedClass
@EnumSource(Store.class)
class JournaledRoomsTest {
    private static final Library EMPTY = new Library(List.of(), Map.of(), List.of());

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Place place = new Place.Folder(Path.of(""));

    private Ward ward;

    @BeforeEach
    void open() throws DataUnusable {
        place = store.place(folder);
        openAgain();
    }

    private void openAgain() throws DataUnusable {
        ward = Ward.in(place);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void thereIsOneRoomForAnIncident() {
        var room = ward.open(ClockMode.PRACTICE);
        assertThat(ward.rooms.find(room.id())).containsSame(room);
        assertThat(ward.rooms.find(new IncidentId("nowhere"))).isEmpty();
        assertThat(room.id().value()).hasSize(22).matches("[A-Za-z0-9_-]+");
        assertThat(room.owner()).isEqualTo(Ward.SAM);
    }

    @Test
    void aRoomInSomebodysHandsStaysTheOneRoomAlthoughManyAreOpenedAfterIt() {
        var room = ward.open(ClockMode.PRACTICE);
        IntStream.rangeClosed(0, 64).forEach(_ -> ward.open(ClockMode.PRACTICE));
        assertThat(ward.rooms.find(room.id())).containsSame(room);
    }

    @Test
    void anIncidentGoesOnAfterARestart() throws DataUnusable {
        var room = ward.open(ClockMode.PRACTICE);
        room.submit(new Command.Acknowledge(Ward.SAM));
        room.ask(Ward.SAM, "errors of shop?");
        room.submit(new Command.Wait(Ward.SAM, Duration.ofMinutes(2)));
        var before = room.read(JournaledRoomsTest::state);
        ward.close();

        openAgain();
        var again = ward.rooms.find(room.id()).orElseThrow();
        assertThat(again.read(JournaledRoomsTest::state)).isEqualTo(before);
        again.ask(Ward.SAM, "errors of shop?");
        var answers = again.incident().history().stream()
                .map(Recorded::event)
                .filter(Event.QuestionAnswered.class::isInstance);
        assertThat(answers).hasSize(2);
    }

    @Test
    void aLiveClockRunsWhileTheServerIsDown() throws DataUnusable {
        var room = ward.open(ClockMode.LIVE);
        ward.close();
        openAgain();
        ward.passes(Duration.ofMinutes(5));
        var again = ward.rooms.find(room.id()).orElseThrow();
        assertThat(again.now()).isEqualTo(TinyShop.PAGED_AT.plus(Duration.ofMinutes(5)));
        assertThat(again.incident().history())
                .extracting(Recorded::event)
                .contains(new Event.MessageReceived("Ines", "Anything I can tell support?"));
    }

    @Test
    void anIncidentKeepsTheScenarioItWasOpenedWith() throws DataUnusable {
        ward.close();
        var shipped = Shipped.library();
        var scenario = shipped.find(new ScenarioId("elevated-500s")).orElseThrow();
        IncidentId id;
        try (var first = Ward.in(place, shipped)) {
            var cause = scenario.causes().getFirst().id();
            id = first.rooms
                    .open(scenario, Ward.SEED, cause, ClockMode.PRACTICE, Terms.UNAIDED, Ward.SAM)
                    .id();
        }
        try (var second = Ward.in(place, EMPTY)) {
            var room = second.rooms.find(id).orElseThrow();
            assertThat(room.incident().scenario()).isEqualTo(scenario);
            var unheardOf = Ward.ofRevision(scenario, new Sources("x", Map.of("x", "id: x")));
            assertThatThrownBy(() -> second.rooms.open(
                            unheardOf, 1, scenario.causes().getFirst().id(), ClockMode.LIVE, Terms.UNAIDED, Ward.SAM))
                    .hasMessageStartingWith("there is no text of elevated-500s");
        }
        openAgain();
    }

    @Test
    void aRevisionThatIsNotUnderstoodAnyMoreIsSaidToBeSo() throws DataUnusable {
        var id = ward.open(ClockMode.PRACTICE).id();
        ward.close();
        try (var later = Ward.in(place, EMPTY)) {
            assertThatThrownBy(() -> later.rooms.find(id))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessageStartingWith("The scenario tiny/scenario.yaml, as it was when this incident was opened,"
                            + " is not understood by this version of Mayday: ");
        }
        openAgain();
    }

    @Test
    void aFailingJournalIsSaidToFail() {
        ward.journal.close();
        assertThatThrownBy(() -> ward.open(ClockMode.PRACTICE)).isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void listsWhatAParticipantOpened() {
        var first = ward.open(ClockMode.PRACTICE);
        ward.passes(Duration.ofMinutes(1));
        var second = ward.open(ClockMode.PRACTICE);
        second.submit(new Command.Close(Ward.SAM, "It was the release."));

        var tiny = new ScenarioId("tiny");
        assertThat(ward.rooms.of(Ward.SAM, 10))
                .containsExactly(
                        new Rooms.Summary(second.id(), tiny, Ward.MORNING.plusSeconds(60), Status.CLOSED),
                        new Rooms.Summary(first.id(), tiny, Ward.MORNING, Status.OPEN));
        assertThat(ward.rooms.of(Ward.SAM, 1)).hasSize(1);
        assertThat(ward.rooms.of(new Participant("p-else", "Sam"), 10)).isEmpty();
    }

    @Test
    void listsALiveIncidentWhoseTimeRanOutUnseenAsOver() {
        ward.open(ClockMode.LIVE);
        ward.passes(Duration.ofMinutes(29));
        assertThat(ward.rooms.of(Ward.SAM, 1).getFirst().status()).isEqualTo(Status.OPEN);
        ward.passes(Duration.ofMinutes(1));
        assertThat(ward.rooms.of(Ward.SAM, 1).getFirst().status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void whoListensHearsWhatFellDueOnALiveClock() {
        var room = ward.open(ClockMode.LIVE);
        var scribe = new Scribe();
        var subscription = room.subscribe(room.incident().version(), scribe);
        ward.rooms.tick();
        assertThat(scribe.heard).isEmpty();

        ward.passes(Duration.ofMinutes(5));
        ward.rooms.tick();
        assertThat(scribe.heard)
                .extracting(Recorded::event)
                .contains(new Event.MessageReceived("Ines", "Anything I can tell support?"));

        var version = ward.journal.find(room.id()).orElseThrow().version();
        subscription.close();
        ward.passes(Duration.ofHours(1));
        ward.rooms.tick();
        assertThat(ward.journal.find(room.id()).orElseThrow().version()).isEqualTo(version);
    }

    /** All that an incident is, its trajectory by some of its numbers. */
    private static List<Object> state(Incident incident) {
        var world = incident.world();
        var failing = world.trajectory()
                .series(Signal.ERROR_RATIO, TinyShop.EDGE, Where.everywhere(), TinyShop.PAGED_AT, incident.now());
        return List.of(
                incident.scenario(),
                incident.opened(),
                incident.phase(),
                incident.impact(),
                incident.now(),
                incident.history(),
                world.passages(),
                world.undone(),
                world.trajectory().schedule(),
                failing.mean(),
                failing.last(),
                incident.board(),
                incident.actions(),
                incident.pendingAnswers(),
                incident.pendingReplies(),
                incident.acknowledgedAt(),
                incident.severities());
    }
}
