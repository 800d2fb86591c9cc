package mayday.incident;

/** Where the incident clock comes from. */
public enum ClockMode {
    /** It moves only with the learner's moves. */
    PRACTICE,
    /** It runs in real time. */
    LIVE
}
