package mayday.incident;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import mayday.scenario.CauseId;

/**
 * What several incidents of one scenario and seed have in common once each of its causes is supposed: as long as the same moves are made,
 * it goes the same way whichever cause is the true one. It keeps all that was worked out, so it is for a few runs and then given up; what
 * rests on it is for one thread.
 */
public final class CommonPast {
    private final BiFunction<Incident, CauseId, Line> opening;
    private final Map<CauseId, Line> begun = new ConcurrentHashMap<>();

    public CommonPast() {
        this((incident, cause) -> Line.of(Decider.openedWith(incident, cause), true));
    }

    /** Of incidents that were opened there. */
    public CommonPast(Openings openings) {
        this((incident, cause) -> openings.line(incident, cause, true));
    }

    private CommonPast(BiFunction<Incident, CauseId, Line> opening) {
        this.opening = opening;
    }

    /** That {@code cause} was the true one of {@code incident}, which is of the scenario and seed of all others, from the beginning until now. */
    public Supposition supposition(Incident incident, CauseId cause) {
        var line = begun.computeIfAbsent(cause, id -> opening.apply(incident, id));
        return new Supposition(line, incident);
    }
}
