package mayday.compiler;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.compiler.Value.Text;
import mayday.scenario.CauseId;
import mayday.scenario.Condition;
import mayday.scenario.Condition.Comparison;
import mayday.scenario.Expression;
import mayday.scenario.Input;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.scenario.Words;

/**
 * Reads a condition: a signal compared with a figure, {@code checkout@eu-west.latency-p99 > 2s for 5m}, or any formula of CEL in the
 * author's notation, {@code edge.error-ratio > 2 % && done("restart web") >= 2 for 5m}.
 */
final class ConditionReader {

    /** How conditions are written, as a suggestion. */
    static final String EXAMPLES = "write it like `edge.error-ratio > 2 % for 5m` or"
            + " `checkout@eu-west.latency-p99 > 2s && done(\"restart checkout\") > 0`";

    /** A longer condition cannot be read by people either. */
    private static final int MOST_CHARS = 600;

    /** One comparison with a figure, which needs no CEL. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?<service>(?!var\\s*\\.)[^\\s.@<>!&|()?'\"]+)\\s*(?:@\\s*(?<region>[^\\s.@<>&|()?'\"]+)\\s*)?"
                    + "\\.\\s*(?<signal>[^\\s.@<>=!&|()?'\"]+)\\s*(?<comparison>[<>])\\s*"
                    + "(?<threshold>[^<>=&|()?:*'\"@\\s][^<>=&|()?:*'\"@]*?)"
                    + "(?:\\s+for\\s+(?<sustained>[^<>]+))?");

    /** Something that looks like a figure, or like a mistaken one: no second signal, no sum. */
    private static final Pattern FIGURE =
            Pattern.compile("[-+]?\\s*\\d[\\d.]*\\s*[^\\s\\d.+*-]*(?:\\s*\\d[\\d.]*[a-z]+)*|[a-z]+");

    private static final Pattern SUSTAINED_FORMULA =
            Pattern.compile("(?<formula>.*\\S)\\s+for\\s+(?<sustained>[^()<>=\"']+)", Pattern.DOTALL);

    private static final Range SUSTAINED = Range.seconds(0, 6 * 3_600);

    private final Topology topology;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final InputReader inputs;

    private ConditionReader(Topology topology, Vocabulary vocabulary, Optional<CauseId> cause, Problems problems) {
        this.topology = topology;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.inputs = new InputReader(
                topology,
                vocabulary,
                new ActionReader(topology, vocabulary, vocabulary.flags(), problems),
                cause,
                problems);
    }

    ConditionReader(Topology topology, Vocabulary vocabulary, Problems problems) {
        this(topology, vocabulary, Optional.empty(), problems);
    }

    /** The same within a cause, whose states may be named without it. */
    ConditionReader within(CauseId own) {
        return new ConditionReader(topology, vocabulary, Optional.of(own), problems);
    }

    /** Reads what formulas look at. */
    InputReader inputs() {
        return inputs;
    }

    Condition read(Text text) {
        if (Scalars.isUnusable(text)) {
            return nothing();
        }
        if (text.text().length() > MOST_CHARS) {
            problems.error(text.place(), "too-long", "a condition has at most " + MOST_CHARS + " characters");
            return nothing();
        }
        var plain = PLAIN.matcher(text.text());
        return plain.matches() && FIGURE.matcher(plain.group("threshold")).matches()
                ? plain(text, plain)
                : formula(text);
    }

    /** As above, of something that must look at a signal of a service, such as the page. */
    Condition readOfService(Text text, String what) {
        var condition = read(text);
        if (condition.service().value().isEmpty() && condition instanceof Condition.Formula) {
            problems.error(
                    text.place(),
                    "no-signal",
                    what + " looks at a signal of a service, this at none",
                    "begin with what customers feel, such as `edge.error-ratio > 2 % && ...`");
        }
        return condition;
    }

    /** A number that is computed from what a condition may look at; empty, with its problems, if it cannot be read. */
    Optional<Expression> quantity(Text text) {
        return Scalars.isUnusable(text) ? Optional.empty() : expression(text, Cel.Result.NUMBER);
    }

    /** Stands in for a condition that could not be read. */
    static Condition nothing() {
        return noSignal();
    }

