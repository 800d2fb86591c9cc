package mayday.exercise;

/**
 * Why something was not done in a drill; a value, for people to read.
 *
 * @param id stable, such as {@code drill-over}
 * @param reason what is wrong and how to mend it, in a sentence or two
 */
public record DrillRefusal(String id, String reason) {
    /** It could not be stored, and so it did not happen. */
    public static final String NOT_STORED = "not-stored";

    /** Something that was named is not there. */
    public static final String UNKNOWN = "unknown";
}
