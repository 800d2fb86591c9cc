package mayday.scenario;

import java.time.Duration;
import java.util.List;

/** What is wrong with a tool for a while. */
public sealed interface ToolTrouble {
    Tool tool();

    Spell spell();

    /**
     * It does not answer.
     *
     * @param says what one sees of it, such as {@code Grafana: 502 Bad Gateway}
     * @param instead dearer ways to the same evidence; the first that serves the dimension is offered
     */
    record Down(Tool tool, Spell spell, String says, List<Fallback> instead) implements ToolTrouble {
        public Down {
            instead = List.copyOf(instead);
        }
    }

    /** It shows what was so long ago. */
    record Late(Tool tool, Spell spell, Duration lag) implements ToolTrouble {}

    /**
     * A dearer way to evidence.
     *
     * @param how in words, such as {@code ask each host for its own counters}
     * @param dimensions what it serves; empty means all that the tool does
     * @param takes how long it keeps the learner busy
     */
    record Fallback(String how, List<Dimension> dimensions, Duration takes) {
        public Fallback {
            dimensions = List.copyOf(dimensions);
        }

        public boolean serves(Dimension dimension) {
            return dimensions.isEmpty() || dimensions.contains(dimension);
        }
    }
}
