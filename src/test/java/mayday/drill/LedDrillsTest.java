package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mayday.exercise.Drill;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecider;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.incident.Command;
import mayday.incident.Event;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.journal.DataUnusable;
import mayday.journal.Place;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What facilitators send reaches the incidents once, whenever a process ends; what happens by itself does. */
class LedDrillsTest {
    private static final Participant INES = new Participant("f-ines", "Ines");
    private static final Participant MARA = new Participant("p-mara", "Mara");
    private static final DrillTeamId KESTREL = new DrillTeamId("kestrel");
    private static final DrillTeamId HERON = new DrillTeamId("heron");
    private static final Inject ALERT = new Inject.Alert("disk almost full");

    @TempDir
    Path folder;

    private Ward ward;

    @BeforeEach
    void open() throws DataUnusable {
        ward = Ward.in(new Place.Folder(folder));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private DrillRoom running(Duration freezesAfter) {
        var plan = new Plan(
                "Thursday drill",
                Ward.SCENARIO.id(),
                Ward.SEED,
                TinyShop.BAD_RELEASE,
                Plan.RoleRule.ADVISED,
                Plan.Board.EVERYONE,
                freezesAfter,
                new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 1, minutes(20)));
        var room = ward.drills.create(plan, List.of("Kestrel", "Heron"), INES);
        room.submit(new DrillCommand.TakeSeat(MARA, "kestrel", "operations"));
        room.submit(new DrillCommand.Start(INES, Ward.SCENARIO.revision(), ward.drills.incidentIds(2)));
        return room;
    }

    private static <E extends Event> List<E> events(DrillRoom room, DrillTeamId team, Class<E> kind) {
        return room.incident(team).orElseThrow().incident().history().stream()
                .filter(each -> kind.isInstance(each.event()))
                .map(each -> kind.cast(each.event()))
                .toList();
    }

    @Test
    void hintsAndInjectsReachTheTeamsThatTheyAreFor() {
        var room = running(Duration.ZERO);
        ward.passes(minutes(2));
        room.submit(new DrillCommand.SendHint(INES, HERON, "Who else uses it?", 3));
        room.submit(new DrillCommand.Throw(INES, List.of(), ALERT, List.of()));
        room.submit(new DrillCommand.Throw(INES, List.of(KESTREL), ALERT, List.of(minutes(5))));
        ward.passes(minutes(4));
        assertThat(events(room, HERON, Event.HintSent.class))
                .containsExactly(new Event.HintSent(INES, "Who else uses it?", 3));
        assertThat(events(room, KESTREL, Event.HintSent.class)).isEmpty();
        assertThat(events(room, HERON, Event.InjectSent.class)).hasSize(1);
        assertThat(events(room, KESTREL, Event.InjectSent.class)).hasSize(2);
        assertThat(events(room, KESTREL, Event.AlertFired.class)).hasSize(3);
    }

    @Test
    void whoKnowsOnlyAnOlderDrillUndoesNothing() {
        var room = running(Duration.ZERO);
        var before = room.drill();
        room.submit(new DrillCommand.Pause(INES, List.of()));
        new TeamRooms(ward.rooms, ward.journal.drills()).bringInLine(before);
        assertThat(room.incident(KESTREL).orElseThrow().incident().clock().isPaused())
                .isTrue();
        assertThat(events(room, KESTREL, Event.ClockResumed.class)).isEmpty();
    }

