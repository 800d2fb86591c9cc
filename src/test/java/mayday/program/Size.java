package mayday.program;

import java.util.List;

/** How much is measured: {@link #FULL} for figures that are written down, {@link #SMALL} to see that it works. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are of List.of.
enum Size {
    SMALL(List.of(16), 0.7, 3, List.of(1, 10, 100), List.of(10, 100), List.of(3, 30), 2),
    FULL(
            List.of(1, 16, 64),
            2,
            7,
            List.of(1, 10, 100, 1_000, 10_000),
            List.of(10, 100, 1_000, 4_800),
            List.of(3, 30, 300, 1_000),
            5);

    private final List<Integer> callers;
    private final double seconds;
    private final int rounds;
    private final List<Integer> incidents;
    private final List<Integer> events;
    private final List<Integer> scenarios;
    private final int starts;

    Size(
            List<Integer> callers,
            double seconds,
            int rounds,
            List<Integer> incidents,
            List<Integer> events,
            List<Integer> scenarios,
            int starts) {
        this.callers = callers;
        this.seconds = seconds;
        this.rounds = rounds;
        this.incidents = incidents;
        this.events = events;
        this.scenarios = scenarios;
        this.starts = starts;
    }

    /** How many call at once. */
    List<Integer> callers() {
        return callers;
    }

    /** A round of a contest. */
    double seconds() {
        return seconds;
    }

    int rounds() {
        return rounds;
    }

    /** How many incidents are open. */
    List<Integer> incidents() {
        return incidents;
    }

    /** How long an incident is; moves can make 4,900 events of it, of which the measured ones need some. */
    List<Integer> events() {
        return events;
    }

    List<Integer> scenarios() {
        return scenarios;
    }

    int starts() {
        return starts;
    }
}
