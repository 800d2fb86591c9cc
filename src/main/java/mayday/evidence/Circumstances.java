package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.AuthoredId;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Occasion;
import mayday.scenario.Scenario;
import mayday.simulation.Trajectory;

/**
 * Everything that decides an answer: the scenario, the truth, the simulated history, and what people did so far.
 *
 * @param cause the true cause
 * @param passages the cause's states and when each was entered, in order of time; log patterns follow them
 * @param trajectory the history up to {@code asOf}
 * @param learnerChanges changes that the learner's own actions made, in order of time
 * @param asOf the instant at which the answer is given
 * @param barred the author's questions whose prerequisite does not hold
 */
public record Circumstances(
        Scenario scenario,
        Cause cause,
        List<Passage> passages,
        Trajectory trajectory,
        List<LearnerChange> learnerChanges,
        List<String> triedSoFar,
        long seed,
        Instant asOf,
        List<AuthoredId> barred) {
    public Circumstances {
        barred = List.copyOf(barred);
        passages = List.copyOf(passages);
        learnerChanges = List.copyOf(learnerChanges);
        triedSoFar = List.copyOf(triedSoFar);
    }

    /** Circumstances under which every question may be asked. */
    public Circumstances(
            Scenario scenario,
            Cause cause,
            List<Passage> passages,
            Trajectory trajectory,
            List<LearnerChange> learnerChanges,
            List<String> triedSoFar,
            long seed,
            Instant asOf) {
        this(scenario, cause, passages, trajectory, learnerChanges, triedSoFar, seed, asOf, List.of());
    }

    /** Whether it is the occasion for something that the author wrote. */
    boolean isOccasion(Occasion occasion) {
        var state = passages.isEmpty()
                ? cause.initial().id()
                : passages.getLast().state().id();
        return occasion.isNow(cause.id(), state, Duration.between(scenario.pagedAt(), asOf));
    }

    /** A state of the cause and when it was entered. */
    public record Passage(CauseState state, Instant enteredAt) {}

    /** A change that the learner made, as a change log would show it. */
    public record LearnerChange(Instant at, mayday.scenario.ChangeKind kind, String service, String what) {}
}
