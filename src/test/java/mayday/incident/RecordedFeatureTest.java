package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import mayday.compiler.Library;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Log;
import mayday.evidence.Evidence.Point;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.scenario.Action;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** Charts and logs that were recorded in a real incident are shown on the scenario's clock, up to now and no further. */
class RecordedFeatureTest {
    private static final Instant PAGED = Instant.parse("2026-03-10T14:06:00Z");
    private static final Library FEATURES = Library.read(Path.of("src/test/resources/features"));

    private static Playing play() {
        return Playing.practice(
                FEATURES.find(new ScenarioId("recorded-evidence")).orElseThrow(), new CauseId("bad-release"));
    }

    private static Playing asked(Playing playing, String question, Window window) {
        var understood = Understanding.answered(
                List.of(new Interpretation(Dimension.DB_HEALTH, List.of(), window, 1, question)));
        return playing.when(new Command.Ask(Playing.SAM, question, understood));
    }

    private static String answer(Playing playing) {
        return playing.latest().stream()
                .map(Recorded::event)
                .filter(Event.QuestionAnswered.class::isInstance)
                .map(event -> ((Event.QuestionAnswered) event).text())
                .findFirst()
                .orElseThrow();
    }

    private static Evidence last(Playing playing) {
        return playing.incident().board().cards().getLast().evidence();
    }

    private static List<Point> points(Evidence evidence, int line) {
        return ((Chart) evidence.body()).lines().get(line).points();
    }

    private static Point point(int minute, double value) {
        return new Point(PAGED.plus(Duration.ofMinutes(minute)).getEpochSecond(), value);
    }

    @Test
    void aSeriesOfPrometheusIsAChartOfTheLastHourOnThisClock() {
        var evidence = last(asked(play(), "lag", new Window.Usual()));

        assertThat(evidence.title()).isEqualTo("Replication lag");
        assertThat(evidence.source()).isEqualTo("Prometheus");
        var chart = (Chart) evidence.body();
        assertThat(chart.unit()).isEqualTo(Signal.Unit.SECONDS);
        assertThat(chart.lines()).extracting(Line::name).containsExactly("replica-1", "replica-2");
        // Not a number at -20, which is a gap.
        assertThat(points(evidence, 0))
                .hasSize(60)
                .startsWith(point(-59, 0.4))
                .endsWith(point(0, 15.4), point(1, 18.4));
        assertThat(points(evidence, 1)).hasSize(61).endsWith(point(1, 0.3));
    }

    @Test
    void whatIsStillToComeIsNotShown() {
        var playing = play();
        for (int minutes = 0; minutes < 40; minutes += 5) {
            var evidence = last(asked(playing, "lag", new Window.Since(PAGED.minusSeconds(3_600))));

            assertThat(points(evidence, 0))
                    .allSatisfy(point -> assertThat(Instant.ofEpochSecond(point.epochSeconds()))
                            .isBeforeOrEqualTo(evidence.asOf()))
                    .last()
                    .satisfies(point -> assertThat(Instant.ofEpochSecond(point.epochSeconds()))
                            .isAfter(evidence.asOf().minusSeconds(60)));
            playing.when(Playing.waitFor(Duration.ofMinutes(4)));
        }
    }

    @Test
    void aWindowCutsItAndWhatIsOlderThanTheSimulatedHistoryIsThere() {
        var playing = play();
        var from = PAGED.minus(Duration.ofMinutes(90));

        var evidence = last(asked(playing, "lag", new Window.Between(from, from.plusSeconds(300))));

        assertThat(points(evidence, 1))
                .extracting(Point::epochSeconds)
                .containsExactlyElementsOf(List.of(-90, -89, -88, -87, -86, -85).stream()
                        .map(minute -> point(minute, 0).epochSeconds())
                        .toList());
    }

    @Test
    void onceTheCauseIsUndoneItsRecordingGoesNoFurther() {
        var playing = play().when(new Command.Act(
                Playing.SAM, new Action.RollBack(new ServiceId("till"), Where.everywhere()), ""));
        for (int waits = 0; waits < 4; waits++) {
            playing.when(Playing.waitFor(Duration.ofMinutes(5)));
        }

        asked(playing, "lag", new Window.Usual());

        var undone = undoneAt(playing);
        var last = Instant.ofEpochSecond(points(last(playing), 0).getLast().epochSeconds());
        assertThat(last).isBetween(undone.minusSeconds(60), undone);
        assertThat(playing.incident().now()).isAfter(undone.plusSeconds(600));
        assertThat(answer(playing))
                .matches("This is the lag of the two replicas\\. It was recorded until 14:\\d\\d UTC\\.");
    }

    private static Instant undoneAt(Playing playing) {
        return playing.incident().world().passages().reversed().stream()
                .filter(passage -> passage.state().id().equals(Cause.UNDONE))
                .findFirst()
                .orElseThrow()
                .enteredAt();
    }

    @Test
    void aColumnOfACsvFileIsChosenAndAnEmptyCellIsAGap() {
        var evidence = last(asked(play(), "jobs", new Window.Usual()));

        assertThat(((Chart) evidence.body()).lines()).extracting(Line::name).containsExactly("jobs");
        assertThat(points(evidence, 0)).hasSize(31).startsWith(point(-30, 0)).endsWith(point(0, 600), point(1, 720));
    }

    @Test
    void ofALogTheTroubleIsShownFirstAndWhatBelongsToALineStaysWithIt() {
        var evidence = last(asked(play(), "writes", new Window.Usual()));

        var log = (Log) evidence.body();
        assertThat(log.matching()).isEqualTo(44);
        assertThat(log.entries())
                .hasSize(44)
                .isSortedAccordingTo(Comparator.comparing(Log.Entry::at))
                .contains(new Log.Entry(
                        PAGED.minusMillis(239_880),
                        "ERROR",
                        "",
                        "could not write WAL segment 32\n\tat storage.write(segment:32)"))
                .noneMatch(entry -> entry.at().isAfter(evidence.asOf()));
    }

    @Test
    void whereNothingWasRecordedNoCardIsShown() {
        var playing = play();
        var from = PAGED.minus(Duration.ofMinutes(100));

        asked(playing, "writes", new Window.Between(from, from.plusSeconds(300)));

        assertThat(playing.incident().board().cards()).isEmpty();
        assertThat(answer(playing)).startsWith("From the ledger's file. The data I can reach begins at 13:46 UTC");
    }
}
