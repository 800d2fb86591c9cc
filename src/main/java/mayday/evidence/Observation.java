package mayday.evidence;

import java.time.Instant;
import mayday.scenario.ServiceId;

/** What an answer lets the learner know about a service's health; it lights the service on the map. */
public record Observation(ServiceId service, Health health, Instant asOf) {

    /** How a service is doing, judged from what was shown. */
    public enum Health {
        HEALTHY,
        DEGRADED,
        FAILING
    }
}
