package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Recorded;
import mayday.journal.DataUnusable;
import mayday.journal.Place;
import mayday.scenario.Signal;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room that is not used lets the numbers of its history go, and nobody can tell. */
class HeldNumbersTest {
    @TempDir
    private Path folder;

    private Ward ward;

    @BeforeEach
    void open() throws DataUnusable {
        ward = Ward.in(new Place.Folder(folder));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void theRoomThatWasUsedLastHoldsItsNumbersAndTheOneBeforeIfTheyFit() {
        var rooms = List.of(room(), room(), room());
        var numbers = new HeldNumbers(2 * rooms.getFirst().bytesOfNumbers());

        rooms.forEach(numbers::used);

        assertThat(rooms).extracting(room -> room.bytesOfNumbers() > 0).containsExactly(false, true, true);
        numbers.used(rooms.get(0));
        use(rooms.get(0));
        numbers.used(rooms.get(0));
        assertThat(rooms).extracting(room -> room.bytesOfNumbers() > 0).containsExactly(true, false, true);
    }

    @Test
    void aRoomThatIsBusyWhenItsTurnComesIsAskedAgain() {
        var busy = room();
        var other = room();
        var third = room();
        var numbers = new HeldNumbers(busy.bytesOfNumbers());
        numbers.used(busy);

        // Whoever comes while it is being read cannot make it let go, and may not forget it.
        busy.read(_ -> {
            CompletableFuture.runAsync(() -> numbers.used(other)).join();
            return busy;
        });
        numbers.used(third);

        assertThat(List.of(busy, other, third))
                .extracting(room -> room.bytesOfNumbers() > 0)
                .containsExactly(false, false, true);
    }

    @Test
    void anIncidentGoesOnAsIfItHadKeptItsNumbers() {
        var kept = room();
        var lets = room();
        for (var move = 0; move < 12; move++) {
            play(kept, move);
            lets.letNumbersGo();
            play(lets, move);
            assertThat(lets.bytesOfNumbers()).isLessThanOrEqualTo(kept.bytesOfNumbers());
        }

        assertThat(told(lets)).isEqualTo(told(kept));
    }

    @Test
    void anIncidentThatWasBroughtBackGoesOnTheSame() throws DataUnusable {
        var kept = room();
        var gone = room();
        for (var move = 0; move < 4; move++) {
            play(kept, move);
            play(gone, move);
        }
        gone.letNumbersGo();
        ward.close();

        open();
        var back = (JournaledRoom) ward.rooms.find(gone.id()).orElseThrow();
        var other = (JournaledRoom) ward.rooms.find(kept.id()).orElseThrow();
        for (var move = 4; move < 12; move++) {
            back.letNumbersGo();
            play(back, move);
            play(other, move);
        }
        assertThat(told(back)).isEqualTo(told(other));
    }

    private JournaledRoom room() {
        var room = (JournaledRoom) ward.open(ClockMode.PRACTICE);
        use(room);
        return room;
    }

    private static void use(JournaledRoom room) {
        room.read(incident -> incident.world()
                .trajectory()
                .series(
                        Signal.CPU,
                        TinyShop.SHOP,
                        Where.everywhere(),
                        incident.scenario().origin(),
                        incident.now()));
    }

    private static void play(JournaledRoom room, int move) {
        room.ask(Ward.SAM, "errors of shop?");
        if (move % 3 == 0) {
            room.submit(new Command.Wait(Ward.SAM, Duration.ofMinutes(3)));
        }
    }

    private static List<Recorded> told(JournaledRoom room) {
        return room.read(incident -> List.copyOf(incident.history()));
    }
}
