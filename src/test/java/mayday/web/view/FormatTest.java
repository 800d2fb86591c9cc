package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.ActionKind.Takes;
import mayday.scenario.Signal.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    private static final Instant AT = Instant.parse("2026-03-10T04:12:40Z");

    @ParameterizedTest
    @CsvSource({
        "RATIO, 0.0012, 0.12 %",
        "RATIO, 0.039, 3.9 %",
        "RATIO, 0.304, 30 %",
        "RATIO, 1, 100 %",
        "RATIO, 0, 0 %",
        "SECONDS, 0.12, 120 ms",
        "SECONDS, 0.0005, 0.5 ms",
        "SECONDS, 2.04, 2 s",
        "PER_SECOND, 12345, '12,345/s'",
        "GIB, 2.13, 2.1 GiB",
        "COUNT, 214, 214",
        "DAYS, 0.25, 0.25 d"
    })
    void valuesHaveTheirUnitAndFewDigits(Unit unit, double value, String written) {
        assertThat(Format.value(unit, value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"15, 25, 15–25 s", "30, 30, 30 s", "180, 300, 3–5 min", "120, 120, 2 min", "40, 90, 40–90 s"})
    void durationsOfActions(long least, long most, String written) {
        assertThat(Format.takes(new Takes(Duration.ofSeconds(least), Duration.ofSeconds(most))))
                .isEqualTo(written);
    }

    @Test
    void times() {
        assertThat(Format.clock(AT)).isEqualTo("04:12:40");
        assertThat(Format.minute(AT)).isEqualTo("04:12");
        assertThat(Format.length(Duration.ofSeconds(3_725))).isEqualTo("62:05");
        assertThat(Format.moment(AT.minus(Duration.ofHours(1)), AT)).isEqualTo("03:12");
        assertThat(Format.moment(AT.minus(Duration.ofHours(5)), AT)).isEqualTo("9 Mar 23:12");
    }
}
