package mayday.review;

import java.time.Instant;
import java.util.List;
import mayday.incident.ClockMode;
import mayday.incident.IncidentId;
import mayday.scenario.CauseId;
import mayday.scenario.ScenarioId;

/**
 * An incident that a learner has ended.
 *
 * @param guided whether a guide led through it step by step
 * @param openedAt real time
 * @param endedAt real time; from then on its debrief tells the cause
 * @param result what is kept of its debrief, at most one entry; none: it was not judged yet, or by an older scoring
 */
public record Played(
        IncidentId id,
        ScenarioId scenario,
        CauseId cause,
        ClockMode mode,
        boolean guided,
        Instant openedAt,
        Instant endedAt,
        List<Result> result) {
    public Played {
        result = List.copyOf(result);
    }

    public boolean isJudged() {
        return !result.isEmpty();
    }

    /** Whether its scores say something about its learner: who was led step by step did as they were told. */
    public boolean counts() {
        return isJudged() && !guided;
    }
}
