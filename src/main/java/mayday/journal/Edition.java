package mayday.journal;

import java.time.Instant;
import mayday.compiler.Sources;
import mayday.incident.Participant;
import mayday.scenario.Revision;

/**
 * What the text of a scenario or system was at a time.
 *
 * @param item the scenario's id, or {@code systems/} and the system's
 * @param number from 1, ascending
 * @param by who saved it; {@link #ON_DISK} if the file was changed by other means
 */
public record Edition(String item, long number, Revision revision, Standing standing, Participant by, Instant notedAt) {
    /** Whoever changed a file without the studio. */
    public static final Participant ON_DISK = new Participant("", "");

    /** How many of an item are kept; of earlier ones only the latest that was published. */
    public static final int MOST_KEPT = 500;

    /** Whether learners play it. Stored names. */
    public enum Standing {
        /** It can be played, and learners are to have it. */
        PUBLISHED,
        /** It can be played, but it says that it is a draft. */
        DRAFT,
        /** It has errors. */
        BROKEN
    }

    /** What is to be noted. */
    public record Text(String item, Sources sources, Standing standing, Participant by) {}

    public boolean isOnDisk() {
        return by.equals(ON_DISK);
    }
}
