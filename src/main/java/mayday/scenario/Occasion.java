package mayday.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * When something that an author wrote is said or holds: under which true causes, in which of their states, and during which time.
 *
 * @param causes empty means any
 * @param states of one of the faults of the true cause as they stand at that moment; empty means any
 * @param from counted from the page, negative before it; included
 * @param until counted from the page; excluded
 */
public record Occasion(List<CauseId> causes, List<StateId> states, Duration from, Duration until) {
    /** Further from the page than any incident reaches. */
    private static final Duration FAR = Duration.ofDays(3_650);

    public static final Duration FROM_THE_BEGINNING = FAR.negated();
    public static final Duration FOR_EVER = FAR;
    public static final Occasion ALWAYS = under(List.of());

    public Occasion {
        causes = List.copyOf(causes);
        states = List.copyOf(states);
    }

    /** At any time, if one of {@code causes} is the true one. */
    public static Occasion under(List<CauseId> causes) {
        return new Occasion(causes, List.of(), FROM_THE_BEGINNING, FOR_EVER);
    }

    /**
     * Whether it is now.
     *
     * @param cause the true one
     * @param stands where each of its faults stands
     * @param sincePage negative before the page
     */
    public boolean isNow(Cause cause, Function<Cause, StateId> stands, Duration sincePage) {
        return (causes.isEmpty() || causes.stream().anyMatch(cause::isOrHas))
                && (states.isEmpty() || cause.faults().stream().map(stands).anyMatch(states::contains))
                && sincePage.compareTo(from) >= 0
                && sincePage.compareTo(until) < 0;
    }
}