    @Test
    void whatTheProcessDidNotDoBeforeItEndedIsDoneOnceByTheNext() {
        var room = running(Duration.ZERO);
        ward.passes(minutes(2));
        // The process ends right after these were journalled: no incident knows of them.
        var drill = room.drill();
        for (var command : List.of(
                new DrillCommand.SendHint(INES, KESTREL, "Look at the map.", 0),
                new DrillCommand.Throw(INES, List.of(KESTREL), ALERT, List.of(minutes(4))),
                new DrillCommand.Throw(INES, List.of(KESTREL), ALERT, List.of()),
                new DrillCommand.Throw(INES, List.of(KESTREL), ALERT, List.of(minutes(9))),
                new DrillCommand.WithdrawInject(INES, 3))) {
            var decided = (DrillDecision.Accepted) DrillDecider.decide(drill, command, ward.now());
            ward.journal.drills().append(drill.version(), decided.recorded(), decided.after());
            drill = decided.after();
        }

        var next = ward.beside();
        next.passes(Duration.between(next.now(), ward.now()).plus(minutes(10)));
        var back = next.drills.find(room.id()).orElseThrow();
        ((JournaledDrillRoom) back).attend();
        ((JournaledDrillRoom) back).attend();
        assertThat(events(back, KESTREL, Event.HintSent.class)).hasSize(1);
        assertThat(events(back, KESTREL, Event.InjectSent.class)).hasSize(2);
        assertThat(events(back, HERON, Event.InjectSent.class)).isEmpty();
    }

    @Test
    void aFaultThatIsAtWorkAlreadyIsPassedOverAndHoldsUpNothing() {
        var room = running(Duration.ZERO);
        ward.passes(minutes(1));
        room.submit(new DrillCommand.Throw(INES, List.of(), new Inject.Fault(TinyShop.BAD_RELEASE), List.of()));
        room.submit(new DrillCommand.SendHint(INES, KESTREL, "Look at the map.", 0));
        room.submit(new DrillCommand.Pause(INES, List.of(KESTREL)));
        assertThat(events(room, KESTREL, Event.InjectSent.class)).isEmpty();
        assertThat(events(room, KESTREL, Event.HintSent.class)).hasSize(1);
        assertThat(events(room, KESTREL, Event.ClockPaused.class)).hasSize(1);
    }

    @Test
    @Timeout(60)
    void aDrillThatIsOverHoldsNoIncidentsInMemoryAlthoughSomebodyListens() {
        var room = running(Duration.ZERO);
        room.submit(new DrillCommand.End(INES));
        try (var _ = room.subscribe(() -> {})) {
            ward.drills.tick();
            ward.passes(InMemory.IDLE);
            ward.drills.tick();
            ward.rooms.tick();
            while (ward.rooms.load().rooms() > 0) {
                System.gc();
            }
            assertThat(room.drill().isOver()).isTrue();
        }
    }

    @Test
    void endsByItselfWhenAllIncidentsAreOver() {
        var room = running(Duration.ZERO);
        ward.passes(minutes(3));
        var kestrel = room.incident(KESTREL).orElseThrow();
        kestrel.submit(new Command.Close(MARA, "done"));
        kestrel.submit(new Command.Close(MARA, "done"));
        ward.passes(minutes(1));
        assertThat(room.drill().isOver()).isFalse();
        ward.passes(minutes(17));
        assertThat(room.drill().isOver()).isTrue();
        assertThat(room.drill().history().getLast().event()).isEqualTo(new DrillEvent.Ended(Drill.ITSELF));
    }

    @Test
    void freezesByItselfAsItStoodThen() throws InterruptedException {
        var room = running(minutes(5));
        ward.passes(minutes(4));
        assertThat(room.drill().conduct().frozen()).isEmpty();
        ward.passes(minutes(3));
        var frozen = new CountDownLatch(1);
        try (var _ = room.subscribe(frozen::countDown)) {
            room.drill();
            assertThat(frozen.await(30, TimeUnit.SECONDS)).isTrue();
        }
        var standings = room.drill().conduct().frozen();
        assertThat(standings.stream().map(each -> each.team())).containsExactly(KESTREL, HERON);
        // Nobody did anything: both stand alike.
        assertThat(standings.getFirst().failedRequests())
                .isEqualTo(standings.getLast().failedRequests())
                .isPositive();
    }
}
