package mayday.scenario;

import java.time.Duration;

/** Something about the incident that holds or does not; looked at every {@code 10 s} of incident time. */
public sealed interface Condition {

    /** How long it must have held without a break. */
    Duration sustained();

    /** The comparison of a signal that it is about before all else; what charts and the customers' success are told by. */
    Threshold watched();

    default ServiceId service() {
        return watched().service;
    }

    default Where where() {
        return watched().where;
    }

    default Signal signal() {
        return watched().signal;
    }

    default Comparison comparison() {
        return watched().comparison;
    }

    /** In the signal's unit; NaN where the formula compares it with no figure. */
    default double threshold() {
        return watched().threshold;
    }

    /** Whether a single value of the watched signal satisfies its comparison. */
    default boolean holdsFor(double value) {
        return switch (comparison()) {
            case ABOVE -> value > threshold();
            case BELOW -> value < threshold();
        };
    }

    /** Which side of the threshold. */
    enum Comparison {
        ABOVE,
        BELOW
    }

    /**
     * A signal above or below a figure; nearly every condition is one.
     *
     * @param threshold in the signal's unit (ratios 0 to 1, times in seconds)
     */
    record Threshold(
            ServiceId service, Where where, Signal signal, Comparison comparison, double threshold, Duration sustained)
            implements Condition {
        @Override
        public Threshold watched() {
            return this;
        }
    }

    /**
     * Any other formula that is true or false.
     *
     * @param watched the first comparison of a service's signal in it; of an empty service where there is none
     */
    record Formula(Expression expression, Threshold watched, Duration sustained) implements Condition {}
}
