package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import mayday.evidence.Evidence;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartDrawingTest {
    private static final Instant AS_OF = Instant.parse("2026-03-10T04:10:00Z");
    private static final long FROM = AS_OF.getEpochSecond() - 600;

    private static Evidence.Line line(String name, double last) {
        var points = LongStream.rangeClosed(0, 10)
                .mapToObj(minute -> new Evidence.Point(FROM + 60 * minute, last * minute / 10.0))
                .toList();
        return new Evidence.Line(name, points);
    }

    private static ChartDrawing draw(double threshold, Evidence.Line... lines) {
        var chart = new Evidence.Chart(Signal.Unit.RATIO, List.of(lines), threshold);
        return ChartDrawing.card("edge error ratio", chart, AS_OF);
    }

    @Test
    void drawsALineOverRoundStepsAndHatchesWhatNobodyKnows() {
        var drawing = draw(0.02, line("edge", 0.04));
        assertThat(drawing.rows()).extracting(ChartDrawing.Tick::label).containsExactly("0%", "2%", "4%", "6%");
        assertThat(drawing.columns()).extracting(ChartDrawing.Tick::label).containsExactly("04:00", "04:05", "04:10");
        assertThat(drawing.threshold()).extracting(ChartDrawing.Tick::label).containsExactly("2 %");
        assertThat(drawing.paths().getFirst().line()).startsWith("M36 106L").endsWith("303.3 42");
        assertThat(drawing.paths().getFirst().area()).endsWith("Z");
        assertThat(Double.parseDouble(drawing.fogX()) + Double.parseDouble(drawing.fogWidth()))
                .isEqualTo(330);
    }

    @Test
    void saysTheSameInWordsAndAsATable() {
        var drawing = draw(Double.NaN, line("eu-west", 0.1), line("us-east", 0));
        assertThat(drawing.description())
                .contains("eu-west: 0 % at first, 10 % at last, highest 10 % at 04:10.")
                .contains("Nothing is known after 04:10.");
        assertThat(drawing.heads()).containsExactly("Time", "eu-west", "us-east");
        assertThat(drawing.table()).hasSize(8).last().isEqualTo(List.of("04:10:00", "10 %", "0 %"));
        assertThat(drawing.threshold()).isEmpty();
        assertThat(drawing.paths()).extracting(ChartDrawing.Path::area).containsOnly("");
    }

    @Test
    void drawsALineThatHasOnePointOrNone() {
        var single = new Evidence.Line("one", List.of(new Evidence.Point(FROM, 0)));
        assertThat(draw(Double.NaN, single).paths()).hasSize(1);
        assertThat(draw(Double.NaN, new Evidence.Line("none", List.of())).paths())
                .isEmpty();
    }

    @Test
    void reachesOnePerCentWhereNothingFails() {
        assertThat(draw(Double.NaN, line("edge", 0)).rows())
                .extracting(ChartDrawing.Tick::label)
                .containsExactly("0%", "0.25%", "0.5%", "0.75%", "1%");
    }

    @ParameterizedTest
    @EnumSource(Signal.Unit.class)
    void labelsNoTwoStepsAlike(Signal.Unit unit) {
        for (var highest = 1e-9; highest < 1e7; highest *= 1.07) {
            var chart = new Evidence.Chart(unit, List.of(line("edge", highest)), Double.NaN);

            assertThat(ChartDrawing.card("edge", chart, AS_OF).rows())
                    .as("up to %s", highest)
                    .hasSizeBetween(3, 5)
                    .extracting(ChartDrawing.Tick::label)
                    .doesNotHaveDuplicates();
        }
    }
}
