package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Announcements;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.MessageId;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.Understanding;
import mayday.scenario.TeamId;
import mayday.scenario.Words;

/** The conversation of an incident, from its events. What the learner does not know is left out here. */
final class Transcript {
    private final Incident incident;
    /** Whether it matters who made a move. */
    private final boolean named;

    private final Map<QuestionId, Event.AnsweredByHand> answersByHand = new HashMap<>();
    private final Map<QuestionId, Event.QuestionAnswered> answers = new HashMap<>();
    private final Map<QuestionId, Event.LookupFailed> fallbacks = new HashMap<>();
    private final Set<QuestionId> taken = new HashSet<>();
    private final Map<MessageId, Event.PersonWrote> letters = new HashMap<>();
    private final Map<QuestionId, String> questions = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();

    private Transcript(Incident incident) {
        this.incident = incident;
        this.named = incident.isPlayedByTeam();
    }

    static List<Turn> of(Incident incident) {
        var transcript = new Transcript(incident);
        incident.history().forEach(recorded -> transcript.note(recorded.event()));
        PublicStream.of(incident).forEach(transcript::tell);
        return List.copyOf(transcript.turns);
    }

    /** What later events say about earlier ones. */
    private void note(Event event) {
        if (event instanceof Event.QuestionAsked asked) {
            questions.put(asked.id(), asked.words());
        } else if (event instanceof Event.QuestionAnswered answered) {
            answers.put(answered.id(), answered);
        } else if (event instanceof Event.LookupFailed offered && offered.offersAnotherWay()) {
            fallbacks.put(offered.question(), offered);
        } else if (event instanceof Event.FallbackTaken done) {
            taken.add(done.question());
        } else if (event instanceof Event.PersonWrote wrote) {
            letters.put(wrote.id(), wrote);
        } else if (event instanceof Event.AnsweredByHand answered) {
            answersByHand.put(answered.question(), answered);
        }
    }

    private void tell(Recorded recorded) {
        switch (recorded.event()) {
            case Event.IncidentOpened _ -> {}
            case Event.AlertFired fired -> note(recorded, "alert", alert(fired));
            case Event.Acknowledged(var by) ->
                note(
                        recorded,
                        "acknowledged",
                        who(by) + " acknowledged after " + Format.length(sincePage(recorded.at())));
            case Event.CauseAdvanced _, Event.AgentStarted _, Event.AgentFinished _ -> {}
            case Event.QuestionAsked asked -> turns.add(question(recorded, asked));
            case Event.QuestionAnswered _ -> {}
            case Event.HypothesisStated stated ->
                note(
                        recorded,
                        "hypothesis",
                        who(stated.by()) + " wrote down " + stated.id() + ": "
                                + Phrases.hypothesis(stated.text(), stated.faultClass(), stated.target()));
            case Event.HypothesisRevised _ -> {}
            case Event.HypothesisJudged judged -> note(recorded, "hypothesis", judgement(judged));
            case Event.EvidenceLinked _ -> {}
            case Event.EvidencePinned _ -> {}
            case Event.ActionStarted started ->
                note(recorded, "action-started", who(started.by()) + " started: " + Reports.title(started.action()));
            case Event.ActionCompleted completed -> note(recorded, "action-completed", completed.report());
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
            case Event.ReplyReceived reply ->
                message(recorded, "message", reply.from() + ", " + team(reply.team()), reply.text());
            case Event.MessageReceived message -> message(recorded, "message", message.from(), message.text());
            case Event.ApprovalRequested asked ->
                note(
                        recorded,
                        "approval",
                        who(asked.by()) + " asked " + team(asked.team()) + " to approve: "
                                + Reports.title(asked.action()));
            case Event.ApprovalGiven(var _, var team, var from, var text) ->
                message(recorded, "approval-given", from + ", " + team(team) + ", approves", text);
            case Event.ApprovalRefused(var _, var team, var from, var text) ->
                message(recorded, "approval-refused", from + ", " + team(team) + ", does not approve", text);
            case Event.PersonWrote wrote -> wrote(recorded, wrote);
            case Event.PersonReminded(var _, var from, var text) -> message(recorded, "message", from, text);
            case Event.AnswerOverdue(var message, var wanted) ->
                note(recorded, "overdue", sender(message) + " had wanted to know until now " + wanted.words());
            case Event.MessageAnswered answered -> note(recorded, "reply", answered(answered));
            case Event.ClaimsJudged _ -> {}
            case Event.AccessLost(var _, var _, var text) -> note(recorded, "access-lost", text);
            case Event.AccessRegained(var text) -> note(recorded, "access-regained", text);
            case Event.LookupFailed _ -> {}
            case Event.FallbackTaken(var question, var _, var by) -> note(recorded, "by-hand", byHand(by, question));
            case Event.HintTaken hint -> turns.add(Turn.Hint.of(recorded, hint, name(hint.by())));
            case Event.CoachSpoke(var _, var _, var text) -> message(recorded, "coach", "Coach", text);
            case Event.Waited waited ->
                note(recorded, "wait", who(waited.by()) + " let " + Format.length(waited.length()) + " pass");
            case Event.ImpactEnded _ -> {}
            case Event.ImpactReturned _ -> {}
            case Event.IncidentClosed closed -> note(recorded, "end", who(closed.by()) + " closed the incident");
            case Event.TimeRanOut _ -> note(recorded, "end", "The time is up");
            case Event.TimeCalled called -> note(recorded, "end", Announcements.words(called));
            case Event.ClockPaused paused -> note(recorded, "clock-paused", Announcements.words(paused));
            case Event.ClockResumed resumed -> note(recorded, "clock-resumed", Announcements.words(resumed));
            case Event.TimeExtended extended -> note(recorded, "time-extended", Announcements.words(extended));
            case Event.AnsweredByHand(var _, var question, var _) ->
                note(recorded, "answered-by-hand", "The facilitator answered " + quoted(question));
            case Event.HintSent(var _, var text, var points) ->
                message(recorded, "hint-sent", "Hint from the facilitator, " + Announcements.price(points), text);
            case Event.RoleHandedOver(var role, var by, var to) ->
                note(recorded, "hand-over", who(by) + " handed over to " + to.name() + ": " + role);
            case Event.Staged _ -> {}
        }
    }

