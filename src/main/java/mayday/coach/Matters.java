package mayday.coach;

import java.time.Instant;
import java.util.Optional;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Matter;
import mayday.incident.Recorded;
import mayday.incident.Seen;
import mayday.scenario.Dimension;

/**
 * What a new hint is about. People first, if customers are known to be hurt and nobody was told; then what was done and not looked at;
 * then the extent; then the harm, once it is narrowed down; else the question that tells most per minute.
 */
final class Matters {
    private Matters() {}

    static Matter first(Standing standing) {
        var incident = standing.incident;
        if (Seen.customersHurt(incident) && !wasTold(incident)) {
            return new Matter.Tell();
        }
        if (isUnwatched(incident)) {
            return new Matter.Look();
        }
        if (!Seen.asked(incident, Seen.CUSTOMERS::contains)) {
            return new Matter.Ask(Dimension.SERVICE_SCOPE);
        }
        if (Seen.customersHurt(incident)
                && standing.isNarrow()
                && incident.runningActions().isEmpty()) {
            return new Matter.Act();
        }
        return standing.telling().stream()
                .findFirst()
                .<Matter>map(Matter.Ask::new)
                .orElseGet(Matter.Weigh::new);
    }

    private static boolean wasTold(Incident incident) {
        return incident.history().stream().anyMatch(each -> each.event() instanceof Event.UpdatePosted);
    }

    private static boolean isUnwatched(Incident incident) {
        return lastDone(incident)
                .filter(done -> !Seen.lookedAtCustomers(incident, done))
                .isPresent();
    }

    private static Optional<Instant> lastDone(Incident incident) {
        return incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.ActionCompleted)
                .map(Recorded::at)
                .findFirst();
    }
}
