package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.evidence.Observation;
import mayday.scenario.Action;
import mayday.scenario.AlertId;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.FaultClass;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import mayday.scenario.Severity;
import mayday.scenario.StateId;
import mayday.scenario.TeamId;

/**
 * Something that happened in an incident. Events record conclusions: replaying them needs no interpreter and no model. Each is either
 * {@link Public} or {@link Secret}: who writes a new one has to choose.
 */
public sealed interface Event {

    /** What learners may know while the incident is open, at least that it happened. */
    sealed interface Public extends Event {}

    /** Part of the truth that only the debrief tells: not even that it happened is known while the incident is open. */
    sealed interface Secret extends Event {}

    /**
     * The incident began, with everything that was drawn for it.
     *
     * @param wallClock real time of the opening; a live clock counts from it
     */
    record IncidentOpened(
            ScenarioId scenario,
            Revision revision,
            long seed,
            CauseId cause,
            ClockMode mode,
            Instant wallClock,
            Participant by)
            implements Public {}

    record AlertFired(AlertId alert, String text) implements Public {}

    record Acknowledged(Participant by) implements Public {}

    /** The true cause entered a state. */
    record CauseAdvanced(StateId to) implements Secret {}

    /**
     * A question was asked.
     *
     * @param answerDue when the answer arrives
     */
    record QuestionAsked(QuestionId id, Participant by, String words, Understanding understoodAs, Instant answerDue)
            implements Public {}

    /** The answer to a question arrived: for all its interpretations, or the reply when there is nothing to answer. */
    record QuestionAnswered(QuestionId id, String text, List<Evidence> evidence, List<Observation> observations)
            implements Public {
        public QuestionAnswered {
            evidence = List.copyOf(evidence);
            observations = List.copyOf(observations);
        }
    }

    record HypothesisStated(
            HypothesisId id, Participant by, String text, FaultClass faultClass, String target, int confidence)
            implements Public {}

    record HypothesisRevised(HypothesisId id, Participant by, int confidence) implements Public {}

    record HypothesisJudged(HypothesisId id, Participant by, Verdict verdict, List<EvidenceId> because)
            implements Public {
        public HypothesisJudged {
            because = List.copyOf(because);
        }
    }

    record EvidenceLinked(HypothesisId hypothesis, EvidenceId evidence, Stance stance, Participant by)
            implements Public {}

    record EvidencePinned(EvidenceId evidence, boolean pinned, Participant by) implements Public {}

    record ActionStarted(ActionId id, Participant by, Action action, Instant completesAt, String expectation)
            implements Public {}

    /** An action was carried out; {@code report} is what the learner is told about it, never whether it was right. */
    record ActionCompleted(ActionId id, String report) implements Public {}

    record ActionCancelled(ActionId id, Participant by) implements Public {}

    record SeverityDeclared(Severity severity, Participant by) implements Public {}

    record UpdatePosted(Audience audience, String text, Participant by) implements Public {}

    /**
     * A team was paged.
     *
     * @param replyDue when it will answer
     */
    record Escalated(TeamId team, String text, Instant replyDue, Participant by) implements Public {}

    /** A team answered an escalation. */
    record ReplyReceived(TeamId team, String from, String text) implements Public {}

    /** Somebody wrote into the incident's channel by themselves. */
    record MessageReceived(String from, String text) implements Public {}

    /** The learner let time pass, until this event's instant. */
    record Waited(Participant by, Duration length) implements Public {}

    /**
     * Customer impact ended, measured on the SLI.
     *
     * @param since when the SLI came back; it has held since then for as long as the scenario asks
     */
    record ImpactEnded(Instant since) implements Secret {}

    /** Customer impact came back. */
    record ImpactReturned() implements Secret {}

    record IncidentClosed(String statement, Participant by) implements Public {}

    record TimeRanOut() implements Public {}
}
