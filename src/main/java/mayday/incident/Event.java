package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.evidence.Observation;
import mayday.scenario.Action;
import mayday.scenario.AgentId;
import mayday.scenario.AlertId;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.FaultClass;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import mayday.scenario.Severity;
import mayday.scenario.StateId;
import mayday.scenario.TeamId;

/** Something that happened in an incident. Events record conclusions: replaying them needs no interpreter and no model. */
public sealed interface Event {

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
            implements Event {}

    record AlertFired(AlertId alert, String text) implements Event {}

    record Acknowledged(Participant by) implements Event {}

    /**
     * A fault entered a state. Never shown while the incident is open.
     *
     * @param cause the true cause, or a part of it; empty in journals of old: the true cause
     */
    record CauseAdvanced(CauseId cause, StateId to) implements Event {}

    /** An agent of the scenario began to do something by itself. Never shown as it is: it may say so, or be found out. */
    record AgentStarted(AgentId agent, ActionId id, Action action, Instant completesAt) implements Event {}

    /** What an agent did is done. Never shown as it is. */
    record AgentFinished(ActionId id) implements Event {}

    /**
     * A question was asked.
     *
     * @param answerDue when the answer arrives
     */
    record QuestionAsked(QuestionId id, Participant by, String words, Understanding understoodAs, Instant answerDue)
            implements Event {}

    /** The answer to a question arrived: for all its interpretations, or the reply when there is nothing to answer. */
    record QuestionAnswered(QuestionId id, String text, List<Evidence> evidence, List<Observation> observations)
            implements Event {
        public QuestionAnswered {
            evidence = List.copyOf(evidence);
            observations = List.copyOf(observations);
        }
    }

    record HypothesisStated(
            HypothesisId id, Participant by, String text, FaultClass faultClass, String target, int confidence)
            implements Event {}

    record HypothesisRevised(HypothesisId id, Participant by, int confidence) implements Event {}

    record HypothesisJudged(HypothesisId id, Participant by, Verdict verdict, List<EvidenceId> because)
            implements Event {
        public HypothesisJudged {
            because = List.copyOf(because);
        }
    }

    record EvidenceLinked(HypothesisId hypothesis, EvidenceId evidence, Stance stance, Participant by)
            implements Event {}

    record EvidencePinned(EvidenceId evidence, boolean pinned, Participant by) implements Event {}

    record ActionStarted(ActionId id, Participant by, Action action, Instant completesAt, String expectation)
            implements Event {}

    /** An action was carried out; {@code report} is what the learner is told about it, never whether it was right. */
    record ActionCompleted(ActionId id, String report) implements Event {}

    record ActionCancelled(ActionId id, Participant by) implements Event {}

    record SeverityDeclared(Severity severity, Participant by) implements Event {}

    record UpdatePosted(Audience audience, String text, Participant by) implements Event {}

    /**
     * A team was paged.
     *
     * @param replyDue when it will answer
     */
    record Escalated(TeamId team, String text, Instant replyDue, Participant by) implements Event {}

    /** A team answered an escalation. */
    record ReplyReceived(TeamId team, String from, String text) implements Event {}

    /** Somebody wrote into the incident's channel by themselves. */
    record MessageReceived(String from, String text) implements Event {}

    /** The learner let time pass, until this event's instant. */
    record Waited(Participant by, Duration length) implements Event {}

    /**
     * Customer impact ended, measured on the SLI.
     *
     * @param since when the SLI came back; it has held since then for as long as the scenario asks
     */
    record ImpactEnded(Instant since) implements Event {}

    /** Customer impact came back. */
    record ImpactReturned() implements Event {}

    record IncidentClosed(String statement, Participant by) implements Event {}

    record TimeRanOut() implements Event {}
}
