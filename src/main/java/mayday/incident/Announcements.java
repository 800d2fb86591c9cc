package mayday.incident;

import java.time.Duration;
import mayday.scenario.Scenario;

/** What is said of a facilitator's moves to those who play. */
public final class Announcements {
    private Announcements() {}

    /** In a sentence, without its full stop. */
    public static String words(Event.Facilitated event) {
        return switch (event) {
            case Event.TimeCalled _ -> "The facilitator ended the drill";
            case Event.ClockPaused _ -> "The facilitator paused the drill";
            case Event.ClockResumed _ -> "The drill goes on";
            case Event.TimeExtended(var _, var length) -> "The facilitator gave " + minutes(length) + " more";
            case Event.AnsweredByHand(var _, var question, var text) ->
                "The facilitator answered " + question + ": " + text;
            case Event.HintSent(var _, var text, var points) ->
                "A hint from the facilitator, " + price(points) + ": " + text;
        };
    }

    /** What arrived by a facilitator's doing, for whoever may know. */
    public static String words(Scenario scenario, Inject inject) {
        return switch (inject) {
            case Inject.Message(var from, var _, var within) ->
                "a message from " + from
                        + (within.isEmpty() ? "" : ", to be answered within " + minutes(within.getFirst()));
            case Inject.Alert _ -> "an alert";
            case Inject.Fault(var cause) ->
                "a further fault: " + scenario.cause(cause).title();
            case Inject.ToolOutage(var tool, var length) -> tool.title() + " down for " + minutes(length);
        };
    }

    /** Such as {@code 3 points}. */
    public static String price(int points) {
        return points == 1 ? "1 point" : points + " points";
    }

    private static String minutes(Duration length) {
        return length.toMinutes() == 1 ? "1 minute" : length.toMinutes() + " minutes";
    }
}
