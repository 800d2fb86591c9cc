package mayday.journal;

import java.util.List;
import mayday.incident.Event;
import mayday.incident.Recorded;

/**
 * The status of an incident as it is listed, folded from its events alone; the words are those of {@code
 * Incident.status()}.
 */
final class Status {
    static final String OPEN = "open";
    static final String MITIGATED = "mitigated";
    static final String CLOSED = "closed";
    static final String TIMED_OUT = "timed-out";

    private Status() {}

    static String after(String before, List<Recorded> events) {
        var status = before;
        for (var recorded : events) {
            status = after(status, recorded.event());
        }
        return status;
    }

    private static String after(String before, Event event) {
        return switch (event) {
            case Event.IncidentOpened _, Event.ImpactReturned _ -> OPEN;
            case Event.ImpactEnded _ -> MITIGATED;
            case Event.IncidentClosed _ -> CLOSED;
            case Event.TimeRanOut _ -> TIMED_OUT;
            case Event.AlertFired _,
                    Event.Acknowledged _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
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
                    Event.MessageReceived _,
                    Event.Waited _ -> before;
        };
    }
}
