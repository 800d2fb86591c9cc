package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.journal.DataUnusable;
import mayday.journal.Place;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms whose live clock a facilitator stops, lets go on and gives more time. */
class PausedRoomTest {
    private static final Participant FAY = new Participant("f-fay", "Fay");

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

    private static Duration sincePage(Room room) {
        return Duration.between(TinyShop.PAGED_AT, room.now());
    }

    private Decision resume(Room room) {
        return room.submit(new Command.ResumeClock(FAY, ward.now()));
    }

    @Test
    void standsStillForHoursAndGoesOnToTheSecond() {
        var room = ward.open(ClockMode.LIVE);
        ward.passes(minutes(7));
        room.submit(new Command.PauseClock(FAY));
        var version = room.incident().version();
        ward.passes(Duration.ofHours(5));
        room.subscribe(version, new Ward.Scribe());
        ward.rooms.tick();
        assertThat(room.incident().version()).isEqualTo(version);
        assertThat(sincePage(room)).isEqualTo(minutes(7));

        resume(room);
        ward.passes(Duration.ofSeconds(61));
        assertThat(sincePage(room)).isEqualTo(minutes(8).plusSeconds(1));
    }

    @Test
    void aRestartInAPauseFindsTheClockWhereItWas() {
        var room = ward.open(ClockMode.LIVE);
        ward.passes(minutes(7));
        room.submit(new Command.PauseClock(FAY));
        ward.passes(minutes(90));

        var again = ward.beside();
        again.passes(minutes(97));
        var back = again.rooms.find(room.id()).orElseThrow();
        assertThat(sincePage(back)).isEqualTo(minutes(7));
        assertThat(back.submit(new Command.Acknowledge(Ward.SAM)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.Paused()));
        back.submit(new Command.ResumeClock(FAY, again.now()));
        again.passes(minutes(1));
        assertThat(sincePage(back)).isEqualTo(minutes(8));
    }

    @Test
    void aMachineWhoseClockIsSetBackMovesNobodyBackwards() {
        var room = ward.open(ClockMode.LIVE);
        ward.passes(minutes(7));
        assertThat(sincePage(room)).isEqualTo(minutes(7));
        ward.passes(minutes(-60));
        assertThat(sincePage(room)).isEqualTo(minutes(7));

        // Who cannot wait an hour for it pauses and goes on.
        room.submit(new Command.PauseClock(FAY));
        resume(room);
        ward.passes(minutes(1));
        assertThat(sincePage(room)).isEqualTo(minutes(8));
    }

    @Test
    void neitherAPausedNorAnExtendedIncidentIsListedAsOver() {
        var room = ward.open(ClockMode.LIVE);
        ward.passes(minutes(10));
        room.submit(new Command.PauseClock(FAY));
        ward.passes(minutes(100));
        assertThat(status()).isEqualTo(Status.OPEN);

        resume(room);
        room.submit(new Command.ExtendTime(FAY, minutes(10)));
        ward.passes(minutes(29));
        assertThat(status()).isEqualTo(Status.OPEN);
        ward.passes(minutes(1));
        assertThat(status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void aFastIncidentIsListedAsOverWhenItsOwnTimeIsUp() {
        var fast = new Terms(Terms.DEFAULT_RUBRIC, false, Terms.Coaching.OFF, 10);
        ward.rooms.open(Ward.SCENARIO, Ward.SEED, TinyShop.BAD_RELEASE, ClockMode.LIVE, fast, Ward.SAM);
        ward.passes(Duration.ofSeconds(179));
        assertThat(status()).isEqualTo(Status.OPEN);
        ward.passes(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void theFacilitatorIsHeardHoweverManyMovesAreMade() {
        var room = ward.open(ClockMode.LIVE);
        for (var move = 0; move <= Room.MOVES_A_MINUTE; move++) {
            room.submit(new Command.Acknowledge(Ward.SAM));
        }
        assertThat(room.submit(new Command.PauseClock(FAY))).isInstanceOf(Decision.Accepted.class);
        assertThat(room.read(Incident::clock).isPaused()).isTrue();
    }

    private Status status() {
        return ward.rooms.of(Ward.SAM, 1).getFirst().status();
    }
}
