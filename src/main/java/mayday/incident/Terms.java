package mayday.incident;

/**
 * On what terms an incident is played: how it is judged, and which help there is.
 *
 * @param rubric id of the rubric that weighs the debrief
 * @param hints whether hints may be taken, each at its price
 */
public record Terms(String rubric, boolean hints, Coaching coach) {
    /** Judged by the rubric that is meant when none is named. */
    public static final String DEFAULT_RUBRIC = "default";

    /** Without any help, as in an interview. */
    public static final Terms UNAIDED = new Terms(DEFAULT_RUBRIC, false, Coaching.OFF);

    /** How much the coach says. */
    public enum Coaching {
        OFF,
        /** Asks a question and leaves the rest to the learner. */
        SPARSE,
        /** Names what is missing. */
        USUAL,
        /** Says which kind of move would help now. */
        CLOSE
    }
}
