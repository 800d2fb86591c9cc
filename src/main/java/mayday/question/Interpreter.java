package mayday.question;

import mayday.incident.Incident;
import mayday.incident.Understanding;

/** Understands what a learner wrote, in the words of one scenario's system. Safe for use by several threads. */
public interface Interpreter {

    /**
     * How {@code words} are to be read in this incident: its system, what was asked before, its clock.
     *
     * @param words any text, at most {@link mayday.incident.Limits#QUESTION_CHARACTERS} characters
     */
    Understanding understand(String words, Incident incident);

    /** Does now what the first question would take some hundredths of a second longer for. */
    default void prepare() {}
}
