package mayday.incident;

import java.time.Duration;
import java.time.Instant;

/** Which incident time it is. */
public final class IncidentClock {
    private IncidentClock() {}

    /** On the practice clock where the last move left it; on the live clock as long after the page as real time after the opening. */
    public static Instant now(Incident incident, Instant wallClock) {
        return switch (incident.opened().mode()) {
            case PRACTICE -> incident.now();
            case LIVE -> {
                var sinceOpening = Duration.between(incident.opened().wallClock(), wallClock);
                var live = incident.scenario().pagedAt().plus(sinceOpening);
                yield live.isBefore(incident.now()) ? incident.now() : live;
            }
        };
    }
}
