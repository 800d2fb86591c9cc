package mayday.playthrough;

import java.util.List;

/**
 * A move, and what must follow from it. Unless a refusal is expected, the move must be accepted.
 *
 * @param line of its file, from 1
 * @param then what must be so after it
 */
public record Step(int line, Move move, List<Check> then) {
    public Step {
        then = List.copyOf(then);
    }

    /**
     * Something that must be so.
     *
     * @param line of its file, from 1
     */
    public record Check(int line, Expectation expects) {}

    /** Whether the move is meant to be refused. */
    boolean isToBeRefused() {
        return then.stream().anyMatch(check -> check.expects() instanceof Expectation.Refused);
    }
}
