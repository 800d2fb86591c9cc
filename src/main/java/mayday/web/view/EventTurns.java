package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mayday.incident.Announcements;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.scenario.Scenario;
import mayday.scenario.TeamId;

/**
 * What happened, put into words as turns of a conversation, with all that is known of it by now.
 *
 * @param named whether it matters who made a move
 */
record EventTurns(Incident incident, boolean named, QuestionTurns questions, LetterTurns letters) {

    /** The turn of an event; empty for what is told with another one, or not at all. */
    Optional<Turn> of(Recorded recorded) {
        return switch (recorded.event()) {
            case Event.Move move -> move(recorded, move);
            case Event.Facilitated led -> facilitated(recorded, led);
            case Event.Secret _ -> Optional.empty();
            case Event.IncidentOpened _ -> Optional.empty();
            case Event.AlertFired fired -> note(recorded, "alert", alert(fired));
            case Event.QuestionAnswered _ -> Optional.empty();
            case Event.ActionCompleted completed -> note(recorded, "action-completed", completed.report());
            case Event.ReplyReceived reply ->
                message(recorded, "message", reply.from() + ", " + team(reply.team()), reply.text());
            case Event.MessageReceived message -> message(recorded, "message", message.from(), message.text());
            case Event.ApprovalGiven(var _, var team, var from, var text) ->
                message(recorded, "approval-given", from + ", " + team(team) + ", approves", text);
            case Event.ApprovalRefused(var _, var team, var from, var text) ->
                message(recorded, "approval-refused", from + ", " + team(team) + ", does not approve", text);
            case Event.PersonWrote wrote -> Optional.of(letters.turn(recorded, wrote, incident.people()));
            case Event.PersonReminded(var _, var from, var text) -> message(recorded, "message", from, text);
            case Event.AnswerOverdue(var message, var wanted) ->
                note(recorded, "overdue", letters.sender(message) + " had wanted to know until now " + wanted.words());
            case Event.AccessLost(var _, var _, var text) -> note(recorded, "access-lost", text);
            case Event.AccessRegained(var text) -> note(recorded, "access-regained", text);
            case Event.LookupFailed _ -> Optional.empty();
            case Event.CoachSpoke(var _, var _, var text) -> message(recorded, "coach", "Coach", text);
            case Event.TimeRanOut _ -> note(recorded, "end", "The time is up");
        };
    }

    private Optional<Turn> move(Recorded recorded, Event.Move move) {
        return switch (move) {
            case Event.Acknowledged(var by) ->
                note(
                        recorded,
                        "acknowledged",
                        who(by) + " acknowledged after " + Format.length(sincePage(recorded.at())));
            case Event.QuestionAsked asked ->
                Optional.of(questions.turn(recorded, asked, name(asked.by()), incident.isOver()));
            case Event.HypothesisStated stated ->
                note(
                        recorded,
                        "hypothesis",
                        who(stated.by()) + " wrote down " + stated.id() + ": "
                                + Phrases.hypothesis(stated.text(), stated.faultClass(), stated.target()));
            case Event.HypothesisRevised _ -> Optional.empty();
            case Event.HypothesisJudged judged -> note(recorded, "hypothesis", judgement(judged));
            case Event.EvidenceLinked _, Event.EvidencePinned _ -> Optional.empty();
            case Event.ActionStarted started ->
                note(recorded, "action-started", who(started.by()) + " started: " + Reports.title(started.action()));
            case Event.ActionCancelled cancelled ->
                note(recorded, "action-cancelled", who(cancelled.by()) + " cancelled: " + actionWords(cancelled));
            case Event.SeverityDeclared declared ->
                note(
                        recorded,
                        "severity",
                        who(declared.by()) + " declared " + declared.severity().name());
            case Event.UpdatePosted posted ->
                note(
                        recorded,
                        "update",
                        who(posted.by()) + " posted to " + Phrases.audience(posted.audience()) + ": " + posted.text());
            case Event.Escalated escalated -> note(recorded, "escalation", escalation(escalated));
            case Event.ApprovalRequested asked ->
                note(
                        recorded,
                        "approval",
                        who(asked.by()) + " asked " + team(asked.team()) + " to approve: "
                                + Reports.title(asked.action()));
            case Event.MessageAnswered answered -> note(recorded, "reply", answered(answered));
            case Event.FallbackTaken(var question, var _, var by) -> note(recorded, "by-hand", byHand(by, question));
            case Event.HintTaken hint -> Optional.of(Turn.Hint.of(recorded, hint, name(hint.by())));
            case Event.Waited waited ->
                note(recorded, "wait", who(waited.by()) + " let " + Format.length(waited.length()) + " pass");
            case Event.RoleHandedOver(var role, var by, var to) ->
                note(recorded, "hand-over", who(by) + " handed over to " + to.name() + ": " + role);
            case Event.IncidentClosed closed -> note(recorded, "end", who(closed.by()) + " closed the incident");
        };
    }

