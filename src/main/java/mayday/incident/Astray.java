package mayday.incident;

import java.util.HashMap;
import java.util.Map;
import mayday.evidence.EvidenceId;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.scenario.Action;

/**
 * How often somebody went on along a hypothesis after their own record spoke against it. Refuted means: ruled out by the learner, or
 * linked to more evidence against it than for it, or given up, its confidence lowered to {@value #GIVEN_UP} or less. Whether it is true
 * is not asked.
 */
final class Astray {
    private static final int GIVEN_UP = 10;

    private final Hypothesis hypothesis;
    private final Map<EvidenceId, Stance> links = new HashMap<>();
    private boolean ruledOut = false;
    private boolean givenUp = false;
    private int confidence = 0;
    private int moves = 0;

    /** Whether an approval came just now: the action that starts with it is the move that asked for it. */
    private boolean approved = false;

    private Astray(Hypothesis hypothesis) {
        this.hypothesis = hypothesis;
    }

    /** Moves along {@code hypothesis} since it is refuted; 0 if it is not. */
    static int moves(Incident incident, Hypothesis hypothesis) {
        var astray = new Astray(hypothesis);
        incident.history().forEach(recorded -> astray.follow(recorded.event()));
        return astray.moves;
    }

    private void follow(Event event) {
        if (isRefuted() && isAlong(event)) {
            moves++;
        }
        approved = event instanceof Event.ApprovalGiven;
        if (event instanceof Event.EvidenceLinked linked && linked.hypothesis().equals(hypothesis.id())) {
            links.put(linked.evidence(), linked.stance());
        } else if (event instanceof Event.HypothesisJudged judged && judged.id().equals(hypothesis.id())) {
            ruledOut = judged.verdict() == Verdict.RULED_OUT;
        } else if (event instanceof Event.HypothesisRevised revised
                && revised.id().equals(hypothesis.id())) {
            givenUp = revised.confidence() <= GIVEN_UP && revised.confidence() <= confidence;
            confidence = revised.confidence();
        } else if (event instanceof Event.HypothesisStated stated && stated.id().equals(hypothesis.id())) {
            confidence = stated.confidence();
        }
        if (!isRefuted()) {
            moves = 0;
        }
    }

    private boolean isRefuted() {
        var against =
                links.values().stream().filter(each -> each == Stance.AGAINST).count();
        return ruledOut || givenUp || against > links.size() - against;
    }

    private boolean isAlong(Event event) {
        return switch (event) {
            case Event.QuestionAsked asked ->
                asked.understoodAs().outcome() == Outcome.ANSWERED
                        && asked.understoodAs().interpretations().stream().anyMatch(this::looksForIt);
            case Event.ActionStarted started -> !approved && treatsIt(started.action());
            case Event.ApprovalRequested asked -> treatsIt(asked.action());
            case Event.HypothesisRevised revised ->
                revised.id().equals(hypothesis.id()) && revised.confidence() > confidence;
            case Event.EvidenceLinked linked ->
                linked.hypothesis().equals(hypothesis.id()) && linked.stance() == Stance.FOR;
            case Event.IncidentOpened _,
                    Event.AlertFired _,
                    Event.Acknowledged _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
                    Event.EvidencePinned _,
                    Event.ActionCompleted _,
                    Event.ReplyReceived _,
                    Event.MessageReceived _,
                    Event.ApprovalGiven _,
                    Event.ApprovalRefused _,
                    Event.PersonWrote _,
                    Event.PersonReminded _,
                    Event.AnswerOverdue _,
                    Event.MessageAnswered _,
                    Event.ClaimsJudged _,
                    Event.AccessLost _,
                    Event.AccessRegained _,
                    Event.FallbackTaken _,
                    Event.Waited _,
                    Event.HintTaken _,
                    Event.CoachSpoke _,
                    Event.ImpactEnded _,
                    Event.ImpactReturned _,
                    Event.IncidentClosed _,
                    Event.Facilitated _,
                    Event.RoleHandedOver _,
                    Event.Staged _,
                    Event.TimeRanOut _,
                    Event.ActionCancelled _,
                    Event.QuestionAnswered _,
                    Event.LookupFailed _,
                    Event.HypothesisStated _,
                    Event.HypothesisJudged _,
                    Event.SeverityDeclared _,
                    Event.UpdatePosted _,
                    Event.Escalated _ -> false;
        };
    }

    private boolean looksForIt(Interpretation read) {
        return FaultClues.shownBy(hypothesis.faultClass()).contains(read.dimension())
                && (hypothesis.target().isEmpty()
                        || read.targets().isEmpty()
                        || read.targets().stream().anyMatch(this::isItsTarget));
    }

    private boolean isItsTarget(Target target) {
        return switch (target) {
            case Target.OfService(var service) -> is(service.value());
            case Target.OfNode(var service, var region) -> is(service.value()) || is(region.value());
            case Target.OfRegion(var region) -> is(region.value());
            case Target.OfHost(var service, var region, var _) -> is(service.value()) || is(region.value());
            case Target.OfTeam _ -> false;
        };
    }

    private boolean is(String name) {
        return hypothesis.target().equals(name);
    }

    private boolean treatsIt(Action action) {
        var target = action.target();
        return FaultClues.treatedBy(hypothesis.faultClass()).contains(action.kind())
                && (hypothesis.target().isEmpty() || target.isEmpty() || is(target));
    }
}