    private static Condition.Threshold noSignal() {
        return new Condition.Threshold(
                new ServiceId(""), Where.everywhere(), Signal.ERROR_RATIO, Comparison.ABOVE, Double.NaN, Duration.ZERO);
    }

    private Condition formula(Text text) {
        var parts = SUSTAINED_FORMULA.matcher(text.text());
        var whole = !parts.matches();
        var formula = whole ? text : new Text(text.place(), parts.group("formula"), text.style());
        var sustained = whole ? 0 : figure(text, parts, "sustained", "the time after `for`", SUSTAINED);
        return expression(formula, Cel.Result.TRUTH)
                .map(expression ->
                        (Condition) new Condition.Formula(expression, watched(expression), duration(sustained)))
                .orElseGet(ConditionReader::nothing);
    }

    private Optional<Expression> expression(Text text, Cel.Result result) {
        return CelText.of(text, inputs, problems).flatMap(cel -> Cel.compile(text.text(), cel, result, problems));
    }

    /** The first plain comparison within the formula; without one, its first signal of a service. */
    private static Condition.Threshold watched(Expression expression) {
        for (var part : expression.text().split("&&|\\|\\||[()]")) {
            var plain = PLAIN.matcher(part.strip());
            var signal = plain.matches() ? Words.parse(Signal.class, name(plain)) : Optional.<Signal>empty();
            var threshold = signal.flatMap(each -> rangeOf(each).measure().parse(plain.group("threshold")));
            if (signal.isPresent() && threshold.isPresent()) {
                var region = plain.group("region");
                return new Condition.Threshold(
                        new ServiceId(plain.group("service")),
                        region == null ? Where.everywhere() : Where.in(new RegionId(region)),
                        signal.get(),
                        comparison(plain),
                        threshold.get().doubleValue(),
                        Duration.ZERO);
            }
        }
        return expression.inputs().stream()
                .filter(Input.OfService.class::isInstance)
                .map(Input.OfService.class::cast)
                .findFirst()
                .map(input -> new Condition.Threshold(
                        input.service(), input.where(), input.signal(), Comparison.ABOVE, Double.NaN, Duration.ZERO))
                .orElseGet(ConditionReader::noSignal);
    }

    private static String name(Matcher plain) {
        return plain.group("signal").replace('_', '-');
    }

    private static Comparison comparison(Matcher plain) {
        return plain.group("comparison").equals(">") ? Comparison.ABOVE : Comparison.BELOW;
    }

    private Condition plain(Text text, Matcher words) {
        var service = topology.service(text, words.group("service"), words.start("service"));
        var signal = signal(text, words);
        var threshold =
                figure(text, words, "threshold", "the threshold of `" + Words.kebab(signal) + "`", rangeOf(signal));
        var sustained = words.group("sustained") == null
                ? 0
                : figure(text, words, "sustained", "the time after `for`", SUSTAINED);
        return new Condition.Threshold(
                service, where(text, words, service), signal, comparison(words), threshold, duration(sustained));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private Where where(Text text, Matcher words, ServiceId service) {
        return words.group("region") == null
                ? Where.everywhere()
                : Where.in(topology.regionOf(service, text, words.group("region"), words.start("region")));
    }

    private Signal signal(Text text, Matcher words) {
        var name = name(words);
        var signal = Words.parse(Signal.class, name);
        if (signal.isEmpty()) {
            Known.of("signal", Stream.of(Signal.values()).map(Words::kebab).toList())
                    .check(text, name, words.start("signal"), problems);
        }
        return signal.orElse(Signal.ERROR_RATIO);
    }

    private double figure(Text text, Matcher words, String group, String what, Range range) {
        var figure = new Text(text.at(words.start(group)), words.group(group).strip(), Text.Style.PLAIN);
        return new Scalars(problems).figure(figure, what, range);
    }

    private static Range rangeOf(Signal signal) {
        return switch (signal.unit()) {
            case RATIO -> Range.ratio();
            case PER_SECOND -> new Range(Measure.PER_SECOND, 0, 10_000_000);
            case SECONDS -> Range.seconds(0, 3_600);
            case GIB -> new Range(Measure.GIB, 0, 100_000);
            case COUNT -> Range.count(0, 10_000_000);
            case DAYS -> new Range(Measure.DAYS, -3_650, 3_650);
        };
    }
}
