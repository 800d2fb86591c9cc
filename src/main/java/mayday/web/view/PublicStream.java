package mayday.web.view;

import java.util.ArrayList;
import java.util.List;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;

/**
 * The events that a learner may know, numbered from 1 without gaps: in the journal's own numbers a gap would tell that something hidden
 * happened, and when.
 */
public final class PublicStream {
    private PublicStream() {}

    /** The public events of an incident under their public numbers. */
    public static List<Recorded> of(Incident incident) {
        var open = new ArrayList<Recorded>();
        for (var recorded : incident.history()) {
            if (!isSecret(recorded.event())) {
                open.add(new Recorded(open.size() + 1, recorded.at(), recorded.event()));
            }
        }
        return open;
    }

    /** How many public events there are: the incident's version, as far as learners are told. */
    public static long version(Incident incident) {
        return incident.history().stream()
                .filter(recorded -> !isSecret(recorded.event()))
                .count();
    }

    /** The journal's sequence of the public event {@code number}; of the last event where there are fewer, 0 for none. */
    public static long sequence(Incident incident, long number) {
        var left = number;
        for (var recorded : incident.history()) {
            if (left == 0) {
                return recorded.sequence() - 1;
            }
            if (!isSecret(recorded.event())) {
                left--;
            }
        }
        return incident.version();
    }

    /** Whether an event is part of the truth that only the debrief tells. */
    public static boolean isSecret(Event event) {
        return switch (event) {
            case Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
                    Event.ImpactEnded _,
                    Event.ImpactReturned _ -> true;
            case Event.IncidentOpened _,
                    Event.AlertFired _,
                    Event.Acknowledged _,
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
                    Event.Waited _,
                    Event.IncidentClosed _,
                    Event.TimeRanOut _ -> false;
        };
    }
}
