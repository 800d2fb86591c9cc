package mayday.coach;

import java.time.Duration;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;

/** One way to take a step of the {@link Guide}: a move to make, in words that can be clicked or typed, or another like it. */
public sealed interface Lead {

    record Acknowledge() implements Lead {}

    /** A question, in words that the interpreter understands. */
    record Ask(String words) implements Lead {}

    /**
     * A hypothesis to write down.
     *
     * @param target empty where the learner has to say it
     */
    record Suppose(FaultClass faultClass, String target) implements Lead {
        /** A first guess, no more. */
        public static final int CONFIDENCE = 40;
    }

    /**
     * An action that treats what the learner supposes.
     *
     * @param action its id in the menu, such as {@code roll-back}
     * @param title such as {@code Roll back}
     * @param target empty where the learner has to say it
     */
    record Act(String action, String title, String target) implements Lead {}

    record Wait(Duration length) implements Lead {}

    record Tell(Audience audience, String text) implements Lead {}

    /** The end, in the learner's own words. */
    record Close() implements Lead {}
}
