package mayday.playthrough;

import mayday.incident.Event;

/** What is said in an event by somebody other than the learner. */
final class Spoken {
    private Spoken() {}

    /** Its words; empty if nobody says anything. */
    static String text(Event event) {
        return switch (event) {
            case Event.AlertFired(var _, var text) -> text;
            case Event.QuestionAnswered answered -> answered.text();
            case Event.ActionCompleted(var _, var report) -> report;
            case Event.ReplyReceived(var _, var from, var text) -> from + ": " + text;
            case Event.ApprovalGiven(var _, var _, var from, var text) -> from + ": " + text;
            case Event.ApprovalRefused(var _, var _, var from, var text) -> from + ": " + text;
            case Event.PersonWrote wrote -> wrote.from() + ": " + wrote.text();
            case Event.PersonReminded(var _, var from, var text) -> from + ": " + text;
            case Event.MessageReceived(var from, var text) -> from + ": " + text;
            case Event.AccessLost(var _, var _, var text) -> text;
            case Event.AccessRegained(var text) -> text;
            case Event.LookupFailed failure -> failure.how();
            case Event.HintTaken hint -> hint.text();
            case Event.CoachSpoke(var _, var _, var text) -> text;
            case Event.IncidentOpened _,
                    Event.Acknowledged _,
                    Event.QuestionAsked _,
                    Event.HypothesisStated _,
                    Event.HypothesisRevised _,
                    Event.HypothesisJudged _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _,
                    Event.ActionStarted _,
                    Event.ActionCancelled _,
                    Event.SeverityDeclared _,
                    Event.UpdatePosted _,
                    Event.Escalated _,
                    Event.ApprovalRequested _,
                    Event.AnswerOverdue _,
                    Event.MessageAnswered _,
                    Event.FallbackTaken _,
                    Event.Waited _,
                    Event.IncidentClosed _,
                    Event.TimeRanOut _,
                    Event.Facilitated _,
                    Event.RoleHandedOver _,
                    Event.Secret _ -> "";
        };
    }
}
