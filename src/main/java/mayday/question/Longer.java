package mayday.question;

import java.time.Duration;
import java.time.Instant;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.scenario.Dimension;

/** Stretches of time made from the one that was asked about before: a longer one, or the same one earlier. */
final class Longer {
    /** "Show me more" of what was asked over no time in particular. */
    static final Duration MORE = Duration.ofHours(3);

    /** The same of logs, of which a few minutes are shown otherwise. */
    static final Duration MORE_OF_LOGS = Duration.ofMinutes(30);

    /** What is compared of what was asked over no time in particular. */
    static final Duration COMPARED = Duration.ofHours(1);

    private static final int TIMES = 2;

    private Longer() {}

    /** Twice as long, up to the same end. */
    static Window than(Interpretation last) {
        return switch (last.window()) {
            case Window.Usual() -> new Window.Last(last.dimension() == Dimension.LOGS ? MORE_OF_LOGS : MORE);
            case Window.Last(var length) -> new Window.Last(shortened(length.multipliedBy(TIMES)));
            // Until now: the length is not known here, so it begins an hour earlier.
            case Window.Since(var from) -> new Window.Since(from.minus(COMPARED));
            case Window.Between(var from, var until) ->
                new Window.Between(
                        until.minus(shortened(Duration.between(from, until).multipliedBy(TIMES))), until);
        };
    }

    private static Duration shortened(Duration length) {
        return length.compareTo(Instants.LONGEST) > 0 ? Instants.LONGEST : length;
    }

    /** The stretch of the last question as long ago as {@code named} says: {@code last week}, {@code yesterday}, or exactly then. */
    static Window shifted(Interpretation last, Window named, Instant now) {
        return switch (named) {
            case Window.Last(var ago) -> earlier(last.window(), ago, now);
            case Window.Between(var from, var until)
            when Duration.between(from, until).equals(Duration.ofDays(1)) ->
                earlier(last.window(), Duration.between(from, Instants.startOf(Instants.dateOf(now))), now);
            case Window.Between between -> between;
            case Window.Since since -> since;
            case Window.Usual usual -> usual;
        };
    }

    private static Window earlier(Window window, Duration ago, Instant now) {
        return switch (window) {
            case Window.Usual() -> between(now.minus(COMPARED), now, ago);
            case Window.Last(var length) -> between(now.minus(length), now, ago);
            case Window.Since(var from) -> between(from, now, ago);
            case Window.Between(var from, var until) -> between(from, until, ago);
        };
    }

    private static Window between(Instant from, Instant until, Duration ago) {
        return new Window.Between(from.minus(ago), until.minus(ago));
    }
}
