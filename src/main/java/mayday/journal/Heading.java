package mayday.journal;

import java.time.Instant;
import mayday.incident.ClockMode;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;

/**
 * An incident as the journal lists it, without its events.
 *
 * @param openedAt real time
 * @param version the number of its events
 * @param status after its last event: {@code open}, {@code mitigated}, {@code closed} or {@code timed-out}
 */
public record Heading(
        IncidentId id,
        ScenarioId scenario,
        Revision revision,
        Participant owner,
        ClockMode mode,
        Instant openedAt,
        long version,
        String status) {
    public boolean isOver() {
        return status.equals(Status.CLOSED) || status.equals(Status.TIMED_OUT);
    }
}
