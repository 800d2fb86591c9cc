package mayday.incident;

import java.time.Instant;
import java.util.function.Predicate;

/** Plays an incident again with some of its actions left out: what would have happened without them. */
public final class Replay {
    private Replay() {}

    /**
     * The incident up to {@code until} with only those started and cancelled actions that {@code kept} admits. The same seed and cause;
     * what was seen, said and claimed stays as it was, since what people and conditions of the scenario do may depend on it. Nobody
     * closes anything.
     */
    public static Incident withActions(Incident incident, Predicate<ActionId> kept, Instant until) {
        var opened = incident.opened();
        var begun = Decider.open(
                incident.scenario(),
                opened.seed(),
                opened.cause(),
                opened.mode(),
                opened.wallClock(),
                opened.by(),
                opened.terms());
        var progress = new Progress(begun.after());
        for (var recorded : incident.history()) {
            if (concerns(recorded.event(), kept)) {
                Deadlines.pass(progress, recorded.at());
                if (!progress.incident().isOver()) {
                    progress.emit(recorded.at(), recorded.event());
                }
            }
        }
        Deadlines.pass(progress, until);
        return progress.incident();
    }

    static boolean concerns(Event event, Predicate<ActionId> kept) {
        return switch (event) {
            case Event.ActionStarted started -> kept.test(started.id());
            case Event.ActionCancelled cancelled -> kept.test(cancelled.id());
            case Event.QuestionAnswered _,
                    Event.HypothesisStated _,
                    Event.HypothesisRevised _,
                    Event.HypothesisJudged _,
                    Event.SeverityDeclared _,
                    Event.UpdatePosted _,
                    Event.Escalated _ -> true;
            case Event.IncidentOpened _,
                    Event.AlertFired _,
                    Event.Acknowledged _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
                    Event.QuestionAsked _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _,
                    Event.ActionCompleted _,
                    Event.ReplyReceived _,
                    Event.MessageReceived _,
                    Event.ApprovalRequested _,
                    Event.ApprovalGiven _,
                    Event.ApprovalRefused _,
                    Event.PersonWrote _,
                    Event.PersonReminded _,
                    Event.AnswerOverdue _,
                    Event.MessageAnswered _,
                    Event.ClaimsJudged _,
                    Event.AccessLost _,
                    Event.AccessRegained _,
                    Event.LookupFailed _,
                    Event.FallbackTaken _,
                    Event.Waited _,
                    Event.ImpactEnded _,
                    Event.ImpactReturned _,
                    Event.IncidentClosed _,
                    Event.TimeRanOut _ -> false;
        };
    }
}
