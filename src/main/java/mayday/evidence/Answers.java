package mayday.evidence;

import mayday.scenario.Dimension;

/** Answers an interpretation from the simulated history. */
public final class Answers {
    private Answers() {}

    /**
     * The answer to one interpretation.
     *
     * @param firstNumber the number of the first piece of evidence, if any is revealed
     */
    public static Answer answer(Circumstances circumstances, Interpretation interpretation, int firstNumber) {
        throw new UnsupportedOperationException();
    }

    /** What it costs to have this looked up, in seconds of incident time: 20 to 90. */
    public static int costSeconds(Dimension dimension) {
        throw new UnsupportedOperationException();
    }
}
