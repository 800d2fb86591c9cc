package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.CauseId;
import mayday.scenario.Tool;

/** Something that a facilitator throws into an incident, beside what its scenario brings. */
public sealed interface Inject {

    /**
     * Somebody writes into the incident's channel.
     *
     * @param from who, as the channel shows it, such as {@code Kenji (VP)}
     * @param answerWithin until when they want to hear how it stands: 1 to 60 whole minutes; empty if they want no answer
     */
    record Message(String from, String text, List<Duration> answerWithin) implements Inject {
        public Message {
            answerWithin = List.copyOf(answerWithin);
        }
    }

    /** An alert fires. */
    record Alert(String text) implements Inject {}

    /** Another of the scenario's causes begins as well, all of it: its change is made, and its states run their course. */
    record Fault(CauseId cause) implements Inject {}

    /**
     * A tool is down, with no other way to what it shows.
     *
     * @param length 1 to 60 whole minutes
     */
    record ToolOutage(Tool tool, Duration length) implements Inject {}

    /** When it arrives. */
    sealed interface Arrival {
        record Now() implements Arrival {}

        /** At an instant of incident time, later than now and before the time runs out. */
        record At(Instant at) implements Arrival {}
    }
}
