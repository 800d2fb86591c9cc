package mayday.evidence;

import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.PAGED_AT;
import static mayday.evidence.Telling.everyWord;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Log;
import mayday.scenario.Dimension;
import mayday.scenario.Effect;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;
import mayday.simulation.Disturbance;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every question about everything, on a real simulated history: a third of the orders fail since ten minutes before the
 * page.
 */
class EveryAnswerTest {
    private static final Circumstances REAL = real();

    private static final List<Window> WINDOWS = List.of(
            new Window.Usual(),
            new Window.Last(Duration.ZERO),
            new Window.Last(Duration.ofDays(400)),
            new Window.Since(PAGED_AT.plus(Duration.ofDays(1))),
            new Window.Between(PAGED_AT.minus(Duration.ofDays(2)), PAGED_AT.minus(Duration.ofDays(1))),
            new Window.Between(PAGED_AT, PAGED_AT.minus(Duration.ofMinutes(30))));

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void isGivenForEveryTargetAndWindowWithinItsLimits(Dimension dimension) {
        for (var target : targets()) {
            for (var window : WINDOWS) {
                var question = new Interpretation(dimension, target, window, 1, "");
                assertBounded(Answers.answer(REAL, question, 5), question);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void isTheSameWhenAskedAgain(Dimension dimension) {
        var question = Shop.about(dimension, new Target.OfService(CHECKOUT));

        assertThat(Answers.answer(real(), question, 1)).isEqualTo(Answers.answer(REAL, question, 1));
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void neverNamesTheCause(Dimension dimension) {
        for (var target : targets()) {
            var answer = Answers.answer(REAL, new Interpretation(dimension, target, new Window.Usual(), 1, ""), 1);

            assertThat(everyWord(answer))
                    .noneMatch(words -> words.contains("bad-release")
                            || words.contains("bad-flag")
                            || words.contains("Secret")
                            || words.contains("release-3180")
                            || words.contains("cause:"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dimension.class,
            names = {
                "ERROR_RATE",
                "ERROR_TYPES",
                "LATENCY",
                "TRAFFIC",
                "CPU",
                "MEMORY",
                "DISK",
                "QUEUE_DEPTH",
                "SCALING_INSTANCES",
                "START_TIME",
                "ONSET_SHAPE",
                "REGION_SCOPE"
            })
    void saysNothingOfOtherServicesWhenOneIsAskedAbout(Dimension dimension) {
        for (var service : Shop.system().services()) {
            var answer = Answers.answer(REAL, Shop.about(dimension, new Target.OfService(service.id())), 1);

            for (var other : Shop.system().services()) {
                if (!other.equals(service)) {
                    assertThat(everyWord(answer))
                            .noneMatch(words -> words.contains(other.id().value()));
                }
            }
            assertThat(answer.observations()).allMatch(seen -> seen.service().equals(service.id()));
        }
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void costsBetweenTwentyAndNinetySeconds(Dimension dimension) {
        assertThat(Answers.costSeconds(dimension)).isBetween(20, 90);
    }

    @Test
    void numbersItsEvidenceInOrder() {
        var answer = Answers.answer(REAL, Shop.about(Dimension.CPU), 4);

        assertThat(answer.evidence())
                .extracting(evidence -> evidence.id().value())
                .containsExactly("E4", "E5");
    }

    @Test
    void agreesWithTheModel() {
        var answer = Answers.answer(REAL, Shop.about(Dimension.ERROR_RATE, new Target.OfService(CHECKOUT)), 1);

        assertThat(answer.text()).matches("Error ratio now: checkout 3[23] % \\(0\\.\\d+ % around 12:15\\)\\.");
        assertThat(answer.observations())
                .containsExactly(new Observation(CHECKOUT, Observation.Health.FAILING, REAL.asOf()));
        assertThat(Answers.answer(REAL, Shop.about(Dimension.START_TIME), 1).text())
                .contains(" at 13:50 UTC and has been away from it for 15 min: ");
    }

    private static void assertBounded(Answer answer, Interpretation question) {
        assertThat(answer.text()).as("%s", question).isNotBlank().hasSizeLessThanOrEqualTo(Answer.MOST_CHARACTERS);
        for (var evidence : answer.evidence()) {
            assertThat(evidence.title()).isNotBlank().hasSizeLessThan(100);
            switch (evidence.body()) {
                case Chart chart -> {
                    assertThat(chart.lines()).hasSizeBetween(1, Chart.MOST_LINES);
                    assertThat(chart.lines())
                            .allMatch(line -> line.points().size() <= Line.MOST_POINTS
                                    && line.points().stream().allMatch(point -> Double.isFinite(point.value())));
                }
                case Log log -> {
                    assertThat(log.entries()).hasSizeBetween(1, Log.MOST_ENTRIES);
                    assertThat(log.matching())
                            .isGreaterThanOrEqualTo(log.entries().size());
                }
                case Evidence.Output output -> assertThat(output.lines()).hasSizeBetween(1, 200);
                case Evidence.Changes changes ->
                    assertThat(changes.items()).hasSizeBetween(1, ChangeAnswers.MOST_ITEMS);
                case Evidence.Table table ->
                    assertThat(table.rows())
                            .isNotEmpty()
                            .allMatch(row -> row.size() == table.columns().size());
                case Evidence.Trace trace -> assertThat(trace.spans()).hasSizeBetween(1, 60);
                case Evidence.Note note -> assertThat(note.paragraphs()).isNotEmpty();
            }
        }
    }

    /**
     * Nothing, each service, each in each region, a host of it, each region, a team, a service with a region, and two
     * services.
     */
    private static List<List<Target>> targets() {
        var targets = new ArrayList<List<Target>>();
        targets.add(List.of());
        for (var service : Shop.system().services()) {
            targets.add(List.of(new Target.OfService(service.id())));
            for (var region : Shop.system().regionIds()) {
                targets.add(List.of(new Target.OfNode(service.id(), region)));
                targets.add(List.of(new Target.OfHost(service.id(), region, 2)));
            }
        }
        Shop.system().regionIds().forEach(region -> targets.add(List.of(new Target.OfRegion(region))));
        targets.add(List.of(new Target.OfTeam(Shop.ORDERS)));
        targets.add(List.of(new Target.OfService(CHECKOUT), new Target.OfRegion(Shop.SOUTH)));
        targets.add(List.of(new Target.OfService(CHECKOUT), new Target.OfService(Shop.CARDLINK)));
        targets.add(List.of(new Target.OfService(new ServiceId("no-such-service"))));
        return targets;
    }

    private static Circumstances real() {
        var told = Shop.at(PAGED_AT.plusSeconds(300));
        var system = Shop.system();
        var fails = new Effect.OnService(
                CHECKOUT,
                Where.everywhere(),
                Effect.ServiceParameter.ERROR_RATIO,
                new Effect.Adjustment.To(0.33),
                Duration.ZERO);
        var since = PAGED_AT.minus(Duration.ofMinutes(10));
        var schedule =
                Schedule.EMPTY.with(new Disturbance("cause:bad-release/broken", since, Instant.MAX, List.of(fails)));
        var trajectory = Trajectory.of(system, 7, told.scenario().origin(), schedule);
        return new Circumstances(
                told.scenario(), told.cause(), told.passages(), trajectory, List.of(), List.of(), 7, told.asOf());
    }
}
