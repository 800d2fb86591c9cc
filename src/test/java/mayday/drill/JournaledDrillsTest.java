package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecider;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillTeamId;
import mayday.exercise.JoinCode;
import mayday.exercise.Plan;
import mayday.exercise.Stage;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.journal.DataUnusable;
import mayday.journal.Store;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Drills on a journal: what a drill wants is what its teams' incidents do, whenever the process ends. */
@ParameterizedClass
@EnumSource(Store.class)
class JournaledDrillsTest {
    private static final Participant INES = new Participant("f-ines", "Ines");
    private static final Participant MARA = new Participant("p-mara", "Mara");
    private static final Participant DELE = new Participant("p-dele", "Dele");
    private static final DrillTeamId KESTREL = new DrillTeamId("kestrel");
    private static final DrillTeamId HERON = new DrillTeamId("heron");

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Ward ward;

    @BeforeEach
    void open() throws DataUnusable {
        ward = Ward.in(store.place(folder));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Plan plan(Plan.RoleRule roles) {
        return new Plan(
                "Thursday drill",
                Ward.SCENARIO.id(),
                Ward.SEED,
                TinyShop.BAD_RELEASE,
                roles,
                Plan.Board.FACILITATOR,
                Duration.ZERO,
                new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 1, minutes(20)));
    }

    private DrillRoom lobby() {
        return lobby(Plan.RoleRule.ADVISED);
    }

    private DrillRoom lobby(Plan.RoleRule roles) {
        var room = ward.drills.create(plan(roles), List.of("Kestrel", "Heron"), INES);
        room.submit(new DrillCommand.TakeSeat(MARA, "kestrel", "operations"));
        room.submit(new DrillCommand.TakeSeat(DELE, "heron", "communications"));
        return room;
    }

    private DrillDecision start(DrillRoom room) {
        return room.submit(new DrillCommand.Start(INES, Ward.SCENARIO.revision(), ward.drills.incidentIds(2)));
    }

    private DrillRoom running() {
        var room = lobby();
        start(room);
        return room;
    }

    private static Duration sincePage(DrillRoom drill, DrillTeamId team) {
        return Duration.between(
                TinyShop.PAGED_AT, drill.incident(team).orElseThrow().now());
    }

    @Test
    void isFoundByItsCodeAndByThosePeopleWhoHadASeat() {
        var room = lobby();
        var code = JoinCode.parse(room.drill().code().spaced().toLowerCase(Locale.ROOT))
                .orElseThrow();
        assertThat(ward.drills.find(code).orElseThrow().id()).isEqualTo(room.id());
        assertThat(ward.drills.of(MARA, 5)).hasSize(1);
        assertThat(ward.drills.of(INES, 5)).isEmpty();
        assertThat(ward.drills.all(5)).hasSize(1);
    }

    @Test
    void allTeamsGetTheSameWorldAtTheSameMoment() {
        var room = running();
        ward.passes(minutes(3));
        var kestrel = room.incident(KESTREL).orElseThrow();
        var heron = room.incident(HERON).orElseThrow();
        assertThat(sincePage(room, KESTREL)).isEqualTo(minutes(3));
        assertThat(sincePage(room, HERON)).isEqualTo(minutes(3));
        assertThat(kestrel.incident().opened().seed())
                .isEqualTo(heron.incident().opened().seed());
        assertThat(kestrel.owner().name()).isEqualTo("Kestrel");
    }

    @Test
    void whoPressesStartSecondIsToldSoAndNothingIsStartedTwice() {
        var room = lobby();
        var other = ward.beside();
        var elsewhere = other.drills.find(room.id()).orElseThrow();
        start(room);
        var second =
                elsewhere.submit(new DrillCommand.Start(INES, Ward.SCENARIO.revision(), other.drills.incidentIds(2)));
        assertThat(second).isInstanceOf(DrillDecision.Refused.class);
        assertThat(((DrillDecision.Refused) second).refusal().id()).isEqualTo("already-begun");
        assertThat(elsewhere.incident(KESTREL).orElseThrow().id())
                .isEqualTo(room.incident(KESTREL).orElseThrow().id());
    }

