package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 5s, 5",
        "SECONDS, 250ms, 0.25",
        "SECONDS, 0.6 ms, 0.0006",
        "SECONDS, 14m, 840",
        "SECONDS, 26h, 93600",
        "SECONDS, 3d, 259200",
        "SECONDS, 1h30m, 5400",
        "SECONDS, 2d 6h, 194400",
        "SECONDS, -5s, -5",
        "DAYS, 63d, 63",
        "DAYS, 36h, 1.5",
        "DAYS, -2d, -2",
        "RATIO, 0.1 %, 0.001",
        "RATIO, 34%, 0.34",
        "RATIO, 0.34, 0.34",
        "RATIO, 1, 1",
        "GIB, 2 GiB, 2",
        "GIB, 512 MiB, 0.5",
        "PER_SECOND, 3000/s, 3000",
        "COUNT, 12, 12",
        "NUMBER, 1.5, 1.5",
    })
    void readsWhatAuthorsWrite(Measure measure, String text, double value) {
        assertThat(measure.parse(text))
                .hasValueSatisfying(parsed -> assertThat(parsed.doubleValue()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 5",
        "SECONDS, five seconds",
        "SECONDS, 5 sec",
        "SECONDS, 5s ago",
        "SECONDS, 1e9s",
        "SECONDS, 9999999999999999999s",
        "RATIO, 30 percent",
        "RATIO, 10 % 20 %",
        "GIB, 2 GB",
        "GIB, 2",
        "PER_SECOND, 3000",
        "COUNT, 2.5",
        "COUNT, 12 pieces",
        "NUMBER, 1.2.3",
        "NUMBER, NaN",
    })
    void refusesTheRest(Measure measure, String text) {
        assertThat(measure.parse(text)).isEmpty();
    }

    @Test
    void writesFiguresAsAuthorsDo() {
        assertThat(Measure.SECONDS.written(0.001)).isEqualTo("1ms");
        assertThat(Measure.SECONDS.written(90)).isEqualTo("90s");
        assertThat(Measure.SECONDS.written(600)).isEqualTo("10m");
        assertThat(Measure.SECONDS.written(86_400)).isEqualTo("1d");
        assertThat(Measure.RATIO.written(0.999_999)).isEqualTo("99.9999 %");
        assertThat(Measure.GIB.written(0.01)).isEqualTo("0.01 GiB");
    }
}
