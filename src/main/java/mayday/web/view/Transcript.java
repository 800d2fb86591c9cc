package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mayday.incident.Announcements;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.MessageId;
import mayday.incident.Participant;
import mayday.incident.People;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.StartedAction;
import mayday.scenario.Scenario;
import mayday.scenario.TeamId;
import mayday.scenario.Words;

/**
 * The conversation of an incident, from its events. What the learner does not know is left out here. One of these can be asked again as the
 * incident goes on: what was said stays as it is, and only what is new, or what something new is about, is put into words. For one thread.
 */
final class Transcript {
    private final Scenario scenario;

    /** As the incident was when it was last read: of the incident itself nothing is kept. */
    private People people;

    private List<StartedAction> actions;
    private boolean over;

    /** How many events were read, and how many of them a learner may know. */
    private int read = 0;

    private long number = 0;

    /** Who made moves. Where there is more than one, it matters who made a move. */
    private final Set<String> movers = new HashSet<>();

    private boolean named;

    private final QuestionTurns questions = new QuestionTurns();
    private final Map<MessageId, Event.PersonWrote> letters = new HashMap<>();
    private final Set<MessageId> overdue = new HashSet<>();
    private final List<Turn> turns = new ArrayList<>();
    private List<Turn> told = List.of();

    /** What a turn was made of that later events may say more about: by its place. */
    private final Map<QuestionId, Integer> placesOfQuestions = new HashMap<>();

    private final Map<MessageId, Integer> placesOfRequests = new HashMap<>();
    private final Map<Integer, Recorded> open = new HashMap<>();

    private Transcript(Incident incident) {
        this.scenario = incident.scenario();
        this.people = incident.people();
        this.actions = incident.actions();
        this.over = incident.isOver();
        this.named = incident.opened().by().isTeam();
    }

    /** That of an incident in which nothing is read yet. */
    static Transcript begun(Incident incident) {
        return new Transcript(incident);
    }

    static List<Turn> of(Incident incident) {
        return begun(incident).grown(incident).orElseThrow();
    }

    /** The conversation until now; nothing if it has to be begun anew, because all that was said is put otherwise from now on. */
    Optional<List<Turn>> grown(Incident now) {
        var news = now.history().subList(read, now.history().size());
        if (news.isEmpty()) {
            return Optional.of(told);
        }
        var isFirst = read == 0;
        var wasOver = over;
        people = now.people();
        actions = now.actions();
        over = now.isOver();
        var about = new HashSet<QuestionId>();
        news.forEach(recorded -> note(recorded.event(), about));
        var isTeams = named || movers.size() > 1;
        if (!isFirst && (isTeams != named || wasOver != over)) {
            return Optional.empty();
        }
        named = isTeams;
        read = now.history().size();
        about.stream()
                .flatMap(id -> Optional.ofNullable(placesOfQuestions.get(id)).stream())
                .forEach(this::again);
        List.copyOf(placesOfRequests.values()).forEach(this::again);
        for (var recorded : news) {
            if (recorded.event() instanceof Event.Public) {
                number++;
                tell(new Recorded(number, recorded.at(), recorded.event()));
            }
        }
        told = List.copyOf(turns);
        return Optional.of(told);
    }

    /** Puts a turn into words again, about which there is more to say. */
    private void again(int place) {
        var recorded = open.get(place);
        if (recorded == null) {
            return;
        }
        var end = turns.size();
        tell(recorded);
        var next = turns.remove(end);
        if (!next.equals(turns.get(place))) {
            turns.set(place, next);
        }
    }

    /** A message that wants an answer. */
    static Optional<Turn.Request> request(Incident incident, String id) {
        return of(incident).stream()
                .flatMap(turn -> turn instanceof Turn.Request request ? Stream.of(request) : Stream.of())
                .filter(request -> request.id().equals(id))
                .findFirst();
    }

    /** What later events say about earlier ones; {@code about} collects the questions of which they say more. */
    private void note(Event event, Set<QuestionId> about) {
        if (event instanceof Event.Move move) {
            movers.add(move.by().id());
        }
        questions.note(event).ifPresent(about::add);
        if (event instanceof Event.PersonWrote wrote) {
            letters.put(wrote.id(), wrote);
        } else if (event instanceof Event.AnswerOverdue(var message, var _)) {
            overdue.add(message);
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
            case Event.QuestionAsked asked -> {
                stays(placesOfQuestions, asked.id(), recorded);
                turns.add(questions.turn(recorded, asked, name(asked.by()), over));
            }
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
                note(recorded, "answered-by-hand", "The facilitator answered " + questions.quoted(question));
            case Event.HintSent(var _, var text, var points) ->
                message(recorded, "hint-sent", "Hint from the facilitator, " + Announcements.price(points), text);
            case Event.RoleHandedOver(var role, var by, var to) ->
                note(recorded, "hand-over", who(by) + " handed over to " + to.name() + ": " + role);
            case Event.Staged _ -> {}
        }
    }

    private String alert(Event.AlertFired fired) {
        var page = fired.alert().equals(scenario.page().id());
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
        stays(placesOfRequests, wrote.id(), recorded);
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

    /** Later events may say more about the turn that comes next. */
    private <I> void stays(Map<I, Integer> places, I id, Recorded recorded) {
        if (places.putIfAbsent(id, turns.size()) == null) {
            open.put(turns.size(), recorded);
        }
    }

    private String status(MessageId id) {
        var isOpen = people.message(id).filter(each -> each.isOpen()).isPresent();
        return isOpen ? overdue.contains(id) ? "overdue" : "open" : "answered";
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
        var how = questions.how(question);
        var does = who(by) + (named ? " does it by hand" : " do it by hand");
        return how.isEmpty() ? does : does + ": " + how;
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
        return scenario.system().team(id).title();
    }

    private Duration sincePage(Instant at) {
        return Duration.between(scenario.pagedAt(), at);
    }

    private String actionWords(Event.ActionCancelled cancelled) {
        return actions.stream()
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
}
