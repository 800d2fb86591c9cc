package mayday.incident;

/** What became of an utterance. */
public enum Outcome {
    /** Clear and specific enough: answered. */
    ANSWERED,
    /** Two or more readings are close, or the target is missing and matters: asked back. */
    ASK_BACK,
    /** Too wide to answer. */
    TOO_VAGUE,
    /** Asks to change something: offered as an action, nothing is done. */
    ACTION,
    /** States a cause: offered for the hypothesis board. */
    HYPOTHESIS,
    /** Names a thing that this system has not got. */
    ABSENT,
    /** Asks for the solution. */
    NO_ANSWER_KEY,
    OFF_TOPIC
}
