package mayday.incident;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mayday.evidence.Observation;

/** Which events of an incident are moves that are made again when it is played another time. */
final class Replay {
    private Replay() {}

    /** Makes a move of the past again, at its own instant, if it is one that the system or its people take notice of. */
    static void again(Progress progress, Recorded recorded, Predicate<ActionId> kept) {
        if (concerns(recorded.event(), kept)) {
            Deadlines.pass(progress, recorded.at());
            if (progress.incident().isOver()) {
                return;
            }
            if (recorded.event() instanceof Event.InjectSent sent) {
                Injecting.arrive(progress, sent, recorded.at());
            } else {
                progress.emit(recorded.at(), unanswered(recorded.event()));
            }
        }
    }

    /** The moves of an incident with their times, without the words of their answers. */
    static List<Object> moves(Incident incident) {
        return incident.history().stream()
                .filter(recorded -> isMove(recorded.event()))
                .map(Replay::withoutAnswer)
                .toList();
    }

    /** Whether the system or its people take notice of an event when it is made again. */
    static boolean isMove(Event event) {
        return concerns(event, _ -> true);
    }

    /** A move with its time, and of its answer only what conditions take notice of: which services it showed, and what it left open. */
    static Object withoutAnswer(Recorded recorded) {
        if (recorded.event() instanceof Event.QuestionAnswered answered) {
            var shown =
                    answered.observations().stream().map(Observation::service).collect(Collectors.toSet());
            return List.of(recorded.at(), answered.id(), shown);
        }
        if (recorded.event() instanceof Event.LookupFailed failed) {
            return List.of(recorded.at(), failed.question(), failed.unanswered());
        }
        return List.of(recorded.at(), recorded.event());
    }

    /** A question is answered by the event that answered it, not by the world in which it is asked again. */
    private static Event unanswered(Event event) {
        return event instanceof Event.QuestionAsked asked
                ? new Event.QuestionAsked(asked.id(), asked.by(), asked.words(), asked.understoodAs(), Instant.MAX)
                : event;
    }

    private static boolean concerns(Event event, Predicate<ActionId> kept) {
        return switch (event) {
            case Event.ActionStarted started -> kept.test(started.id());
            case Event.ActionCancelled cancelled -> kept.test(cancelled.id());
            case Event.QuestionAsked _,
                    Event.QuestionAnswered _,
                    Event.LookupFailed _,
                    Event.HypothesisStated _,
                    Event.HypothesisRevised _,
                    Event.HypothesisJudged _,
                    Event.SeverityDeclared _,
                    Event.UpdatePosted _,
                    Event.Escalated _,
                    Event.InjectSent _,
                    Event.TimeExtended _ -> true;
            case Event.IncidentOpened _,
                    Event.AlertFired _,
                    Event.Acknowledged _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
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
                    Event.FallbackTaken _,
                    Event.Waited _,
                    Event.HintTaken _,
                    Event.CoachSpoke _,
                    Event.ImpactEnded _,
                    Event.ImpactReturned _,
                    Event.IncidentClosed _,
                    Event.TimeRanOut _,
                    Event.AnsweredByHand _,
                    Event.HintSent _,
                    Event.RoleHandedOver _,
                    Event.InjectScheduled _,
                    Event.InjectWithdrawn _,
                    Event.TimeCalled _,
                    Event.ClockPaused _,
                    Event.ClockResumed _ -> false;
        };
    }
}
