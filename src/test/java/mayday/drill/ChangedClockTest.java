package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
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
import org.junit.jupiter.api.io.TempDir;

/** Somebody sets the machine's clock by an hour while a drill runs. */
class ChangedClockTest {
    private static final Participant INES = new Participant("f-ines", "Ines");
    private static final Participant MARA = new Participant("p-mara", "Mara");
    private static final DrillTeamId KESTREL = new DrillTeamId("kestrel");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> machine = new AtomicReference<>(Ward.MORNING);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteadyClock clock = new SteadyClock(machine::get, nanos::get);
    private Ward ward;
    private DrillRoom drill;

    @BeforeEach
    void start() throws DataUnusable {
        ward = Ward.at(new Place.Folder(folder), clock);
        var plan = new Plan(
                "Thursday drill",
                Ward.SCENARIO.id(),
                Ward.SEED,
                TinyShop.BAD_RELEASE,
                Plan.RoleRule.ADVISED,
                Plan.Board.EVERYONE,
                Duration.ZERO,
                new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 1, Duration.ofMinutes(20)));
        drill = ward.drills.create(plan, List.of("Kestrel", "Heron"), INES);
        drill.submit(new DrillCommand.TakeSeat(MARA, "kestrel", "operations"));
        drill.submit(new DrillCommand.Start(INES, Ward.SCENARIO.revision(), ward.drills.incidentIds(2)));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    private void passes(Duration time) {
        machine.updateAndGet(before -> before.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    private void isSetBy(Duration leap) {
        machine.updateAndGet(before -> before.plus(leap));
        clock.compare(true);
    }

    private Duration ofTheTeam() {
        var room = drill.incident(KESTREL).orElseThrow();
        return Duration.between(TinyShop.PAGED_AT, room.now());
    }

    @Test
    void teamsPlayOnToTheSecondAndWhatWaitsArrivesOnce() {
        passes(Duration.ofMinutes(2));
        drill.submit(new DrillCommand.Throw(
                INES, List.of(KESTREL), new Inject.Alert("disk full"), List.of(Duration.ofMinutes(5))));
        for (var leap : List.of(AN_HOUR, AN_HOUR.multipliedBy(-2), AN_HOUR)) {
            isSetBy(leap);
            passes(Duration.ofSeconds(90));
            ward.drills.tick();
        }
        assertThat(drill.drill().isOver()).isFalse();
        assertThat(drill.drill().ran(clock.instant())).isEqualTo(Duration.ofSeconds(390));
        assertThat(ofTheTeam()).isEqualTo(Duration.ofSeconds(390));
        var sent = drill.incident(KESTREL).orElseThrow().incident().history().stream()
                .filter(each -> each.event() instanceof Event.InjectSent)
                .toList();
        assertThat(sent)
                .singleElement()
                .satisfies(each -> assertThat(each.at()).isEqualTo(TinyShop.PAGED_AT.plus(Duration.ofMinutes(5))));
    }

    @Test
    void theMachineIsFollowedAgainWhenNobodyPlays() {
        passes(Duration.ofMinutes(2));
        isSetBy(AN_HOUR);
        assertThat(clock.instant()).isEqualTo(Ward.MORNING.plus(Duration.ofMinutes(2)));
        clock.compare(false);
        assertThat(clock.instant()).isEqualTo(Ward.MORNING.plus(Duration.ofMinutes(62)));
        isSetBy(AN_HOUR.negated());
        clock.compare(false);
        assertThat(clock.instant()).isEqualTo(Ward.MORNING.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whatTimeServersCorrectIsNoLeap() {
        isSetBy(Duration.ofMillis(1_500));
        clock.compare(false);
        assertThat(clock.instant()).isEqualTo(Ward.MORNING);
    }
}
