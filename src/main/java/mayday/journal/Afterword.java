package mayday.journal;

import java.time.Instant;
import mayday.incident.Participant;

/**
 * What somebody wrote about an incident after its end. It is no event: the incident does not change any more.
 *
 * @param number orders the afterwords of an incident; later ones have higher numbers
 * @param kind what it is, such as {@code post-mortem}: a stored name
 * @param subject what of the debrief it is about; empty for all of it
 * @param body at most {@link #MOST_CHARACTERS}
 */
public record Afterword(long number, String kind, String subject, Participant by, String body, Instant writtenAt) {
    /** Room for a long post-mortem. */
    public static final int MOST_CHARACTERS = 60_000;

    /** What becomes of earlier afterwords of the same kind and subject. */
    public enum Earlier {
        /** They stay: who changed what, and when, is part of the record. */
        STAYS,
        /** They give way: they were drafts. */
        GIVES_WAY
    }
}
