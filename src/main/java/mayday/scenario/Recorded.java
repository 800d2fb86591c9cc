package mayday.scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured or logged in an incident of the real world, moved to the scenario's clock. It does not follow from the simulated
 * system and does not answer to what learners do.
 */
public sealed interface Recorded extends AuthoredEvidence.Content {

    /**
     * Quantities over time, on one scale.
     *
     * @param curves at least one, each of another name
     */
    record Series(Signal.Unit unit, List<Curve> curves) implements Recorded {
        public Series {
            curves = List.copyOf(curves);
        }
    }

    /**
     * One quantity over time.
     *
     * @param readings in order of time
     */
    record Curve(String name, List<Reading> readings) {
        public Curve {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A value, finite and at least zero.
     *
     * @param afterPage negative before the page
     */
    record Reading(Duration afterPage, double value) {}

    /** What was logged, in order of time. */
    record Log(List<Line> lines) implements Recorded {
        public Log {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An entry of a log: a line, with those that belong to it below, such as a stack trace.
     *
     * @param afterPage negative before the page
     * @param level {@code ERROR}, {@code WARN} or {@code INFO}
     * @param host who wrote it; empty if the line does not say
     */
    record Line(Duration afterPage, String level, String host, String text) {}

    /** When its first reading or entry was taken; zero if it has none. */
    default Duration first() {
        return moments().min(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** When its last reading or entry was taken; zero if it has none. */
    default Duration last() {
        return moments().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    default boolean isEmpty() {
        return moments().findAny().isEmpty();
    }

    private Stream<Duration> moments() {
        return switch (this) {
            case Series(var _, var curves) ->
                curves.stream().flatMap(curve -> curve.readings().stream()).map(Reading::afterPage);
            case Log(var lines) -> lines.stream().map(Line::afterPage);
        };
    }

    /** What was taken from {@code from} to {@code until}, both included; curves without a reading then are left out. */
    default Recorded between(Duration from, Duration until) {
        return switch (this) {
            case Series(var unit, var curves) ->
                new Series(
                        unit,
                        curves.stream()
                                .map(curve -> new Curve(
                                        curve.name(),
                                        curve.readings().stream()
                                                .filter(each -> isBetween(each.afterPage(), from, until))
                                                .toList()))
                                .filter(curve -> !curve.readings().isEmpty())
                                .toList());
            case Log(var lines) ->
                new Log(lines.stream()
                        .filter(each -> isBetween(each.afterPage(), from, until))
                        .toList());
        };
    }

    private static boolean isBetween(Duration moment, Duration from, Duration until) {
        return moment.compareTo(from) >= 0 && moment.compareTo(until) <= 0;
    }
}