    @Test
    void pausesAndExtendsWhatItSays() {
        var room = running();
        ward.passes(minutes(5));
        room.submit(new DrillCommand.Pause(INES, List.of(HERON)));
        ward.passes(minutes(4));
        assertThat(sincePage(room, KESTREL)).isEqualTo(minutes(9));
        assertThat(sincePage(room, HERON)).isEqualTo(minutes(5));

        room.submit(new DrillCommand.Resume(INES, List.of()));
        room.submit(new DrillCommand.Extend(INES, List.of(HERON), minutes(10)));
        ward.passes(minutes(11));
        assertThat(room.incident(KESTREL).orElseThrow().incident().status()).isEqualTo(Status.TIMED_OUT);
        assertThat(room.incident(HERON).orElseThrow().incident().status()).isEqualTo(Status.OPEN);
        assertThat(room.incident(HERON).orElseThrow().incident().limit()).isEqualTo(minutes(30));
    }

    @Test
    void whatWasWantedBeforeTheProcessEndedIsDoneByTheNextAsIfAtOnce() {
        var room = lobby();
        // The process ends right after the start was journalled: no incident is there yet.
        var started = (DrillDecision.Accepted) DrillDecider.decide(
                room.drill(),
                new DrillCommand.Start(INES, Ward.SCENARIO.revision(), ward.drills.incidentIds(2)),
                ward.now());
        ward.journal.drills().append(room.drill().version(), started.recorded(), started.after());

        var next = ward.beside();
        // The scenario's text is in the library of the next one as well.
        next.passes(minutes(2));
        var back = next.drills.find(room.id()).orElseThrow();
        assertThat(sincePage(back, KESTREL)).isEqualTo(minutes(2));

        var paused = (DrillDecision.Accepted)
                DrillDecider.decide(back.drill(), new DrillCommand.Pause(INES, List.of()), next.now());
        next.journal.drills().append(back.drill().version(), paused.recorded(), paused.after());
        var last = ward.beside();
        last.passes(minutes(60));
        var again = (JournaledDrillRoom) last.drills.find(room.id()).orElseThrow();
        again.attend();
        assertThat(sincePage(again, KESTREL)).isEqualTo(minutes(2));
        assertThat(again.incident(KESTREL).orElseThrow().read(Incident::clock).isPaused())
                .isTrue();
    }

    @Test
    void theEndEndsEveryIncident() {
        var room = running();
        ward.passes(minutes(6));
        room.submit(new DrillCommand.End(INES));
        assertThat(room.drill().stage()).isInstanceOf(Stage.Over.class);
        assertThat(room.incident(KESTREL).orElseThrow().incident().status()).isEqualTo(Status.TIMED_OUT);
        var heron = room.incident(HERON).orElseThrow().incident();
        assertThat(heron.now()).isEqualTo(TinyShop.PAGED_AT.plus(minutes(6)));
        assertThat(heron.history().getLast().event()).isEqualTo(new Event.TimeCalled(INES));
    }

    @Test
    void aSeatSaysWhichMovesAreOnes() {
        var room = lobby(Plan.RoleRule.ENFORCED);
        room.submit(new DrillCommand.TakeSeat(new Participant("p-tom", "Tom"), "kestrel", "incident-commander"));
        start(room);
        var team = new SeatedRoom(room.incident(KESTREL).orElseThrow(), room, KESTREL, MARA);
        assertThat(team.ask(MARA, "error rate?")).isInstanceOf(Decision.Accepted.class);
        assertThat(team.submit(new Command.Close(MARA, "done")))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().id()).isEqualTo("not-your-role"));

        var stranger = new SeatedRoom(room.incident(KESTREL).orElseThrow(), room, KESTREL, DELE);
        assertThat(stranger.ask(DELE, "error rate?"))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotYours.class));
    }

    @Test
    void listenersHearOfEveryChangeUntilTheyAreGone() {
        var room = lobby();
        var heard = new ArrayList<Long>();
        var subscription = room.subscribe(() -> heard.add(room.drill().version()));
        room.submit(new DrillCommand.Say(INES, "we start at two sharp"));
        room.submit(new DrillCommand.BeReady(MARA, true));
        subscription.close();
        room.submit(new DrillCommand.BeReady(MARA, false));
        assertThat(heard).containsExactly(4L, 5L);
    }
}
