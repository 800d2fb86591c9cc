package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An incident under decision: events are emitted and folded in at once, so that what follows sees them. */
final class Progress {
    private Incident incident;
    private final List<Recorded> recorded = new ArrayList<>();

    Progress(Incident incident) {
        this.incident = incident;
    }

    /** Starts a stream with its first event. */
    static Progress begun(Incident begun) {
        var progress = new Progress(begun);
        progress.recorded.addAll(begun.history());
        return progress;
    }

    Incident incident() {
        return incident;
    }

    void emit(Instant at, Event event) {
        var next = new Recorded(incident.version() + 1, at, event);
        recorded.add(next);
        incident = Evolution.evolve(incident, next);
    }

    Decision.Accepted accepted() {
        return new Decision.Accepted(recorded, incident);
    }

    Decision.Refused refused(Refusal refusal) {
        return new Decision.Refused(refusal, recorded, incident);
    }
}
