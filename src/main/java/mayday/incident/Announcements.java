package mayday.incident;

import java.time.Duration;

/** What is said of a facilitator's moves to those who play. */
public final class Announcements {
    private Announcements() {}

    /** In a sentence, without its full stop. */
    public static String words(Event.Facilitated event) {
        return switch (event) {
            case Event.ClockPaused _ -> "The facilitator paused the drill";
            case Event.ClockResumed _ -> "The drill goes on";
            case Event.TimeExtended(var _, var length) -> "The facilitator gave " + minutes(length) + " more";
        };
    }

    private static String minutes(Duration length) {
        return length.toMinutes() == 1 ? "1 minute" : length.toMinutes() + " minutes";
    }
}
