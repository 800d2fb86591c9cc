package mayday.evidence;

import java.util.List;
import mayday.scenario.Dimension;

/**
 * One way to read a question: what is asked, of what, over which window.
 *
 * @param targets what it is about; empty means that none was named and the answer chooses (usually the paged service)
 * @param confidence how sure the reading is, 0 to 1
 * @param authored id of the scenario's own question that was recognised; empty for one that the system answers
 */
public record Interpretation(
        Dimension dimension, List<Target> targets, Window window, double confidence, String authored) {
    public Interpretation {
        targets = List.copyOf(targets);
    }
}