    private Optional<Turn> facilitated(Recorded recorded, Event.Facilitated led) {
        return switch (led) {
            case Event.TimeCalled called -> note(recorded, "end", Announcements.words(called));
            case Event.ClockPaused paused -> note(recorded, "clock-paused", Announcements.words(paused));
            case Event.ClockResumed resumed -> note(recorded, "clock-resumed", Announcements.words(resumed));
            case Event.TimeExtended extended -> note(recorded, "time-extended", Announcements.words(extended));
            case Event.AnsweredByHand(var _, var question, var _) ->
                note(recorded, "answered-by-hand", "The facilitator answered " + questions.quoted(question));
            case Event.HintSent(var _, var text, var points) ->
                message(recorded, "hint-sent", "Hint from the facilitator, " + Announcements.price(points), text);
        };
    }

    private Optional<Turn> note(Recorded recorded, String kind, String text) {
        var by = recorded.event() instanceof Event.Move move ? name(move.by()) : "";
        return Optional.of(new Turn.Note(recorded.sequence(), recorded.at(), kind, text, by));
    }

    private static Optional<Turn> message(Recorded recorded, String kind, String from, String text) {
        return Optional.of(new Turn.Message(recorded.sequence(), recorded.at(), kind, from, text));
    }

    private String alert(Event.AlertFired fired) {
        var page = fired.alert().equals(scenario().page().id());
        return (page ? "Paged: " : "Alert: ") + fired.text();
    }

    private String answered(Event.MessageAnswered answered) {
        return switch (answered.way()) {
            case REPLY ->
                who(answered.by()) + " answered " + letters.sender(answered.message()) + ": " + answered.text();
            case UPDATE -> "That answers " + letters.sender(answered.message());
        };
    }

    private String byHand(Participant by, QuestionId question) {
        var how = questions.how(question);
        var does = who(by) + (named ? " does it by hand" : " do it by hand");
        return how.isEmpty() ? does : does + ": " + how;
    }

    private String actionWords(Event.ActionCancelled cancelled) {
        return incident.actions().stream()
                .filter(action -> action.id().equals(cancelled.id()))
                .findFirst()
                .map(action -> Reports.title(action.action()))
                .orElse(cancelled.id().value());
    }

    private String judgement(Event.HypothesisJudged judged) {
        var because = judged.because().isEmpty()
                ? ""
                : " because of "
                        + String.join(
                                ", ",
                                judged.because().stream().map(Object::toString).toList());
        return switch (judged.verdict()) {
            case OPEN -> who(judged.by()) + " reopened " + judged.id();
            case RULED_OUT -> who(judged.by()) + " ruled out " + judged.id() + because;
            case CONFIRMED -> who(judged.by()) + " confirmed " + judged.id() + because;
        };
    }

    private String escalation(Event.Escalated escalated) {
        var team = team(escalated.team());
        var paged = who(escalated.by()) + " paged " + team;
        return escalated.text().isBlank() ? paged : paged + ": " + escalated.text();
    }

    /** Who made a move, as the subject of a sentence. */
    private String who(Participant by) {
        return named ? name(by) : "You";
    }

    /** Who made a move; empty where there is only one who plays. */
    private String name(Participant by) {
        return named ? by.name().isBlank() ? "Somebody" : by.name() : "";
    }

    private String team(TeamId id) {
        return scenario().system().team(id).title();
    }

    private Duration sincePage(Instant at) {
        return Duration.between(scenario().pagedAt(), at);
    }

    private Scenario scenario() {
        return incident.scenario();
    }
}
