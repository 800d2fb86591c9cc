package mayday.incident;

import java.time.Instant;
import mayday.scenario.Action;

/**
 * An action that was started.
 *
 * @param report what the learner is told; empty while it runs
 */
public record StartedAction(
        ActionId id,
        Participant by,
        Action action,
        Instant startedAt,
        Instant completesAt,
        String expectation,
        Progress progress,
        String report) {

    /** How far an action is. */
    public enum Progress {
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    StartedAction become(Progress next, String told) {
        return new StartedAction(id, by, action, startedAt, completesAt, expectation, next, told);
    }
}
