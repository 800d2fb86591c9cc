package mayday.debrief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mayday.evidence.Answer;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Body;
import mayday.evidence.Observation;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;

/**
 * Whether somebody at a screen would tell two answers to the same question apart. Other words tell them apart, another health of a
 * service, another event in a list, and a figure that is more than {@value #AT_A_GLANCE} times the other; noise does not.
 */
public final class Likeness {
    /** Figures are alike up to this ratio: a factor of two is what a person sees on a chart without measuring. */
    static final double AT_A_GLANCE = 2;

    /** Shares that differ by less than this are alike whatever their ratio: 0.02 % and 0.05 % of errors are both "hardly any". */
    private static final double HARDLY_ANY_PER_CENT = 1;

    private static final double HARDLY_ANY = 0.1;

    /** A message makes a log look different if it is at least this share of the excerpt. */
    private static final double STRIKING_SHARE = 0.1;

    /** Clock times are alike within so many minutes. */
    private static final int CLOSE_IN_MINUTES = 2;

    private static final Pattern TOKEN =
            Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d)?|\\d+(?:[.,\\u202f ]\\d+)*|[^\\s\\d]+");
    private static final Pattern CLOCK = Pattern.compile("(\\d\\d):(\\d\\d)(?::\\d\\d)?");
    private static final Pattern GROUPING = Pattern.compile("[, \\u202f]");
    private static final Pattern FIGURE = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern VARIES = Pattern.compile("[0-9a-f]{6,}|\\d+");

    private Likeness() {}

    /** Whether they look the same; alike is not transitive. */
    public static boolean alike(Answer one, Answer other) {
        return health(one).equals(health(other))
                && texts(one.text(), other.text())
                && evidence(one.evidence(), other.evidence());
    }

    private static Map<ServiceId, Observation.Health> health(Answer answer) {
        var health = new HashMap<ServiceId, Observation.Health>();
        answer.observations().forEach(seen -> health.put(seen.service(), seen.health()));
        return health;
    }

    private static boolean evidence(List<Evidence> some, List<Evidence> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (var i = 0; i < some.size(); i++) {
            if (!some.get(i).title().equals(others.get(i).title())
                    || !bodies(some.get(i).body(), others.get(i).body())) {
                return false;
            }
        }
        return true;
    }

    private static boolean bodies(Body one, Body other) {
        return switch (one) {
            case Evidence.Chart chart -> other instanceof Evidence.Chart second && charts(chart, second);
            case Evidence.Log log ->
                other instanceof Evidence.Log second && striking(log).equals(striking(second));
            case Evidence.Output output ->
                other instanceof Evidence.Output second && lines(output.lines(), second.lines());
            case Evidence.Changes changes ->
                other instanceof Evidence.Changes second && changes.items().equals(second.items());
            case Evidence.Table table -> other instanceof Evidence.Table second && tables(table, second);
            case Evidence.Trace trace ->
                other instanceof Evidence.Trace second && failures(trace).equals(failures(second));
            case Evidence.Note note -> other instanceof Evidence.Note second && note.equals(second);
        };
    }

    private static boolean lines(List<String> some, List<String> others) {
        return texts(String.join("\n", some), String.join("\n", others));
    }

    /** Row by row, in any order. */
    private static boolean tables(Evidence.Table one, Evidence.Table other) {
        if (one.rows().size() != other.rows().size()) {
            return false;
        }
        var left = new ArrayList<>(other.rows());
        for (var row : one.rows()) {
            var match = left.stream().filter(each -> lines(row, each)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return true;
    }

    /** By name, each line's first and last value and its extremes. */
    private static boolean charts(Evidence.Chart one, Evidence.Chart other) {
        var second = new HashMap<String, Evidence.Line>();
        other.lines().forEach(line -> second.put(line.name(), line));
        if (one.lines().size() != second.size()) {
            return false;
        }
        var least = hardlyAny(one.unit());
        for (var line : one.lines()) {
            var match = second.get(line.name());
            if (match == null || !Shape.of(line).isLike(Shape.of(match), least)) {
                return false;
            }
        }
        return true;
    }

    /** What nobody sees on a chart of this unit. */
    private static double hardlyAny(Signal.Unit unit) {
        return switch (unit) {
            case RATIO -> HARDLY_ANY_PER_CENT / 100;
            case SECONDS -> 0.02;
            case GIB -> HARDLY_ANY;
            case PER_SECOND, COUNT, DAYS -> 1;
        };
    }

    /** What a line looks like: where it ends, and between which values it runs; nothing of no points. */
    private record Shape(double last, double least, double most) {
        static Shape of(Evidence.Line line) {
            if (line.points().isEmpty()) {
                return new Shape(0, 0, 0);
            }
            var least = Double.POSITIVE_INFINITY;
            var most = Double.NEGATIVE_INFINITY;
            for (var point : line.points()) {
                least = Math.min(least, point.value());
                most = Math.max(most, point.value());
            }
            return new Shape(line.points().getLast().value(), least, most);
        }

        boolean isLike(Shape other, double hardlyAny) {
            return figures(last, other.last, hardlyAny)
                    && figures(least, other.least, hardlyAny)
                    && figures(most, other.most, hardlyAny);
        }
    }

    /** The messages that make up much of an excerpt, without what varies in them. */
    private static Set<String> striking(Evidence.Log log) {
        var counts = new HashMap<String, Integer>();
        log.entries()
                .forEach(entry -> counts.merge(
                        entry.level() + " " + VARIES.matcher(entry.text()).replaceAll("#"), 1, Integer::sum));
        var striking = new HashSet<String>();
        counts.forEach((message, count) -> {
            if (count >= STRIKING_SHARE * log.entries().size()) {
                striking.add(message);
            }
        });
        return striking;
    }

    /** Which calls failed, and how. */
    private static List<String> failures(Evidence.Trace trace) {
        var failures = new ArrayList<String>();
        trace.spans().forEach(span -> {
            if (!span.failure().isEmpty()) {
                failures.add(
                        span.service() + " " + VARIES.matcher(span.failure()).replaceAll("#"));
            }
        });
        return failures;
    }

    /** The same words in the same order, with figures and times that are close. */
    private static boolean texts(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var first = TOKEN.matcher(one);
        var second = TOKEN.matcher(other);
        while (first.find()) {
            if (!second.find() || !tokens(first.group(), second.group(), isPerCent(one, first.end()))) {
                return false;
            }
        }
        return !second.find();
    }

    private static boolean isPerCent(String text, int end) {
        return text.startsWith("%", end) || text.startsWith(" %", end);
    }

    private static boolean tokens(String one, String other, boolean perCent) {
        if (one.equals(other)) {
            return true;
        }
        var clock = CLOCK.matcher(one);
        var otherClock = CLOCK.matcher(other);
        if (clock.matches() && otherClock.matches()) {
            return Math.abs(minute(clock) - minute(otherClock)) <= CLOSE_IN_MINUTES;
        }
        var figure = figure(one);
        var second = figure(other);
        return figure.isPresent()
                && second.isPresent()
                && figures(figure.getAsDouble(), second.getAsDouble(), perCent ? HARDLY_ANY_PER_CENT : HARDLY_ANY);
    }

    private static int minute(Matcher clock) {
        return 60 * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2));
    }

    /** {@code 1 234.5}: blanks between groups of three, a point before decimals. A version or an address is none. */
    private static OptionalDouble figure(String token) {
        if (!Character.isDigit(token.charAt(0))) {
            return OptionalDouble.empty();
        }
        var digits = GROUPING.matcher(token).replaceAll("");
        return FIGURE.matcher(digits).matches()
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }

    private static boolean figures(double one, double other, double hardlyAny) {
        var larger = Math.max(Math.abs(one), Math.abs(other));
        var smaller = Math.min(Math.abs(one), Math.abs(other));
        var sameSign = Math.signum(one) == Math.signum(other);
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= hardlyAny
                || (sameSign && larger <= AT_A_GLANCE * smaller);
    }
}
