package mayday.compiler;

import java.util.Optional;
import mayday.scenario.DependencySignal;
import mayday.scenario.Input;
import mayday.scenario.Signal;

/** What a part of a formula is counted in. */
enum Unit {
    /** True or false. */
    TRUTH("true or false"),
    /** A number without a unit; goes with shares and counts. */
    PLAIN("a number"),
    RATIO("a share"),
    SECONDS("a time"),
    GIB("a size"),
    PER_SECOND("a rate"),
    COUNT("a number"),
    /** Of a product or quotient that has no name here; goes with everything. */
    UNKNOWN("a number");

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Unit of(Input input) {
        return switch (input) {
            case Input.OfService(var _, var _, var signal) -> of(signal);
            case Input.OfCalls(var _, var _, var _, var signal) -> of(signal);
            // An author says what a variable counts in words of their own.
            case Input.OfVariable _ -> UNKNOWN;
            case Input.Done _, Input.MinutesSincePage _, Input.DeclaredSeverity _, Input.Hour _ -> COUNT;
            case Input.Running _, Input.InState _, Input.Seen _, Input.Stated _, Input.Told _, Input.Escalated _ ->
                TRUTH;
        };
    }

    private static Unit of(Signal signal) {
        return switch (signal.unit()) {
            case PER_SECOND -> PER_SECOND;
            case RATIO -> RATIO;
            case SECONDS, DAYS -> SECONDS;
            case GIB -> GIB;
            case COUNT -> COUNT;
        };
    }

    private static Unit of(DependencySignal signal) {
        return switch (signal) {
            case CALL_RATE, LOOKUP_RATE -> PER_SECOND;
            case FAILURE_RATIO, TIMEOUT_RATIO, REFUSED_RATIO, TLS_RATIO, NAME_RATIO, LOSS -> RATIO;
            case LATENCY, LOOKUP_TIME -> SECONDS;
            case POOL_IN_USE, POOL_SIZE, POOL_WAITING -> COUNT;
        };
    }

    static Unit of(Measure measure) {
        return switch (measure) {
            case RATIO -> RATIO;
            case SECONDS, DAYS -> SECONDS;
            case GIB -> GIB;
            case PER_SECOND -> PER_SECOND;
            case COUNT, NUMBER -> PLAIN;
        };
    }

    boolean isDimensionless() {
        return this == PLAIN || this == RATIO || this == COUNT;
    }

    /** What the sum of the two is counted in; empty if they cannot be added or compared. */
    Optional<Unit> with(Unit other) {
        if (this == TRUTH || other == TRUTH) {
            return this == other ? Optional.of(TRUTH) : Optional.empty();
        }
        if (this == other || other == UNKNOWN) {
            return Optional.of(this);
        }
        if (this == UNKNOWN) {
            return Optional.of(other);
        }
        if (this == PLAIN && other.isDimensionless()) {
            return Optional.of(other);
        }
        return other == PLAIN && isDimensionless() ? Optional.of(this) : Optional.empty();
    }

    Unit times(Unit other) {
        if (isDimensionless()) {
            return this == COUNT && other.isDimensionless() ? COUNT : other;
        }
        if (other.isDimensionless()) {
            return this;
        }
        var rateOverTime = (this == PER_SECOND && other == SECONDS) || (this == SECONDS && other == PER_SECOND);
        return rateOverTime ? COUNT : UNKNOWN;
    }

    Unit over(Unit other) {
        if (other.isDimensionless()) {
            return this;
        }
        return this == other && this != UNKNOWN ? PLAIN : this == COUNT && other == SECONDS ? PER_SECOND : UNKNOWN;
    }
}
