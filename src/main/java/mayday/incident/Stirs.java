package mayday.incident;

/** Which events show that somebody is at work: moves, and the arrival of what was waited for. */
final class Stirs {
    private Stirs() {}

    static boolean isStir(Event event) {
        return switch (event) {
            case Event.Acknowledged _,
                    Event.QuestionAsked _,
                    Event.QuestionAnswered _,
                    Event.HypothesisStated _,
                    Event.HypothesisRevised _,
                    Event.HypothesisJudged _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _,
                    Event.ActionStarted _,
                    Event.ActionCompleted _,
                    Event.ActionCancelled _,
                    Event.SeverityDeclared _,
                    Event.UpdatePosted _,
                    Event.Escalated _,
                    Event.ReplyReceived _,
                    Event.ApprovalRequested _,
                    Event.ApprovalGiven _,
                    Event.ApprovalRefused _,
                    Event.MessageAnswered _,
                    Event.LookupFailed _,
                    Event.FallbackTaken _,
                    Event.HintTaken _,
                    Event.RoleHandedOver _,
                    Event.IncidentClosed _ -> true;
            case Event.IncidentOpened _,
                    Event.AlertFired _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
                    Event.MessageReceived _,
                    Event.PersonWrote _,
                    Event.PersonReminded _,
                    Event.AnswerOverdue _,
                    Event.ClaimsJudged _,
                    Event.AccessLost _,
                    Event.AccessRegained _,
                    Event.Waited _,
                    Event.CoachSpoke _,
                    Event.ImpactEnded _,
                    Event.ImpactReturned _,
                    Event.Facilitated _,
                    Event.Staged _,
                    Event.TimeRanOut _ -> false;
        };
    }

    /** Whether an event says how sure somebody is of a hypothesis. */
    static boolean concerns(Event event, HypothesisId hypothesis) {
        return (event instanceof Event.HypothesisStated stated && stated.id().equals(hypothesis))
                || (event instanceof Event.HypothesisRevised revised
                        && revised.id().equals(hypothesis))
                || (event instanceof Event.HypothesisJudged judged
                        && judged.id().equals(hypothesis));
    }
}
