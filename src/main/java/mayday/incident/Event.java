package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.evidence.Interpretation;
import mayday.evidence.Observation;
import mayday.scenario.Action;
import mayday.scenario.AgentId;
import mayday.scenario.AlertId;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.FaultClass;
import mayday.scenario.Person;
import mayday.scenario.PersonId;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import mayday.scenario.Severity;
import mayday.scenario.StateId;
import mayday.scenario.TeamId;
import mayday.scenario.Tool;

/**
 * Something that happened in an incident. Events record conclusions: replaying them needs no interpreter and no model. Each is either
 * {@link Public} or {@link Secret}: who writes a new one has to choose.
 */
public sealed interface Event {

    /** What learners may know while the incident is open, at least that it happened. */
    sealed interface Public extends Event {}

    /** Part of the truth that only the debrief tells: not even that it happened is known while the incident is open. */
    sealed interface Secret extends Event {}

    /** What somebody who plays did. */
    sealed interface Move extends Public {
        Participant by();
    }

    /** What a facilitator has up their sleeve, and what became of it: those who play know only what they notice of it. */
    sealed interface Staged extends Secret {
        InjectId id();
    }

    /** What a facilitator did in the open. */
    sealed interface Facilitated extends Public {
        Participant by();
    }

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
            Participant by,
            Terms terms,
            Beginning beginning)
            implements Public {

        /** Of another cause, in a world that nobody plays: no coach need speak there. */
        IncidentOpened of(CauseId another) {
            return new IncidentOpened(scenario, revision, seed, another, mode, wallClock, by, Terms.UNAIDED, beginning);
        }

        IncidentOpened forked(Beginning.Forked from, Participant forker, Instant at) {
            return new IncidentOpened(scenario, revision, seed, cause, ClockMode.PRACTICE, at, forker, terms, from);
        }
    }

    record AlertFired(AlertId alert, String text) implements Public {}

    record Acknowledged(Participant by) implements Move {}

    /**
     * A fault entered a state.
     *
     * @param cause the true cause, or a part of it; empty in journals of old: the true cause
     */
    record CauseAdvanced(CauseId cause, StateId to) implements Secret {}

    /** An agent of the scenario began to do something by itself. Never shown as it is: it may say so, or be found out. */
    record AgentStarted(AgentId agent, ActionId id, Action action, Instant completesAt) implements Secret {}

    /** What an agent did is done. Never shown as it is. */
    record AgentFinished(ActionId id) implements Secret {}

    /**
     * A question was asked.
     *
     * @param answerDue when the answer arrives
     */
    record QuestionAsked(QuestionId id, Participant by, String words, Understanding understoodAs, Instant answerDue)
            implements Move {}

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
            implements Move {}

    record HypothesisRevised(HypothesisId id, Participant by, int confidence) implements Move {}

    record HypothesisJudged(HypothesisId id, Participant by, Verdict verdict, List<EvidenceId> because)
            implements Move {
        public HypothesisJudged {
            because = List.copyOf(because);
        }
    }

    record EvidenceLinked(HypothesisId hypothesis, EvidenceId evidence, Stance stance, Participant by)
            implements Move {}

    record EvidencePinned(EvidenceId evidence, boolean pinned, Participant by) implements Move {}

    record ActionStarted(ActionId id, Participant by, Action action, Instant completesAt, String expectation)
            implements Move {}

    /** An action was carried out; {@code report} is what the learner is told about it, never whether it was right. */
    record ActionCompleted(ActionId id, String report) implements Public {}

    record ActionCancelled(ActionId id, Participant by) implements Move {}

    record SeverityDeclared(Severity severity, Participant by) implements Move {}

    record UpdatePosted(Audience audience, String text, Participant by) implements Move {}

    /**
     * A team was paged.
     *
     * @param replyDue when it will answer
     */
    record Escalated(TeamId team, String text, Instant replyDue, Participant by) implements Move {}

    /** A team answered an escalation. */
    record ReplyReceived(TeamId team, String from, String text) implements Public {}

    /**
     * Somebody was asked to consent to an action, which waits for the answer.
     *
     * @param answerDue when they will answer; never told
     */
    record ApprovalRequested(
            ApprovalId id, Participant by, Action action, String expectation, TeamId team, Instant answerDue)
            implements Move {}

    /** They consented; the action starts, if it still can. */
    record ApprovalGiven(ApprovalId id, TeamId team, String from, String text) implements Public {}

    /** They did not consent, and say what they miss. */
    record ApprovalRefused(ApprovalId id, TeamId team, String from, String text) implements Public {}

    /**
     * A person of the scenario wrote.
     *
     * @param letter which of the person's letters it is, from 0; never told
     * @param asks what they want to be told, and by when
     */
    record PersonWrote(
            MessageId id, PersonId person, int letter, String from, String text, List<ReceivedMessage.Asked> asks)
            implements Public {
        public PersonWrote {
            asks = List.copyOf(asks);
        }
    }

    /** A person wrote again, because a message was not answered. */
    record PersonReminded(MessageId message, String from, String text) implements Public {}

    /** What a message asked for was not answered by its time. */
    record AnswerOverdue(MessageId message, Person.Wanted wanted) implements Public {}

    /**
     * A message was answered.
     *
     * @param text the reply; empty where an update answered it
     * @param gives which of the wanted things the answer says
     */
    record MessageAnswered(MessageId message, Participant by, Way way, String text, List<Person.Wanted> gives)
            implements Move {
        public MessageAnswered {
            gives = List.copyOf(gives);
        }

        /** What the answer was. */
        public enum Way {
            REPLY,
            UPDATE
        }
    }

    /**
     * What an update or a reply claimed, compared with the truth of that moment. Never shown while the incident is open.
     *
     * @param statement sequence of the event that holds the words
     */
    record ClaimsJudged(long statement, List<JudgedClaim> claims) implements Secret {
        public ClaimsJudged {
            claims = List.copyOf(claims);
        }
    }

    /** The learner can no longer use some tools, or act on the system. */
    record AccessLost(boolean actions, List<Tool> tools, String text) implements Public {
        public AccessLost {
            tools = List.copyOf(tools);
        }
    }

    record AccessRegained(String text) implements Public {}

    /**
     * A question was not answered, wholly or in part: a tool is down, or what it takes to be answered does not hold.
     *
     * @param unanswered the readings without an answer
     * @param byHand those that a dearer way would answer
     * @param how the dearer way in words; empty if there is none
     */
    record LookupFailed(
            QuestionId question,
            List<Interpretation> unanswered,
            List<Interpretation> byHand,
            String how,
            Duration takes)
            implements Public {
        public LookupFailed {
            unanswered = List.copyOf(unanswered);
            byHand = List.copyOf(byHand);
        }

        public boolean offersAnotherWay() {
            return !byHand.isEmpty();
        }
    }

    /**
     * The dearer way was taken: the next event asks again.
     *
     * @param as the question as it is asked again
     */
    record FallbackTaken(QuestionId question, QuestionId as, Participant by) implements Move {}

    /** Somebody wrote into the incident's channel by themselves. */
    record MessageReceived(String from, String text) implements Public {}

    /** The learner let time pass, until this event's instant. */
    record Waited(Participant by, Duration length) implements Move {}

    /**
     * A hint was taken.
     *
     * @param matter what it is about; never told, since a step tells only its own part of it
     * @param cost incident time that it took
     * @param points what it takes off the score of the part that it helps
     */
    record HintTaken(Participant by, Matter matter, HintStep step, String text, Duration cost, int points)
            implements Move {}

    /**
     * The coach said something.
     *
     * @param about what it is about, such as a hypothesis' id; empty for the incident as a whole
     */
    record CoachSpoke(Prompt prompt, String about, String text) implements Public {}

    /**
     * Customer impact ended, measured on the SLI.
     *
     * @param since when the SLI came back; it has held since then for as long as the scenario asks
     */
    record ImpactEnded(Instant since) implements Secret {}

    /** Customer impact came back. */
    record ImpactReturned() implements Secret {}

    record IncidentClosed(String statement, Participant by) implements Move {}

    record TimeRanOut() implements Public {}

    /** Whoever runs the incident for others ended it before its time was up. */
    record TimeCalled(Participant by) implements Facilitated {}

    /** The live clock was stopped: incident time stands still at this event's instant. */
    record ClockPaused(Participant by) implements Facilitated {}

    /**
     * The live clock goes on from this event's instant, at which it had stopped.
     *
     * @param wallClock real time of going on; the clock counts from it
     */
    record ClockResumed(Participant by, Instant wallClock) implements Facilitated {}

    /** There is so much more time until it runs out. */
    record TimeExtended(Participant by, Duration length) implements Facilitated {}

    /** The facilitator answered a question that was not understood. */
    record AnsweredByHand(Participant by, QuestionId question, String text) implements Facilitated {}

    /**
     * The facilitator gave a hint that nobody had asked for.
     *
     * @param points what it takes off the score
     */
    record HintSent(Participant by, String text, int points) implements Facilitated {}

    /**
     * Somebody gave a role, such as command, to somebody else.
     *
     * @param role its name, such as {@code incident commander}
     */
    record RoleHandedOver(String role, Participant by, Participant to) implements Move {}

    /** Something will arrive at {@code due}, unless it is withdrawn. */
    record InjectScheduled(InjectId id, Participant by, Inject inject, Instant due) implements Staged {}

    record InjectWithdrawn(InjectId id, Participant by) implements Staged {}

    /** It arrived: what people notice of it follows in events of its own. */
    record InjectSent(InjectId id, Participant by, Inject inject) implements Staged {}
}
