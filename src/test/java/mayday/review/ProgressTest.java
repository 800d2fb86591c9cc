package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mayday.incident.ClockMode;
import mayday.incident.IncidentId;
import mayday.review.Progress.Run;
import mayday.review.Progress.Scores;
import mayday.scenario.CauseId;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** Progress from runs: what counts as solved, what is weakest, what comes next. */
class ProgressTest {
    private static final Scenario TINY = TinyShop.scenario();
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    /** An incident of the tiny shop that was opened and ended so many minutes after noon. */
    private static Played played(CauseId cause, int opened, int ended, Result... result) {
        return new Played(
                new IncidentId("i" + opened),
                TINY.id(),
                cause,
                ClockMode.PRACTICE,
                false,
                NOON.plus(Duration.ofMinutes(opened)),
                NOON.plus(Duration.ofMinutes(ended)),
                List.of(result));
    }

    private static Result result(int score, boolean named, Duration... mitigated) {
        return new Result(
                score,
                List.of(
                        new Result.Part("scope-first", "Scope first", score, "Where was never asked."),
                        new Result.Part("communication", "Command and communication", 60, "Nobody was told.")),
                List.of(mitigated),
                6,
                mitigated.length > 0,
                named,
                "Where was never asked.",
                List.of());
    }

    private static Progress of(Played... newestFirst) {
        return Progress.of(List.of(newestFirst), List.of(TINY));
    }

    private static List<Standing> standings(Progress progress) {
        return progress.runs().stream().map(Run::standing).toList();
    }

    @Test
    void solvedTakesAnEndOfTheImpactAndTheRightName() {
        var ten = Duration.ofMinutes(10);
        assertThat(standings(of(
                        played(TinyShop.BAD_FLAG, 20, 30, result(80, true, ten)),
                        played(TinyShop.PASSING, 10, 20, result(80, false, ten)),
                        played(TinyShop.BAD_RELEASE, 0, 10, result(80, true)))))
                .containsExactly(Standing.SOLVED, Standing.NOT_SOLVED, Standing.NOT_SOLVED);
    }

    @Test
    void whoHasBeenShownTheAnswerHasStudied() {
        var ten = Duration.ofMinutes(10);
        assertThat(standings(of(
                        played(TinyShop.BAD_FLAG, 20, 30, result(95, true, ten)),
                        played(TinyShop.BAD_FLAG, 0, 10, result(20, false)))))
                .containsExactly(Standing.STUDIED, Standing.NOT_SOLVED);
    }

    @Test
    void anIncidentThatEndedWhileThisOneWasOpenGaveItsAnswerAway() {
        var ten = Duration.ofMinutes(10);
        assertThat(standings(of(
                        played(TinyShop.BAD_FLAG, 5, 8, result(20, false)),
                        played(TinyShop.BAD_FLAG, 0, 30, result(95, true, ten)))))
                .containsExactly(Standing.NOT_SOLVED, Standing.STUDIED);
    }

    @Test
    void whatIsNotJudgedYetCountsAsNothing() {
        var progress = of(played(TinyShop.BAD_FLAG, 0, 10));

        assertThat(standings(progress)).containsExactly(Standing.NOT_JUDGED);
        assertThat(progress.skills()).isEmpty();
        assertThat(progress.tried()).containsExactly(new Progress.Tried(TINY.id(), 1, List.of(), 0, false));
    }

    @Test
    void figuresAreOfTheJudgedRuns() {
        var progress = of(
                played(TinyShop.BAD_RELEASE, 20, 30, result(70, false, Duration.ofMinutes(20))),
                played(TinyShop.BAD_FLAG, 10, 20, result(90, true, Duration.ofMinutes(9))),
                played(TinyShop.PASSING, 0, 10, result(40, false)));

        assertThat(progress.medianMitigated()).containsExactly(Duration.ofSeconds(870));
        assertThat(progress.questionsPerRun()).isEqualTo(6);
        assertThat(progress.reached()).containsExactly(Level.FOUNDATION);
        assertThat(progress.tried())
                .containsExactly(new Progress.Tried(TINY.id(), 3, List.of(new Scores(90, 70)), 1, false));
        assertThat(progress.skills().getFirst().points())
                .extracting(Progress.Point::score)
                .containsExactly(40, 90, 70);
    }

