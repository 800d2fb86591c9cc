package mayday.evidence;

import java.time.Duration;
import java.time.Instant;

/** The stretch of time that an answer speaks about, as far as there is data for it. */
sealed interface Period {

    /**
     * Data exists.
     *
     * @param remark what to say about a part that was asked for and is not there; empty if nothing is missing
     */
    record Covered(Instant from, Instant until, String remark) implements Period {}

    /** Nothing can be shown for what was asked, and why. */
    record Uncovered(String why) implements Period {}

    /** Shorter windows are widened to this: a chart needs a few points. */
    Duration SHORTEST = Duration.ofMinutes(2);

    /** Longer ones are cut to this: no data goes back so far, and no calendar goes back for ever. */
    Duration LONGEST = Duration.ofDays(10 * 365);

    /**
     * What {@code window} means at {@code now}.
     *
     * @param begin where data begins
     * @param usual the length if none was named
     */
    static Period of(Window window, Instant begin, Instant now, Duration usual) {
        return switch (window) {
            case Window.Usual() -> between(latest(now.minus(usual), begin), now, begin, now);
            case Window.Last(var length) -> between(now.minus(sensible(length)), now, begin, now);
            case Window.Since(var from) -> between(from, now, begin, now);
            case Window.Between(var from, var until) -> between(from, until, begin, now);
        };
    }

    private static Duration sensible(Duration length) {
        return length.compareTo(SHORTEST) < 0 ? SHORTEST : length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    private static Period between(Instant from, Instant until, Instant begin, Instant now) {
        if (from.isAfter(now)) {
            return new Uncovered("It is " + Figures.clock(now) + " UTC; that is still to come.");
        }
        if (!until.isAfter(begin)) {
            return new Uncovered("The data I can reach begins at " + Figures.when(begin, now)
                    + " UTC; there is nothing from before that.");
        }
        var end = until.isAfter(now) ? now : until;
        var start = latest(earliest(from, end.minus(SHORTEST)), begin);
        var remark = from.isBefore(begin) ? "My data begins at " + Figures.when(begin, now) + " UTC." : "";
        return new Covered(start, end, remark);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
