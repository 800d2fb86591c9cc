package mayday.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.scenario.CauseId;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * How a learner comes on, from the incidents that they have ended.
 *
 * @param runs newest first
 * @param medianMitigated over the runs without a guide in which impact ended, at most one entry
 * @param questionsPerRun over the judged runs without a guide; 0 if there are none
 * @param reached the highest level at which an incident was solved, at most one entry
 * @param skills the parts of the score, in the score's order; none before the first judged run
 * @param tried the scenarios that were played, the one played last first
 * @param next what to practise next, at most one entry; none if there are no scenarios
 */
public record Progress(
        List<Run> runs,
        List<Duration> medianMitigated,
        double questionsPerRun,
        List<Level> reached,
        List<Skill> skills,
        List<Tried> tried,
        List<Practice> next) {
    /** Older runs say little about what somebody can do now. */
    public static final int CHARTED_RUNS = 12;

    public Progress {
        runs = List.copyOf(runs);
        medianMitigated = List.copyOf(medianMitigated);
        reached = List.copyOf(reached);
        skills = List.copyOf(skills);
        tried = List.copyOf(tried);
        next = List.copyOf(next);
    }

    /** An ended incident and what it counts for. */
    public record Run(Played played, Standing standing) {}

    /**
     * A part of the score over time.
     *
     * @param points the last judged runs, at most {@value #CHARTED_RUNS}, oldest first
     */
    public record Skill(String id, String title, List<Point> points) {
        public Skill {
            points = List.copyOf(points);
        }

        public int latest() {
            return points.getLast().score();
        }
    }

    /** The score of a part in a run. */
    public record Point(Played played, int score) {}

    /**
     * A scenario that was played.
     *
     * @param scores best and last, at most one entry; none before it was judged
     * @param solved how many of its causes were solved
     */
    public record Tried(ScenarioId scenario, int runs, List<Scores> scores, int solved, boolean studied) {
        public Tried {
            scores = List.copyOf(scores);
        }
    }

    /** Of a scenario. */
    public record Scores(int best, int last) {}

    /** How the learner comes on who has ended {@code played}, newest first, and may play {@code scenarios}. */
    public static Progress of(List<Played> played, List<Scenario> scenarios) {
        var runs = played.stream()
                .map(each -> new Run(each, Standing.of(each, played)))
                .toList();
        var results = played.stream()
                .filter(Played::counts)
                .flatMap(each -> each.result().stream())
                .toList();
        var reached = reached(runs, scenarios);
        var skills = skills(played);
        return new Progress(
                runs,
                median(results),
                results.stream().mapToInt(Result::questions).average().orElse(0),
                reached,
                skills,
                tried(runs),
                Practice.next(runs, reached, skills, scenarios).stream().toList());
    }

    private static List<Duration> median(List<Result> results) {
        var lengths = results.stream()
                .flatMap(result -> result.mitigated().stream())
                .sorted()
                .toList();
        if (lengths.isEmpty()) {
            return List.of();
        }
        var lower = lengths.get((lengths.size() - 1) / 2);
        return List.of(lower.plus(lengths.get(lengths.size() / 2)).dividedBy(2));
    }

    private static List<Level> reached(List<Run> runs, List<Scenario> scenarios) {
        return runs.stream()
                .filter(run -> run.standing() == Standing.SOLVED)
                .flatMap(run -> scenarios.stream()
                        .filter(scenario -> scenario.id().equals(run.played().scenario()))
                        .map(Scenario::level))
                .max(Level::compareTo)
                .stream()
                .toList();
    }

    private static List<Skill> skills(List<Played> played) {
        var points = new LinkedHashMap<String, List<Point>>();
        var titles = new LinkedHashMap<String, String>();
        var judged = played.stream().filter(Played::counts).limit(CHARTED_RUNS).toList();
        for (var each : judged.reversed()) {
            for (var part : each.result().getFirst().parts()) {
                titles.put(part.id(), part.title());
                points.computeIfAbsent(part.id(), _ -> new ArrayList<>()).add(new Point(each, part.score()));
            }
        }
        return points.entrySet().stream()
                .map(entry -> new Skill(entry.getKey(), titles.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    private static List<Tried> tried(List<Run> runs) {
        var byScenario = new LinkedHashMap<ScenarioId, List<Run>>();
        runs.forEach(run -> byScenario
                .computeIfAbsent(run.played().scenario(), _ -> new ArrayList<>())
                .add(run));
        return byScenario.entrySet().stream()
                .map(entry -> tried(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Tried tried(ScenarioId scenario, List<Run> runs) {
        var scores = runs.stream()
                .map(Run::played)
                .filter(Played::counts)
                .flatMap(played -> played.result().stream())
                .map(Result::score)
                .toList();
        return new Tried(
                scenario,
                runs.size(),
                scores.stream().max(Integer::compare).map(best -> new Scores(best, scores.getFirst())).stream()
                        .toList(),
                solved(runs).getOrDefault(scenario, Set.of()).size(),
                runs.stream().anyMatch(run -> run.standing() == Standing.STUDIED));
    }

    /** The causes that were solved. */
    static Map<ScenarioId, Set<CauseId>> solved(List<Run> runs) {
        var solved = new LinkedHashMap<ScenarioId, Set<CauseId>>();
        runs.stream()
                .filter(run -> run.standing() == Standing.SOLVED)
                .forEach(run -> solved.computeIfAbsent(run.played().scenario(), _ -> new HashSet<>())
                        .add(run.played().cause()));
        return solved;
    }
}
