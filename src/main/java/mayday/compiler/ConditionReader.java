package mayday.compiler;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.compiler.Value.Text;
import mayday.scenario.Condition;
import mayday.scenario.Condition.Comparison;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.scenario.Words;

/** Reads a condition in words: {@code edge.error-ratio > 2 % for 5m}, {@code checkout@eu-west.latency-p99 > 2s}. */
final class ConditionReader {
    private static final Pattern WORDS =
            Pattern.compile("(?<service>[^\\s.@<>]+)\\s*(?:@\\s*(?<region>[^\\s.@<>]+)\\s*)?"
                    + "\\.\\s*(?<signal>[^\\s.@<>]+)\\s*(?<comparison>[<>])\\s*(?<threshold>[^<>=]+?)"
                    + "(?:\\s+for\\s+(?<sustained>[^<>]+))?");

    private static final Range SUSTAINED = Range.seconds(0, 6 * 3_600);

    private final Topology topology;
    private final Problems problems;

    ConditionReader(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
    }

    Condition read(Text text) {
        var words = WORDS.matcher(text.text());
        if (!words.matches()) {
            if (!Scalars.isUnusable(text)) {
                problems.error(
                        text.place(),
                        "bad-condition",
                        "`" + text.text() + "` is not a condition",
                        "write it like `edge.error-ratio > 2 % for 5m` or `checkout@eu-west.latency-p99 > 2s`");
            }
            return nothing();
        }
        var service = topology.service(text, words.group("service"), words.start("service"));
        var signal = signal(text, words);
        var threshold =
                figure(text, words, "threshold", "the threshold of `" + Words.kebab(signal) + "`", rangeOf(signal));
        var sustained = words.group("sustained") == null
                ? 0
                : figure(text, words, "sustained", "the time after `for`", SUSTAINED);
        return new Condition(
                service,
                where(text, words, service),
                signal,
                words.group("comparison").equals(">") ? Comparison.ABOVE : Comparison.BELOW,
                threshold,
                Duration.ofMillis(Math.round(sustained * 1000)));
    }

    /** Stands in for a condition that could not be read. */
    static Condition nothing() {
        return new Condition(
                new ServiceId(""), Where.everywhere(), Signal.ERROR_RATIO, Comparison.ABOVE, 0, Duration.ZERO);
    }

    private Where where(Text text, Matcher words, ServiceId service) {
        return words.group("region") == null
                ? Where.everywhere()
                : Where.in(topology.regionOf(service, text, words.group("region"), words.start("region")));
    }

    private Signal signal(Text text, Matcher words) {
        var name = words.group("signal");
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
