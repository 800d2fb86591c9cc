package mayday.playthrough;

import java.time.Duration;
import mayday.incident.Command;
import mayday.scenario.Condition;

/** What is done in a step. */
public sealed interface Move {

    /** Asks, in words that the interpreter has to understand as it would a learner's. */
    record Ask(String words) implements Move {}

    /** Any other command, of {@link Script#PLAYER}. */
    record Make(Command command) implements Move {}

    /** Takes the next hint. */
    record TakeHint() implements Move {}

    /** Lets time pass: on the practice clock by waiting, on a live one by doing nothing. */
    record Pass(Duration length) implements Move {}

    /**
     * Lets time pass until a condition holds.
     *
     * @param condition as it was written
     * @param most how long at most; that it does not hold by then is a failure
     */
    record PassUntil(String condition, Condition until, Duration most) implements Move {}
}
