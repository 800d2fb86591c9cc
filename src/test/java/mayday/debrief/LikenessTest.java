package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mayday.evidence.Answer;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.evidence.Observation;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody at a screen would take for the same answer. */
class LikenessTest {
    private static final Instant NOW = Instant.parse("2026-03-10T14:00:00Z");

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12 % of requests fail          | 14 % of requests fail         | true",
                "12 % of requests fail          | 31 % of requests fail         | false",
                "0.02 % of requests fail        | 0.9 % of requests fail        | true",
                "p95 is 120 ms                  | p95 is 230 ms                 | true",
                "p95 is 120 ms                  | p95 is 260 ms                 | false",
                "since 14:01 UTC                | since 14:02 UTC               | true",
                "since 14:01 UTC                | since 14:31 UTC               | false",
                "checkout fails                 | payments fails                | false",
                "116 118 of 1 069 416           | 120 000 of 1 000 000          | true",
                "version 3.17.4 on all hosts    | version 3.18.0 on all hosts   | false",
                "none                           | none at all                   | false"
            })
    void textsAreAlikeUpToNoise(String one, String other, boolean alike) {
        assertThat(Likeness.alike(said(one), said(other))).isEqualTo(alike);
        assertThat(Likeness.alike(said(other), said(one))).isEqualTo(alike);
    }

    @Test
    void aServiceThatLooksIllTellsAnswersApart() {
        assertThat(Likeness.alike(seen(Observation.Health.HEALTHY), seen(Observation.Health.FAILING)))
                .isFalse();
        assertThat(Likeness.alike(seen(Observation.Health.FAILING), seen(Observation.Health.FAILING)))
                .isTrue();
    }

    @Test
    void chartsAreAlikeByWhereTheyEndAndHowFarTheyGo() {
        assertThat(Likeness.alike(chart(0.1, 0.4), chart(0.1, 0.5))).isTrue();
        assertThat(Likeness.alike(chart(0.1, 0.4), chart(0.1, 0.9))).isFalse();
        assertThat(Likeness.alike(chart(Double.NaN, Double.NaN), chart(Double.NaN, Double.NaN)))
                .isTrue();
    }

    @Test
    void tablesAreAlikeInAnyOrderOfTheirRows() {
        assertThat(Likeness.alike(table("a 1", "b 9"), table("b 8", "a 1"))).isTrue();
        assertThat(Likeness.alike(table("a 1"), table("a 1", "b 9"))).isFalse();
    }

    private static Answer said(String text) {
        return new Answer(text, List.of(), List.of());
    }

    private static Answer seen(Observation.Health health) {
        return new Answer("", List.of(), List.of(new Observation(new ServiceId("shop"), health, NOW)));
    }

    private static Answer chart(double first, double last) {
        var line = new Evidence.Line("shop", List.of(new Evidence.Point(0, first), new Evidence.Point(10, last)));
        return shown(new Evidence.Chart(Signal.Unit.RATIO, List.of(line), Double.NaN));
    }

    /** Rows such as {@code a 1}. */
    private static Answer table(String... rows) {
        var split = Stream.of(rows).map(row -> List.of(row.split(" "))).toList();
        return shown(new Evidence.Table(List.of("what", "how many"), split));
    }

    private static Answer shown(Evidence.Body body) {
        return new Answer("", List.of(new Evidence(EvidenceId.numbered(1), "title", "source", NOW, body)), List.of());
    }
}
