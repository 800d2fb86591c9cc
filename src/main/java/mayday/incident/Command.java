package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.EvidenceId;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TeamId;

/** A move that somebody wants to make in an open incident. */
public sealed interface Command {

    /** A move of whoever runs the incident for others: it is not theirs who play, and may be made while the clock is paused. */
    sealed interface Facilitating extends Command {
        Participant by();
    }

    /** Nothing but the passing of time: makes what fell due happen. */
    record Observe() implements Command {}

    record Acknowledge(Participant by) implements Command {}

    /** A question, with how it was understood. */
    record Ask(Participant by, String words, Understanding understoodAs) implements Command {}

    /**
     * A claim about the cause.
     *
     * @param target a service or region by name; may be empty
     * @param confidence 0 to 100
     */
    record StateHypothesis(Participant by, String text, FaultClass faultClass, String target, int confidence)
            implements Command {}

    /** A new confidence, 0 to 100. */
    record ReviseHypothesis(Participant by, HypothesisId hypothesis, int confidence) implements Command {}

    /** Rules out, confirms or reopens a hypothesis, because of evidence. */
    record JudgeHypothesis(Participant by, HypothesisId hypothesis, Verdict verdict, List<EvidenceId> because)
            implements Command {
        public JudgeHypothesis {
            because = List.copyOf(because);
        }
    }

    record LinkEvidence(Participant by, HypothesisId hypothesis, EvidenceId evidence, Stance stance)
            implements Command {}

    record PinEvidence(Participant by, EvidenceId evidence, boolean pinned) implements Command {}

    /**
     * Starts an action.
     *
     * @param expectation what the learner expects to see and by when; may be empty
     */
    record Act(Participant by, Action action, String expectation) implements Command {}

    /** Stops an action that has not finished. */
    record CancelAction(Participant by, ActionId action) implements Command {}

    record DeclareSeverity(Participant by, Severity severity) implements Command {}

    /**
     * Tells an audience how it stands.
     *
     * @param claims what it says, as chosen; more is recognised in its words
     */
    record PostUpdate(Participant by, Audience audience, String text, List<Claim> claims) implements Command {
        public PostUpdate {
            claims = List.copyOf(claims);
        }

        /** An update whose words alone say what it claims. */
        public PostUpdate(Participant by, Audience audience, String text) {
            this(by, audience, text, List.of());
        }
    }

    /** Answers somebody's message; {@code claims} as above. */
    record Reply(Participant by, MessageId message, String text, List<Claim> claims) implements Command {
        public Reply {
            claims = List.copyOf(claims);
        }
    }

    /** Takes the dearer way that was offered for a question whose tool is down. */
    record TakeFallback(Participant by, QuestionId question) implements Command {}

    record Escalate(Participant by, TeamId team, String text) implements Command {}

    /** Lets incident time pass; practice clock only. One second to {@link Limits#longestWait}. */
    record Wait(Participant by, Duration length) implements Command {}

    /**
     * Takes the next hint, worded by somebody who knows the candidate causes and the answers so far, and not the truth.
     *
     * @param matter what it is about: that of the last hint, if this is a later step
     * @param step which it is believed to be; refused if it is another by now
     */
    record TakeHint(Participant by, Matter matter, HintStep step, String text) implements Command {}

    /** Ends the incident with a statement of what happened. A coach may ask once whether it is really over. */
    record Close(Participant by, String statement) implements Command {}

    /** Stops the live clock: nothing happens in the incident until it is resumed. */
    record PauseClock(Participant by) implements Facilitating {}

    /**
     * Lets the live clock go on from where it stopped.
     *
     * @param wallClock real time from which it counts
     */
    record ResumeClock(Participant by, Instant wallClock) implements Facilitating {}

    /** Throws something in, now or at a time. */
    record Inject(Participant by, mayday.incident.Inject inject, mayday.incident.Inject.Arrival arrival)
            implements Facilitating {}

    /** Takes back an inject that has not arrived. */
    record WithdrawInject(Participant by, InjectId inject) implements Facilitating {}

    /** Answers a question that was not understood, once. */
    record AnswerByHand(Participant by, QuestionId question, String text) implements Facilitating {}

    /**
     * Gives a hint that was not asked for.
     *
     * @param points 0 to {@link Limits#MOST_HINT_POINTS}, off the score of what was asked
     */
    record SendHint(Participant by, String text, int points) implements Facilitating {}

    /**
     * Gives a role to somebody else.
     *
     * @param role its name, such as {@code incident commander}
     */
    record HandOver(Participant by, Participant to, String role) implements Command {}

    /** Gives more time on the live clock: whole minutes, altogether at most {@link Limits#LONGEST_EXTENSION}. */
    record ExtendTime(Participant by, Duration length) implements Facilitating {}

    /** Ends the incident as it is, as if time had run out. */
    record CallTime(Participant by) implements Facilitating {}
}
