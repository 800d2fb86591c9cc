package mayday.debrief;

import java.time.Instant;

/**
 * An instructor's score for a part, in place of the computed one.
 *
 * @param score 0 to 100
 * @param reason never empty, at most {@link #MOST_REASON_CHARACTERS}
 * @param by the instructor's name
 */
public record ScoreOverride(PartName part, int score, String reason, String by, Instant at) {
    /** A few sentences; more is a review. */
    public static final int MOST_REASON_CHARACTERS = 500;
}
