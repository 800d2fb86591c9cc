package mayday.playthrough;

import java.time.Duration;
import mayday.debrief.PartName;
import mayday.incident.Status;

/** Something that must be so after the last step. */
public sealed interface Ending {

    /**
     * Where it is written.
     *
     * @param line of its file, from 1
     */
    record At(int line, Ending ending) {}

    record IsStatus(Status status) implements Ending {}

    /** The time from the beginning of customer impact to its end, both ends of the band included. */
    record MitigatedAfter(Duration least, Duration most) implements Ending {}

    /** Customer impact never ended. */
    record NeverMitigated() implements Ending {}

    /** The score of the diagnostic structure, 0 to 100, both ends included. */
    record Scores(int least, int most) implements Ending {}

    /** As {@link Scores}, of one part of it. */
    record PartScores(PartName part, int least, int most) implements Ending {}

    /** Whether the debrief has to be worked out to judge it. */
    default boolean needsDebrief() {
        return switch (this) {
            case IsStatus _ -> false;
            case MitigatedAfter _, NeverMitigated _, Scores _, PartScores _ -> true;
        };
    }
}
