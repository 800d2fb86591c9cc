package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.review.Practice;
import mayday.review.Progress;
import mayday.scenario.Words;
import org.jspecify.annotations.Nullable;

/**
 * A learner's progress as the API sends it.
 *
 * @param notJudgedYet ended incidents without a result; more are judged with every call
 * @param medianTtmSeconds null if no impact ended
 * @param questionsPerRun null before the first judged run
 * @param levelReached null if nothing was solved
 * @param next null if there are no scenarios
 */
public record ProgressBody(
        int notJudgedYet,
        @Nullable Long medianTtmSeconds,
        @Nullable Double questionsPerRun,
        @Nullable String levelReached,
        List<Skill> skills,
        List<Tried> scenarios,
        List<Run> runs,
        @Nullable Next next) {
    public ProgressBody {
        skills = List.copyOf(skills);
        scenarios = List.copyOf(scenarios);
        runs = List.copyOf(runs);
    }

    /** A part of the score over the last judged runs, oldest first. */
    public record Skill(String id, String title, int latest, List<Point> points) {
        public Skill {
            points = List.copyOf(points);
        }
    }

    public record Point(String incident, int score) {}

    /** A scenario that was played; its scores are null before it was judged. */
    public record Tried(
            String scenario,
            int runs,
            @Nullable Integer best,
            @Nullable Integer last,
            int causesSolved,
            boolean studied) {}

    /**
     * An ended incident, newest first; what comes of the debrief is null before it was judged.
     *
     * @param standing {@code solved}, {@code studied}, {@code not-solved} or {@code not-judged}
     * @param ttmSeconds null for never, too
     */
    public record Run(
            String incident,
            String scenario,
            String clock,
            Instant openedAt,
            String standing,
            @Nullable Integer score,
            @Nullable Long ttmSeconds,
            @Nullable Integer questions,
            @Nullable String lesson) {}

    /** What to practise next; {@code weakest} is null before the first judged run. */
    public record Next(
            String scenario,
            String level,
            boolean allSolved,
            @Nullable Weakest weakest) {}

    public record Weakest(String id, String title, int average, int runs, String lesson) {}

    public static ProgressBody of(Progress progress) {
        var judged = !progress.skills().isEmpty();
        return new ProgressBody(
                (int) progress.runs().stream()
                        .filter(run -> !run.played().isJudged())
                        .count(),
                first(progress.medianMitigated().stream()
                        .map(Duration::toSeconds)
                        .toList()),
                judged ? progress.questionsPerRun() : null,
                first(progress.reached().stream().map(Words::kebab).toList()),
                progress.skills().stream().map(ProgressBody::skill).toList(),
                progress.tried().stream().map(ProgressBody::tried).toList(),
                progress.runs().stream().map(ProgressBody::run).toList(),
                first(progress.next().stream().map(ProgressBody::next).toList()));
    }

    private static <T> @Nullable T first(List<T> most) {
        return most.isEmpty() ? null : most.getFirst();
    }

    private static Skill skill(Progress.Skill skill) {
        return new Skill(
                skill.id(),
                skill.title(),
                skill.latest(),
                skill.points().stream()
                        .map(point -> new Point(point.played().id().value(), point.score()))
                        .toList());
    }

    private static Tried tried(Progress.Tried tried) {
        var scores = first(tried.scores());
        return new Tried(
                tried.scenario().value(),
                tried.runs(),
                scores == null ? null : scores.best(),
                scores == null ? null : scores.last(),
                tried.solved(),
                tried.studied());
    }

    private static Run run(Progress.Run run) {
        var played = run.played();
        var result = first(played.result());
        return new Run(
                played.id().value(),
                played.scenario().value(),
                Words.kebab(played.mode()),
                played.openedAt(),
                Words.kebab(run.standing()),
                result == null ? null : result.score(),
                result == null
                        ? null
                        : first(result.mitigated().stream()
                                .map(Duration::toSeconds)
                                .toList()),
                result == null ? null : result.questions(),
                result == null ? null : result.lesson());
    }

    private static Next next(Practice practice) {
        var weakest = first(practice.weakest());
        return new Next(
                practice.scenario().value(),
                Words.kebab(practice.level()),
                practice.allSolved(),
                weakest == null
                        ? null
                        : new Weakest(
                                weakest.id(), weakest.title(), weakest.average(), weakest.runs(), weakest.lesson()));
    }
}
