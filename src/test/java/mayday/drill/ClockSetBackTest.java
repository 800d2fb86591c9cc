package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The machine's clock is set back, by an hour: nobody waits for it to catch up. */
class ClockSetBackTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void movesAreCountedFromTheNewTimeOn() {
        var pace = new Pace();
        for (var move = 0; move < Room.MOVES_A_MINUTE; move++) {
            assertThat(pace.allows(NOON)).isTrue();
            pace.moved(NOON);
        }
        assertThat(pace.allows(NOON.plusSeconds(59))).isFalse();

        var back = NOON.minus(Duration.ofHours(1));
        assertThat(pace.allows(back)).isTrue();
        for (var move = 0; move < Room.MOVES_A_MINUTE; move++) {
            pace.moved(back);
        }
        assertThat(pace.allows(back)).isFalse();
        assertThat(pace.allows(back.plusSeconds(60))).isTrue();
    }
}
