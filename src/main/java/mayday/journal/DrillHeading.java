package mayday.journal;

import java.time.Instant;
import mayday.exercise.DrillId;
import mayday.incident.Participant;
import mayday.scenario.ScenarioId;

/**
 * A drill as the journal lists it, without its events.
 *
 * @param by the facilitator who made it
 */
public record DrillHeading(
        DrillId id,
        String title,
        ScenarioId scenario,
        Participant by,
        Instant createdAt,
        long version,
        DrillStage stage) {

    /** How far it is, in one word. Stored names. */
    public enum DrillStage {
        LOBBY,
        RUNNING,
        OVER
    }
}
