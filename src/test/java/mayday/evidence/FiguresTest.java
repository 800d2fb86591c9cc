package mayday.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final char THIN = Figures.GROUPING;

    @Test
    void writesRatiosInPerCentWithTheDigitsThatMatter() {
        assertThat(List.of(0.0, 0.0005, 0.0099, 0.023, 0.0996, 0.304, 0.9, 0.996, 1.0).stream()
                        .map(Figures::percent))
                .containsExactly("0 %", "0.05 %", "0.99 %", "2.3 %", "10 %", "30 %", "90 %", "99.6 %", "100 %");
    }

    @Test
    void writesWhatIsNoNumberAndWhatIsBelowNothingAsNothing() {
        assertThat(Figures.percent(Double.NaN)).isEqualTo("0 %");
        assertThat(Figures.percent(-1e-12)).isEqualTo("0 %");
        assertThat(Figures.fixed(-0.001, 1)).isEqualTo("0.0");
        assertThat(Figures.count(-0.2)).isEqualTo("0");
    }

    @Test
    void writesTimesInTheUnitThatAPersonWouldUse() {
        assertThat(List.of(0.0004, 0.0032, 0.24, 0.9994, 1.24, 9.96, 45.2).stream()
                        .map(Figures::seconds))
                .containsExactly("0.4 ms", "3.2 ms", "240 ms", "999 ms", "1.2 s", "10 s", "45 s");
    }

    @Test
    void writesStretchesOfTime() {
        assertThat(List.of(
                                Duration.ofSeconds(45),
                                Duration.ofSeconds(725),
                                Duration.ofMinutes(80),
                                Duration.ofHours(24),
                                Duration.ofDays(3))
                        .stream()
                        .map(Figures::duration))
                .containsExactly("45 s", "12 min", "1 h 20 min", "24 h", "3 days");
    }

    @Test
    void groupsThousandsByAThinSpaceWhateverTheLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Figures.count(1_234_567.4)).isEqualTo("1" + THIN + "234" + THIN + "567");
            assertThat(Figures.rate(3.14)).isEqualTo("3.1/s");
            assertThat(Figures.rate(1_240)).isEqualTo("1" + THIN + "240/s");
            assertThat(Figures.when(Instant.parse("2026-05-01T18:05:00Z"), Shop.PAGED_AT))
                    .isEqualTo("1 May 18:05");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesEachUnit() {
        assertThat(Figures.in(Signal.Unit.GIB, 0.5)).isEqualTo("512 MiB");
        assertThat(Figures.in(Signal.Unit.GIB, 3.24)).isEqualTo("3.2 GiB");
        assertThat(Figures.in(Signal.Unit.DAYS, 0.9)).isEqualTo("0 days");
        assertThat(Figures.in(Signal.Unit.DAYS, -0.2)).isEqualTo("-1 day");
        assertThat(Figures.in(Signal.Unit.COUNT, 214.6)).isEqualTo("215");
    }

    @Test
    void tellsTheDayOnlyWhenItIsAnother() {
        var now = Instant.parse("2026-03-12T14:06:30Z");
        assertThat(Figures.when(Instant.parse("2026-03-12T00:01:00Z"), now)).isEqualTo("00:01");
        assertThat(Figures.when(Instant.parse("2026-03-11T18:05:00Z"), now)).isEqualTo("11 Mar 18:05");
    }

    @Test
    void listsThingsAsOneSpeaks() {
        assertThat(Figures.list(List.of())).isEmpty();
        assertThat(Figures.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
