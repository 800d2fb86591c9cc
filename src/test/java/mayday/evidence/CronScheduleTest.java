package mayday.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CronScheduleTest {
    /** A Thursday. */
    private static final Instant NOW = Instant.parse("2026-03-12T14:06:30Z");

    @Test
    void findsTheTimesAroundNow() {
        assertTimes("0 3 * * *", "2026-03-12T03:00:00Z", "2026-03-13T03:00:00Z");
        assertTimes("*/15 * * * *", "2026-03-12T14:00:00Z", "2026-03-12T14:15:00Z");
        assertTimes("5,35 8-18 * * 1-5", "2026-03-12T14:05:00Z", "2026-03-12T14:35:00Z");
        assertTimes("30 2 * * 0", "2026-03-08T02:30:00Z", "2026-03-15T02:30:00Z");
        assertTimes("30 2 * * 7", "2026-03-08T02:30:00Z", "2026-03-15T02:30:00Z");
        assertTimes("0 0 29 2 *", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z");
    }

    @Test
    void takesEitherDayWhenBothAreGivenAsCronDoes() {
        assertTimes("0 12 1 * 3", "2026-03-11T12:00:00Z", "2026-03-18T12:00:00Z");
    }

    @Test
    void neverStrikesForWhatIsNoSchedule() {
        for (var text : new String[] {"", "hourly", "99 * * * *", "* * * *", "*/0 * * * *"}) {
            assertThat(CronSchedule.of(text).last(NOW)).isEqualTo(Instant.MIN);
            assertThat(CronSchedule.of(text).next(NOW)).isEqualTo(Instant.MAX);
        }
    }

    private static void assertTimes(String schedule, String last, String next) {
        assertThat(CronSchedule.of(schedule).last(NOW)).isEqualTo(Instant.parse(last));
        assertThat(CronSchedule.of(schedule).next(NOW)).isEqualTo(Instant.parse(next));
    }
}
