package mayday.incident;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Tool;

/** What the learner can use. */
public sealed interface Access {
    /** Everything that works. */
    record Full() implements Access {}

    /**
     * Some of it is lost.
     *
     * @param actions whether nothing can be done to the system
     * @param tools those that cannot be used
     * @param text what one sees
     */
    record Lost(Instant since, boolean actions, List<Tool> tools, String text) implements Access {
        public Lost {
            tools = List.copyOf(tools);
        }
    }

    /** It was lost and is back; it is not lost again. */
    record Regained() implements Access {}
}