    @Test
    void chartsHoldTheLastTwelveRuns() {
        var runs = new ArrayList<Played>();
        IntStream.range(0, 15).forEach(i -> runs.addFirst(played(TinyShop.BAD_FLAG, i, i, result(i, false))));

        assertThat(Progress.of(runs, List.of(TINY)).skills().getFirst().points())
                .extracting(Progress.Point::score)
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    @Test
    void theWeakestPartOfTheLastFourRunsIsPractised() {
        var weakest = of(
                        played(TinyShop.BAD_FLAG, 40, 41, result(50, false)),
                        played(TinyShop.BAD_FLAG, 30, 31, result(50, false)),
                        played(TinyShop.BAD_FLAG, 20, 21, result(50, false)),
                        played(TinyShop.BAD_FLAG, 10, 11, result(60, false)),
                        played(TinyShop.BAD_FLAG, 0, 1, result(100, false)))
                .next()
                .getFirst()
                .weakest();

        assertThat(weakest)
                .containsExactly(new Practice.Weakest("scope-first", "Scope first", 53, 4, "Where was never asked."));
    }

    @Test
    void beginnersAreSentToTheFirstLevel() {
        var next = Progress.of(List.of(), List.of(like("hard", Level.EXPERT), like("easy", Level.FOUNDATION)))
                .next();

        assertThat(next).containsExactly(new Practice(new ScenarioId("easy"), Level.FOUNDATION, List.of(), false));
    }

    @Test
    void whoScoresWellIsSentALevelUpAndNeverToWhatIsSolved() {
        var scenarios = List.of(
                TINY, like("other", Level.FOUNDATION), like("above", Level.INTERMEDIATE), like("far", Level.EXPERT));
        var ten = Duration.ofMinutes(10);
        var well = List.of(played(TinyShop.BAD_FLAG, 0, 10, result(75, true, ten)));
        var badly = List.of(played(TinyShop.BAD_FLAG, 0, 10, result(60, true, ten)));

        assertThat(Progress.of(well, scenarios).next().getFirst().scenario()).isEqualTo(new ScenarioId("above"));
        assertThat(Progress.of(badly, scenarios).next().getFirst().scenario())
                .as("the same level, the one played less")
                .isEqualTo(new ScenarioId("other"));

        var all = List.of(
                played(TinyShop.BAD_FLAG, 0, 10, result(60, true, ten)),
                played(TinyShop.BAD_RELEASE, 1, 10, result(60, true, ten)),
                played(TinyShop.PASSING, 2, 10, result(60, true, ten)));
        assertThat(Progress.of(all, List.of(TINY)).next().getFirst().allSolved())
                .isTrue();
        assertThat(Progress.of(all, List.of(TINY, like("far", Level.EXPERT)))
                        .next()
                        .getFirst()
                        .scenario())
                .isEqualTo(new ScenarioId("far"));
    }

    @Test
    void withoutScenariosThereIsNothingToPractise() {
        assertThat(Progress.of(List.of(), List.of()).next()).isEmpty();
    }

    private static Scenario like(String id, Level level) {
        return new Scenario(
                new ScenarioId(id),
                TINY.revision(),
                TINY.title(),
                TINY.summary(),
                level,
                TINY.tags(),
                TINY.system(),
                TINY.page(),
                TINY.pagedAt(),
                TINY.limit(),
                TINY.causes(),
                TINY.changes(),
                TINY.alerts(),
                TINY.messages(),
                TINY.replies(),
                TINY.questions(),
                TINY.mitigated(),
                TINY.durations());
    }

    /** Whoever was led did as they were told: it says nothing about them, but the answer was shown. */
    @Test
    void aGuidedRunIsNeitherSolvedNorScored() {
        var led = played(TinyShop.BAD_FLAG, 0, 10, result(95, true, Duration.ofMinutes(5)));
        var guided = new Played(
                led.id(), led.scenario(), led.cause(), led.mode(), true, led.openedAt(), led.endedAt(), led.result());
        var alone = played(TinyShop.BAD_FLAG, 20, 30, result(50, true, Duration.ofMinutes(9)));

        var progress = Progress.of(List.of(alone, guided), List.of(TINY));

        assertThat(progress.runs())
                .extracting(Progress.Run::standing)
                .containsExactly(Standing.STUDIED, Standing.GUIDED);
        assertThat(progress.medianMitigated()).containsExactly(Duration.ofMinutes(9));
        assertThat(progress.skills().getFirst().points())
                .extracting(Progress.Point::score)
                .containsExactly(50);
        assertThat(progress.tried().getFirst().scores()).containsExactly(new Progress.Scores(50, 50));
    }
}
