package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import mayday.scenario.AuthoredId;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.CauseState;
import mayday.scenario.Occasion;
import mayday.scenario.Scenario;
import mayday.scenario.StateId;
import mayday.simulation.Trajectory;

/**
 * Everything that decides an answer: the scenario, the truth, the simulated history, and what people did so far.
 *
 * @param cause the true cause
 * @param passages the states of the cause's faults and when each was entered, in order of time; log patterns follow them
 * @param trajectory the history up to {@code asOf}
 * @param learnerChanges changes that the learner's own actions made, in order of time
 * @param asOf the instant at which the answer is given
 * @param barred the author's questions whose prerequisite does not hold
 * @param wording puts the figures into an author's text
 * @param costs what the incident costs beside availability, in sentences
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
        List<AuthoredId> barred,
        UnaryOperator<String> wording,
        List<String> costs) {
    public Circumstances {
        barred = List.copyOf(barred);
        costs = List.copyOf(costs);
        passages = List.copyOf(passages);
        learnerChanges = List.copyOf(learnerChanges);
        triedSoFar = List.copyOf(triedSoFar);
    }

    /** As a scenario without particulars has it: every question may be asked, texts are what was written, nothing costs. */
    public Circumstances(
            Scenario scenario,
            Cause cause,
            List<Passage> passages,
            Trajectory trajectory,
            List<LearnerChange> learnerChanges,
            List<String> triedSoFar,
            long seed,
            Instant asOf) {
        this(
                scenario,
                cause,
                passages,
                trajectory,
                learnerChanges,
                triedSoFar,
                seed,
                asOf,
                List.of(),
                UnaryOperator.identity(),
                List.of());
    }

    /** Whether it is the occasion for something that the author wrote. */
    boolean isOccasion(Occasion occasion) {
        return occasion.isNow(cause, this::stands, Duration.between(scenario.pagedAt(), asOf));
    }

    private StateId stands(Cause fault) {
        return passages.reversed().stream()
                .filter(passage -> passage.fault().equals(fault.id()))
                .map(passage -> passage.state().id())
                .findFirst()
                .orElse(fault.initial().id());
    }

    /**
     * A state of a fault and when it was entered.
     *
     * @param fault the cause whose state it is; one cause may be several faults at once
     */
    public record Passage(CauseId fault, CauseState state, Instant enteredAt) {
        public Passage(CauseState state, Instant enteredAt) {
            this(new CauseId(""), state, enteredAt);
        }
    }

    /** When the fault of a passage left its state: at its next passage, or not yet. */
    Instant leftAt(int passage) {
        var fault = passages.get(passage).fault();
        return passages.subList(passage + 1, passages.size()).stream()
                .filter(each -> each.fault().equals(fault))
                .map(Passage::enteredAt)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** A change that was made since the page, as a change log would show it. */
    public record LearnerChange(Instant at, mayday.scenario.ChangeKind kind, String service, String what, String by) {
        /** One that the learner made. */
        public LearnerChange(Instant at, mayday.scenario.ChangeKind kind, String service, String what) {
            this(at, kind, service, what, "you");
        }
    }
}
