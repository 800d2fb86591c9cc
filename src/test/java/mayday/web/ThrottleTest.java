package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tries are counted by the minute; a clock that is set back locks nobody out until it has caught up. */
class ThrottleTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T12:00:00Z"));
    private final Throttle throttle = new Throttle(2, now::get);

    @Test
    void allowsSoManyAMinute() {
        assertThat(throttle.allows("ada")).isTrue();
        assertThat(throttle.allows("ada")).isTrue();
        assertThat(throttle.allows("ada")).isFalse();
        assertThat(throttle.allows("grace")).isTrue();
        assertThat(throttle.wait("ada")).isEqualTo(Duration.ofMinutes(1));
        passes(Duration.ofMinutes(1));
        assertThat(throttle.allows("ada")).isTrue();
    }

    @Test
    void countsAnewWhenTheClockIsSetBack() {
        assertThat(throttle.allows("ada")).isTrue();
        assertThat(throttle.allows("ada")).isTrue();
        assertThat(throttle.wouldAllow("ada")).isFalse();
        passes(Duration.ofHours(-1));
        assertThat(throttle.wait("ada")).isZero();
        assertThat(throttle.allows("ada")).isTrue();
        assertThat(throttle.allows("ada")).isTrue();
        assertThat(throttle.allows("ada")).isFalse();
    }

    private void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
