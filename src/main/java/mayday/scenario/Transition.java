package mayday.scenario;

import java.time.Duration;

/** A way out of a state of a cause. */
public record Transition(StateId to, Trigger trigger) {

    /** What makes a cause move on. */
    public sealed interface Trigger {
        /** So long after the state was entered. */
        record After(Duration delay) implements Trigger {}

        /** As soon as a signal meets a condition. */
        record When(Condition condition) implements Trigger {}

        /** When a learner's action of this kind on this target is complete. */
        record On(ActionPattern action) implements Trigger {}
    }
}
