package mayday.incident;

import java.util.List;
import mayday.scenario.Scenario;

/** Folds events into an incident. Pure and total: any stream that was recorded can be folded. */
public final class Evolution {
    private Evolution() {}

    /** The incident after its first event, an {@link Event.IncidentOpened}. */
    public static Incident begin(Scenario scenario, Recorded first) {
        throw new UnsupportedOperationException();
    }

    /** The incident after one more event. */
    public static Incident evolve(Incident incident, Recorded next) {
        throw new UnsupportedOperationException();
    }

    /** The incident after a whole stream, which is not empty. */
    public static Incident replay(Scenario scenario, List<Recorded> stream) {
        var incident = begin(scenario, stream.getFirst());
        for (var next : stream.subList(1, stream.size())) {
            incident = evolve(incident, next);
        }
        return incident;
    }
}
