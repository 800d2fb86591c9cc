package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forks an incident that has ended: another one with the same past up to a point, played on from there on the practice clock. Pure.
 */
public final class Forks {
    private Forks() {}

    /**
     * The stream of a fork of {@code parent}; empty if it has no such point: no move that somebody made by itself, or an instant before
     * the page or not before the end.
     */
    public static Optional<List<Recorded>> of(
            Incident parent, IncidentId id, ForkPoint point, Participant by, Instant wallClock) {
        return switch (point) {
            case ForkPoint.BeforeMove(var move) ->
                isMove(parent.history(), move)
                        ? Optional.of(stream(parent, id, move, by, wallClock))
                        : Optional.empty();
            case ForkPoint.At(var at) ->
                at.isBefore(parent.scenario().pagedAt()) || !at.isBefore(parent.now())
                        ? Optional.empty()
                        : Optional.of(at(parent, id, at, by, wallClock));
        };
    }

    private static List<Recorded> at(Incident parent, IncidentId id, Instant at, Participant by, Instant wallClock) {
        var past = parent.history().stream()
                .filter(recorded -> !recorded.at().isAfter(at))
                .count();
        var stream = stream(parent, id, past + 1, by, wallClock);
        var last = stream.getLast().at();
        if (last.isBefore(at)) {
            stream.add(new Recorded(past + 1, at, new Event.Waited(by, Duration.between(last, at))));
        }
        return stream;
    }

    private static List<Recorded> stream(
            Incident parent, IncidentId id, long before, Participant by, Instant wallClock) {
        var stream = new ArrayList<>(parent.history().subList(0, (int) before - 1));
        var first = stream.getFirst();
        stream.set(
                0,
                new Recorded(
                        first.sequence(),
                        first.at(),
                        parent.opened().forked(new Beginning.Forked(id, before), by, wallClock)));
        return stream;
    }

    /** Whether somebody made a move there, by itself: not within what an earlier event brought about. */
    public static boolean isMove(List<Recorded> history, long sequence) {
        if (sequence < 2 || sequence > history.size()) {
            return false;
        }
        var before = history.get((int) sequence - 2).event();
        var within = before instanceof Event.ApprovalGiven || before instanceof Event.FallbackTaken;
        return !within
                && switch (history.get((int) sequence - 1).event()) {
                    case Event.Acknowledged _,
                            Event.QuestionAsked _,
                            Event.HypothesisStated _,
                            Event.HypothesisRevised _,
                            Event.HypothesisJudged _,
                            Event.EvidenceLinked _,
                            Event.EvidencePinned _,
                            Event.ActionStarted _,
                            Event.ActionCancelled _,
                            Event.ApprovalRequested _,
                            Event.SeverityDeclared _,
                            Event.UpdatePosted _,
                            Event.Escalated _,
                            Event.FallbackTaken _,
                            Event.Waited _,
                            Event.HintTaken _,
                            Event.RoleHandedOver _,
                            Event.IncidentClosed _ -> true;
                    case Event.MessageAnswered answered -> answered.way() == Event.MessageAnswered.Way.REPLY;
                    case Event.IncidentOpened _,
                            Event.AlertFired _,
                            Event.CauseAdvanced _,
                            Event.AgentStarted _,
                            Event.AgentFinished _,
                            Event.ActionCompleted _,
                            Event.ReplyReceived _,
                            Event.MessageReceived _,
                            Event.ApprovalGiven _,
                            Event.ApprovalRefused _,
                            Event.PersonWrote _,
                            Event.PersonReminded _,
                            Event.AnswerOverdue _,
                            Event.ClaimsJudged _,
                            Event.AccessLost _,
                            Event.AccessRegained _,
                            Event.CoachSpoke _,
                            Event.ImpactEnded _,
                            Event.ImpactReturned _,
                            Event.TimeRanOut _,
                            Event.Facilitated _,
                            Event.Staged _,
                            Event.QuestionAnswered _,
                            Event.LookupFailed _ -> false;
                };
    }
}
