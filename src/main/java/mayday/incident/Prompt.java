package mayday.incident;

/**
 * What makes the coach speak: each can be read off what the learner did and was shown, so that speaking tells nothing of the truth.
 * Stored names.
 */
public enum Prompt {
    /** Live: nobody has done anything for a while, and nothing is on its way. */
    IDLE,
    /** Practice: a long time was let pass without looking at anything. */
    LONG_WAIT,
    /** Something was done to the system before any question about the scope. */
    ACTED_UNSCOPED,
    /** A third move along a hypothesis that the learner's own evidence or judgement speaks against. */
    REFUTED,
    /** It is known that customers are hurt, and nobody was told. */
    NOBODY_TOLD,
    /** Somebody is nearly sure of a hypothesis for which no evidence speaks. */
    UNSUPPORTED,
    /** Something was done, and nobody has looked at what came of it. */
    UNWATCHED,
    /** It is to be closed although customers were hurt at the last look, or nobody has looked since the last action. */
    CLOSING
}
