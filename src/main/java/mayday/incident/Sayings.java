package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mayday.scenario.DependencySignal;
import mayday.scenario.Input;
import mayday.scenario.Signal;
import mayday.scenario.Variable;

/** What authors wrote, said at an instant: with the figures that it asks for. */
final class Sayings {
    private Sayings() {}

    /** {@code text} with its figures as they are at {@code at}. */
    static String say(Incident incident, String text, Instant at) {
        var wording = incident.scenario().particulars().wordings().get(text);
        return wording == null
                ? text
                : wording.filler()
                        .fill(wording.inputs().stream()
                                .map(input -> figure(incident, input, at))
                                .toList());
    }

    /** The costs beside availability, each in a sentence: {@code Jobs lost: 12,400 jobs.} */
    static List<String> costs(Incident incident, Instant at) {
        return incident.scenario().particulars().variables().stream()
                .filter(Variable::cost)
                .map(variable -> variable.title() + ": "
                        + (count(Amounts.value(incident, variable.id(), at)) + " " + variable.unit()).strip() + ".")
                .toList();
    }

    private static String figure(Incident incident, Input input, Instant at) {
        var value = Facts.value(incident, input, at);
        return switch (input) {
            case Input.OfService(var _, var _, var signal) -> figure(value, signal.unit());
            case Input.OfCalls(var _, var _, var _, var signal) -> figure(value, unit(signal));
            case Input.OfVariable _,
                    Input.Done _,
                    Input.Running _,
                    Input.InState _,
                    Input.Seen _,
                    Input.Stated _,
                    Input.Told _,
                    Input.Escalated _,
                    Input.MinutesSincePage _,
                    Input.DeclaredSeverity _,
                    Input.Hour _ -> count(value);
        };
    }

    private static Signal.Unit unit(DependencySignal signal) {
        return switch (signal) {
            case CALL_RATE, LOOKUP_RATE -> Signal.Unit.PER_SECOND;
            case FAILURE_RATIO, TIMEOUT_RATIO, REFUSED_RATIO, TLS_RATIO, NAME_RATIO, LOSS -> Signal.Unit.RATIO;
            case LATENCY, LOOKUP_TIME -> Signal.Unit.SECONDS;
            case POOL_IN_USE, POOL_SIZE, POOL_WAITING -> Signal.Unit.COUNT;
        };
    }

    private static String figure(double value, Signal.Unit unit) {
        return switch (unit) {
            case RATIO -> format(value >= 0.1 ? "%.0f %%" : "%.1f %%", value * 100);
            case SECONDS -> value < 1 ? format("%.0f ms", value * 1000) : format("%.1f s", value);
            case PER_SECOND -> format("%,.0f/s", value);
            case GIB -> format("%.1f GiB", value);
            case DAYS -> format("%.0f days", value);
            case COUNT -> count(value);
        };
    }

    private static String count(double value) {
        return format("%,.0f", value);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
