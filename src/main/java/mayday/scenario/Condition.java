package mayday.scenario;

import java.time.Duration;

/**
 * Something about a signal that holds or does not: above or below a threshold for long enough.
 *
 * @param threshold in the signal's unit (ratios 0 to 1, times in seconds)
 * @param sustained how long it must have held without a break; looked at every {@code 10 s}
 */
public record Condition(
        ServiceId service, Where where, Signal signal, Comparison comparison, double threshold, Duration sustained) {

    /** Which side of the threshold. */
    public enum Comparison {
        ABOVE,
        BELOW
    }

    /** Whether a single value satisfies the comparison. */
    public boolean holdsFor(double value) {
        return switch (comparison) {
            case ABOVE -> value > threshold;
            case BELOW -> value < threshold;
        };
    }
}
