package mayday.question;

import mayday.scenario.Scenario;

/** Makes the interpreter of a scenario; keeps the ones that were made. Safe for use by several threads. */
public interface Interpreters {

    /** The interpreter for this revision of a scenario; waits until the model is loaded. */
    Interpreter of(Scenario scenario);

    /** Whether {@link #of} answers without waiting. */
    default boolean isReady(Scenario scenario) {
        return true;
    }
}
