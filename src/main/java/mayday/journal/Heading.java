package mayday.journal;

import java.time.Instant;
import mayday.incident.ClockMode;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Status;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;

/**
 * An incident as the journal lists it, without its events.
 *
 * @param openedAt real time
 * @param version the number of its events
 * @param status after its last event
 */
public record Heading(
        IncidentId id,
        ScenarioId scenario,
        Revision revision,
        Participant owner,
        ClockMode mode,
        Instant openedAt,
        long version,
        Status status) {}