    private String alert(Event.AlertFired fired) {
        var page = fired.alert().equals(incident.scenario().page().id());
        return (page ? "Paged: " : "Alert: ") + fired.text();
    }

    private void note(Recorded recorded, String kind, String text) {
        var by = recorded.event() instanceof Event.Move move ? name(move.by()) : "";
        turns.add(new Turn.Note(recorded.sequence(), recorded.at(), kind, text, by));
    }

    private void message(Recorded recorded, String kind, String from, String text) {
        turns.add(new Turn.Message(recorded.sequence(), recorded.at(), kind, from, text));
    }

    private void wrote(Recorded recorded, Event.PersonWrote wrote) {
        if (wrote.asks().isEmpty()) {
            message(recorded, "message", wrote.from(), wrote.text());
            return;
        }
        var asks = wrote.asks().stream()
                .map(each -> new Turn.Wanted(
                        Words.kebab(each.wanted()), each.wanted().words(), each.due()))
                .toList();
        turns.add(new Turn.Request(
                recorded.sequence(),
                recorded.at(),
                "request",
                wrote.id().value(),
                wrote.from(),
                wrote.text(),
                asks,
                status(wrote.id())));
    }

    private String status(MessageId id) {
        var overdue = incident.history().stream()
                .anyMatch(
                        each -> each.event() instanceof Event.AnswerOverdue(var message, var _) && message.equals(id));
        var open = incident.people().message(id).filter(each -> each.isOpen()).isPresent();
        return open ? overdue ? "overdue" : "open" : "answered";
    }

    private String sender(MessageId id) {
        var letter = letters.get(id);
        return letter == null ? id.value() : letter.from();
    }

    private String answered(Event.MessageAnswered answered) {
        return switch (answered.way()) {
            case REPLY -> who(answered.by()) + " answered " + sender(answered.message()) + ": " + answered.text();
            case UPDATE -> "That answers " + sender(answered.message());
        };
    }

    private String byHand(Participant by, QuestionId question) {
        var offered = fallbacks.get(question);
        var does = who(by) + (named ? " does it by hand" : " do it by hand");
        return offered == null ? does : does + ": " + offered.how();
    }

    /** Who made a move, as the subject of a sentence. */
    private String who(Participant by) {
        return named ? name(by) : "You";
    }

    /** Who made a move; empty where there is only one who plays. */
    private String name(Participant by) {
        return named ? by.name().isBlank() ? "Somebody" : by.name() : "";
    }

    private String quoted(QuestionId id) {
        return questions.containsKey(id) ? "“" + questions.get(id) + "”" : id.value();
    }

    private String team(TeamId id) {
        return incident.scenario().system().team(id).title();
    }

    private Duration sincePage(Instant at) {
        return Duration.between(incident.scenario().pagedAt(), at);
    }

    private String actionWords(Event.ActionCancelled cancelled) {
        return incident.action(cancelled.id())
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

    private Turn question(Recorded recorded, Event.QuestionAsked asked) {
        var answered = answers.get(asked.id());
        var understood = asked.understoodAs();
        return new Turn.Question(
                recorded.sequence(),
                recorded.at(),
                "question",
                asked.id().value(),
                asked.words(),
                Words.kebab(understood.outcome()),
                UnderstoodAs.words(understood, recorded.at()),
                readings(understood),
                answered == null ? "" : answered.text(),
                answered == null,
                answered == null ? List.of() : shown(answered.evidence()),
                suggestions(understood),
                Turn.Offer.of(understood.offer()),
                Duration.between(recorded.at(), asked.answerDue()).toSeconds(),
                fallback(asked.id()),
                name(asked.by()),
                answeredByHand(asked.id()));
    }

    private String answeredByHand(QuestionId id) {
        var answered = answersByHand.get(id);
        return answered == null ? "" : answered.text();
    }

    private Turn.Fallback fallback(QuestionId id) {
        var offered = fallbacks.get(id);
        return offered == null
                ? Turn.Fallback.NONE
                : new Turn.Fallback(
                        offered.how(), offered.takes().toSeconds(), !taken.contains(id) && !incident.isOver());
    }

    static List<Turn.Reading> readings(Understanding understood) {
        return understood.interpretations().stream().map(Transcript::reading).toList();
    }

    private static Turn.Reading reading(Interpretation read) {
        return new Turn.Reading(
                read.dimension().id(),
                read.targets().stream().map(Target::words).toList(),
                window(read.window()),
                read.confidence());
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.Usual() -> "usual";
            case Window.Last(var length) -> "last " + length;
            case Window.Since(var from) -> "since " + from;
            case Window.Between(var from, var until) -> from + " to " + until;
        };
    }

    static List<Turn.Suggestion> suggestions(Understanding understood) {
        return understood.suggestions().stream()
                .map(each -> new Turn.Suggestion(each.label(), each.say()))
                .toList();
    }

    private static List<Turn.Shown> shown(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> new Turn.Shown(
                        each.id().value(), each.title(), each.body().kind()))
                .toList();
    }
}
