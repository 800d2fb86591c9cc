package mayday.evidence;

import java.util.List;
import mayday.scenario.Dimension;

/**
 * One way to read a question: what is asked, of what, over which window.
 *
 * @param targets what it is about; empty means that none was named and the answer chooses (usually the paged service)
 * @param confidence how sure the reading is, 0 to 1
 * @param authored id of the scenario's own question that was recognised; empty for one that the system answers
 * @param command the command line that was typed, as it is to be run on the target; empty for a question in words
 */
public record Interpretation(
        Dimension dimension, List<Target> targets, Window window, double confidence, String authored, String command) {
    public Interpretation {
        targets = List.copyOf(targets);
    }

    /** A question in words. */
    public Interpretation(
            Dimension dimension, List<Target> targets, Window window, double confidence, String authored) {
        this(dimension, targets, window, confidence, authored, "");
    }
}
