package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.review.Practice;
import mayday.review.Progress;
import mayday.review.Result;
import mayday.review.Standing;
import mayday.scenario.Level;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;

/**
 * A learner's progress, ready for its template.
 *
 * @param summary such as {@code 21 runs since 3 September, 5 of 12 incidents tried}
 * @param waiting runs that are not judged yet
 * @param facts figures over all runs
 * @param hasPar whether par is known of any run; without one there is no column for it
 * @param next what to practise next, at most one entry
 */
public record ProgressView(
        String summary,
        int waiting,
        List<Fact> facts,
        List<Skill> skills,
        List<Next> next,
        List<Tried> tried,
        List<Run> runs,
        boolean hasPar) {
    /** More than this is a log, not a list. */
    static final int RUNS_SHOWN = 20;

    /** Over how many runs a change is told. */
    private static final int STEPS = 4;

    private static final Map<String, String> ABOUT = Map.of(
            "scope-first",
            "Where, since when and what changed, before acting",
            "information-gain",
            "What the questions told, against the most telling ones",
            "hypotheses",
            "Several causes held, and moved by evidence",
            "mitigation-judgement",
            "The right action, no wider than needed, checked",
            "communication",
            "Rated, told and called in time, and truly");

    public ProgressView {
        facts = List.copyOf(facts);
        skills = List.copyOf(skills);
        next = List.copyOf(next);
        tried = List.copyOf(tried);
        runs = List.copyOf(runs);
    }

    /** A figure, with what it is {@code of}. */
    public record Fact(String title, String value, String of) {}

    /**
     * A part of the score over time.
     *
     * @param change how it moved, in words
     * @param table the points of the chart: day, incident, score
     */
    public record Skill(
            String id, String title, String about, int latest, String change, SkillDrawing chart, List<Row> table) {
        public Skill {
            table = List.copyOf(table);
        }
    }

    public record Row(String day, String incident, int score) {}

    /** What to practise: a scenario, and why it and what to look to. */
    public record Next(String scenario, String title, String level, String why, String lesson) {}

    /** A scenario that was played; {@code best} and {@code last} are empty before it was judged. */
    public record Tried(
            String title, String level, int levelNumber, int runs, String best, String last, String solved) {}

    /**
     * An ended incident.
     *
     * @param standing {@code solved}, {@code studied}, {@code guided}, {@code not-solved} or {@code not-judged}
     */
    public record Run(
            String id,
            String day,
            Instant openedAt,
            String title,
            String mode,
            String score,
            String mitigated,
            String par,
            String standing,
            String lesson) {}

    public static ProgressView of(Progress progress, List<Scenario> scenarios) {
        var page = new Page(
                progress,
                scenarios.stream().collect(Collectors.toMap(Scenario::id, Function.identity(), (first, _) -> first)));
        return new ProgressView(
                page.summary(),
                (int) progress.runs().stream()
                        .filter(run -> !run.played().isJudged())
                        .count(),
                page.facts(),
                progress.skills().stream().map(page::skill).toList(),
                progress.next().stream().flatMap(page::next).toList(),
                progress.tried().stream().map(page::tried).toList(),
                progress.runs().stream().limit(RUNS_SHOWN).map(page::run).toList(),
                page.pars().findAny().isPresent());
    }

    private record Page(Progress progress, Map<ScenarioId, Scenario> scenarios) {

        private String title(ScenarioId id) {
            var scenario = scenarios.get(id);
            return scenario == null ? id.value() : scenario.title();
        }

        String summary() {
            var runs = progress.runs();
            if (runs.isEmpty()) {
                return "Nothing played to its end yet";
            }
            var since = Format.day(runs.getLast().played().openedAt());
            var tried = progress.tried().stream()
                    .filter(each -> scenarios.containsKey(each.scenario()))
                    .count();
            return (runs.size() == 1 ? "1 run, " + since : runs.size() + " runs since " + since) + "; " + tried + " of "
                    + scenarios.size() + " incidents tried";
        }

        Stream<Result.Par> pars() {
            return progress.runs().stream()
                    .flatMap(run -> run.played().result().stream())
                    .flatMap(result -> result.par().stream());
        }

        List<Fact> facts() {
            var facts = new ArrayList<Fact>();
            progress.medianMitigated()
                    .forEach(length -> facts.add(new Fact("Median time to mitigate", Format.length(length), "")));
            if (!progress.skills().isEmpty()) {
                facts.add(new Fact(
                        "Questions per run", String.format(Locale.ROOT, "%.1f", progress.questionsPerRun()), ""));
            }
            progress.reached()
                    .forEach(level -> facts.add(new Fact(
                            "Level reached", Integer.toString(level.number()), "of " + Level.values().length)));
            return facts;
        }

        Skill skill(Progress.Skill skill) {
            var scores = skill.points().stream().map(Progress.Point::score).toList();
            return new Skill(
                    skill.id(),
                    skill.title(),
                    ABOUT.getOrDefault(skill.id(), ""),
                    skill.latest(),
                    change(scores),
                    SkillDrawing.of(scores),
                    skill.points().stream()
                            .map(point -> new Row(
                                    Format.day(point.played().openedAt()),
                                    title(point.played().scenario()),
                                    point.score()))
                            .toList());
        }

        private static String change(List<Integer> scores) {
            if (scores.size() == 1) {
                return "One run so far";
            }
            var steps = Math.min(STEPS, scores.size() - 1);
            var change = scores.getLast() - scores.get(scores.size() - 1 - steps);
            var over = steps == 1 ? " since the run before" : " over " + steps + " runs";
            return (change == 0 ? "Unchanged" : (change > 0 ? "Up " : "Down ") + Math.abs(change)) + over;
        }

        Stream<Next> next(Practice practice) {
            return Stream.ofNullable(scenarios.get(practice.scenario()))
                    .map(scenario -> new Next(
                            scenario.id().value(),
                            scenario.title(),
                            Words.kebab(practice.level()),
                            why(practice),
                            practice.weakest().stream()
                                    .map(Practice.Weakest::lesson)
                                    .collect(Collectors.joining())));
        }

        private static String why(Practice practice) {
            var weakest = practice.weakest().stream()
                    .map(part -> part.title() + " is your weakest part: " + part.average() + " of 100 "
                            + (part.runs() == 1
                                    ? "in your last run. "
                                    : "on average over your last " + part.runs() + " runs. "))
                    .collect(Collectors.joining());
            return weakest
                    + (practice.allSolved()
                            ? "You have solved every cause there is; this one you have played least."
                            : practice.weakest().isEmpty()
                                    ? "Begin with this one: it is of the first level."
                                    : "This one fits your level and has a cause that you have not solved.");
        }

        Tried tried(Progress.Tried tried) {
            var scenario = scenarios.get(tried.scenario());
            var best = tried.scores().stream()
                    .map(scores -> Integer.toString(scores.best()))
                    .collect(Collectors.joining());
            var last = tried.scores().stream()
                    .map(scores -> Integer.toString(scores.last()))
                    .collect(Collectors.joining());
            return new Tried(
                    title(tried.scenario()),
                    scenario == null ? "" : Words.kebab(scenario.level()),
                    scenario == null ? 0 : scenario.level().number(),
                    tried.runs(),
                    best,
                    last,
                    solved(tried, scenario == null ? 0 : scenario.causes().size()));
        }

        private static String solved(Progress.Tried tried, int causes) {
            var solved = tried.solved() == 0
                    ? "none solved"
                    : tried.solved() + (causes < tried.solved() ? "" : " of " + causes) + " solved";
            return solved + (tried.studied() ? ", some studied" : "");
        }

        Run run(Progress.Run run) {
            var played = run.played();
            var result = played.result().stream().findFirst();
            return new Run(
                    played.id().value(),
                    Format.shortDay(played.openedAt()),
                    played.openedAt(),
                    title(played.scenario()),
                    Words.kebab(played.mode()),
                    result.map(each -> Integer.toString(each.score())).orElse(""),
                    result.map(each -> each.mitigated().stream()
                                    .findFirst()
                                    .map(Format::length)
                                    .orElse("never"))
                            .orElse(""),
                    result.stream()
                            .flatMap(each -> each.par().stream())
                            .flatMap(par -> par.mitigated().stream())
                            .map(Format::length)
                            .collect(Collectors.joining()),
                    Words.kebab(run.standing()),
                    result.map(each -> each.lesson().isEmpty() ? "Nothing was lost" : each.lesson())
                            .orElse(""));
        }
    }

    /** What a standing is called. */
    public static String words(String standing) {
        return switch (Words.parse(Standing.class, standing).orElse(Standing.NOT_JUDGED)) {
            case SOLVED -> "Solved";
            case STUDIED -> "Studied";
            case GUIDED -> "Guided";
            case NOT_SOLVED -> "Not solved";
            case NOT_JUDGED -> "Not judged yet";
        };
    }
}
