package mayday.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.review.Progress.Run;
import mayday.review.Progress.Skill;
import mayday.scenario.CauseId;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * What to practise next, and why.
 *
 * @param weakest the part of the score that was lowest over the last runs, at most one entry; none before the first judged run
 * @param allSolved whether every cause of every scenario was solved, so that nothing new is left
 */
public record Practice(ScenarioId scenario, Level level, List<Weakest> weakest, boolean allSolved) {
    /** What counts as lately. */
    private static final int LAST_RUNS = 4;

    /** Who scores so much on average is ready for the next level. */
    private static final int READY = 70;

    public Practice {
        weakest = List.copyOf(weakest);
    }

    /**
     * The weakest part.
     *
     * @param average over the last runs
     * @param runs how many these were
     * @param lesson what cost most in it in the latest run that lost anything; empty if nothing was lost
     */
    public record Weakest(String id, String title, int average, int runs, String lesson) {}

    /**
     * The scenario to play: one with a cause that is not solved yet, as near as can be to the level that the learner is ready for, rather
     * above it than below, and the one played least.
     */
    static Optional<Practice> next(List<Run> runs, List<Level> reached, List<Skill> skills, List<Scenario> scenarios) {
        var solved = Progress.solved(runs);
        var target = target(runs, reached);
        Comparator<Scenario> byNeed = Comparator.comparing(
                (Scenario scenario) -> isSolved(scenario, solved.getOrDefault(scenario.id(), Set.of())));
        return scenarios.stream()
                .min(byNeed.thenComparingInt(
                                scenario -> Math.abs(scenario.level().number() - target.number()))
                        .thenComparing(scenario -> scenario.level().compareTo(target) < 0)
                        .thenComparingLong(scenario -> played(scenario, runs)))
                .map(scenario -> new Practice(
                        scenario.id(),
                        scenario.level(),
                        weakest(skills).stream().toList(),
                        isSolved(scenario, solved.getOrDefault(scenario.id(), Set.of()))));
    }

    private static boolean isSolved(Scenario scenario, Set<CauseId> solved) {
        return scenario.causes().stream().allMatch(cause -> solved.contains(cause.id()));
    }

    private static long played(Scenario scenario, List<Run> runs) {
        return runs.stream()
                .filter(run -> run.played().scenario().equals(scenario.id()))
                .count();
    }

    /** The level that was reached, or the one above it for who scores well there; the first one for beginners. */
    private static Level target(List<Run> runs, List<Level> reached) {
        if (reached.isEmpty()) {
            return Level.FOUNDATION;
        }
        var average = runs.stream()
                .flatMap(run -> run.played().result().stream())
                .limit(LAST_RUNS)
                .mapToInt(Result::score)
                .average()
                .orElse(0);
        return average >= READY ? reached.getFirst().next() : reached.getFirst();
    }

    /** Of equal ones the first in the score's order. */
    private static Optional<Weakest> weakest(List<Skill> skills) {
        return skills.stream().map(Practice::lately).min(Comparator.comparingInt(Weakest::average));
    }

    private static Weakest lately(Skill skill) {
        var points = skill.points();
        var last = points.subList(Math.max(0, points.size() - LAST_RUNS), points.size());
        var average = last.stream().mapToInt(Progress.Point::score).average().orElse(0);
        var lesson = last.reversed().stream()
                .flatMap(point -> point.played().result().stream())
                .flatMap(result -> result.parts().stream())
                .filter(part -> part.id().equals(skill.id()) && !part.lesson().isEmpty())
                .map(Result.Part::lesson)
                .findFirst()
                .orElse("");
        return new Weakest(skill.id(), skill.title(), (int) Math.round(average), last.size(), lesson);
    }
}
