package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.evidence.Evidence;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeam;
import mayday.exercise.Seat;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Outcome;
import mayday.scenario.Cause;
import mayday.scenario.Dimension;
import mayday.scenario.Words;

/**
 * What a team did in a drill that is over, as its debrief needs it.
 *
 * @param began from when on its curve is drawn
 * @param asked when it asked about each thing first
 */
public record TeamRecord(
        DrillTeam team,
        String incident,
        String status,
        Cause cause,
        Instant paged,
        Instant began,
        Instant ended,
        Evidence.Line sli,
        List<Made> moves,
        Map<Dimension, Instant> asked,
        List<Part> people,
        int interruptions) {
    private static final int MOST_POINTS = 300;

    public TeamRecord {
        moves = List.copyOf(moves);
        asked = Map.copyOf(asked);
        people = List.copyOf(people);
    }

    /**
     * A move, or the end of customer impact.
     *
     * @param kind {@code question}, {@code action}, {@code hypothesis}, {@code communication} or {@code outcome}
     * @param sign for the chart; empty if it is not on it
     */
    public record Made(Instant at, String kind, String by, String text, String sign) {}

    /** What somebody contributed, in numbers that are no score. */
    public record Part(
            String person, String name, String role, int questions, int actions, int updates, int hypotheses) {}

    /** Of an incident whose room guards it. */
    public static TeamRecord of(Drill drill, DrillTeam team, IncidentId id, Incident incident) {
        var began = TrueSli.before(incident);
        return new TeamRecord(
                team,
                id.value(),
                Words.kebab(incident.status()),
                incident.cause(),
                incident.scenario().pagedAt(),
                began,
                incident.now(),
                TrueSli.line(incident, began, incident.now(), MOST_POINTS),
                moves(incident),
                asked(incident),
                people(drill, team, incident),
                interruptions(incident));
    }

    private static List<Made> moves(Incident incident) {
        var moves = new ArrayList<Made>();
        var questions = 0;
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.Move move
                    && !MoveWords.of(move).isEmpty()) {
                questions += move instanceof Event.QuestionAsked ? 1 : 0;
                moves.add(new Made(
                        recorded.at(), kind(move), move.by().name(), MoveWords.of(move), sign(move, questions)));
            } else if (recorded.event() instanceof Event.ImpactEnded(var since)) {
                moves.add(new Made(since, "outcome", "", "customers are no longer hurt", "M"));
            }
        }
        return moves;
    }

    private static String kind(Event.Move move) {
        return switch (move) {
            case Event.QuestionAsked _, Event.FallbackTaken _ -> "question";
            case Event.ActionStarted _, Event.ActionCancelled _, Event.ApprovalRequested _ -> "action";
            case Event.HypothesisStated _,
                    Event.HypothesisRevised _,
                    Event.HypothesisJudged _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _ -> "hypothesis";
            case Event.Acknowledged _,
                    Event.SeverityDeclared _,
                    Event.UpdatePosted _,
                    Event.Escalated _,
                    Event.MessageAnswered _,
                    Event.Waited _,
                    Event.HintTaken _,
                    Event.RoleHandedOver _,
                    Event.IncidentClosed _ -> "communication";
        };
    }

    private static String sign(Event.Move move, int question) {
        if (move instanceof Event.QuestionAsked) {
            return Integer.toString(question);
        }
        if (move instanceof Event.ActionStarted started) {
            return started.id().value();
        }
        return move instanceof Event.Acknowledged ? "A" : move instanceof Event.UpdatePosted ? "U" : "";
    }

    private static Map<Dimension, Instant> asked(Incident incident) {
        var asked = new LinkedHashMap<Dimension, Instant>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.QuestionAsked question
                    && question.understoodAs().outcome() == Outcome.ANSWERED) {
                question.understoodAs()
                        .interpretations()
                        .forEach(each -> asked.putIfAbsent(each.dimension(), recorded.at()));
            }
        }
        return asked;
    }

    private static List<Part> people(Drill drill, DrillTeam team, Incident incident) {
        return drill.seatsOf(team.id()).stream()
                .map(seat -> part(seat, incident))
                .toList();
    }

    private static Part part(Seat seat, Incident incident) {
        var id = seat.person().id();
        return new Part(
                id,
                seat.person().name(),
                seat.role().title(),
                count(incident, id, "question"),
                count(incident, id, "action"),
                (int) incident.history().stream()
                        .filter(each -> each.event() instanceof Event.UpdatePosted posted
                                && posted.by().id().equals(id))
                        .count(),
                count(incident, id, "hypothesis"));
    }

    private static int count(Incident incident, String person, String kind) {
        return (int) incident.history().stream()
                .filter(each -> each.event() instanceof Event.Move move
                        && move.by().id().equals(person)
                        && kind(move).equals(kind))
                .count();
    }

    /** How often somebody from outside came in: messages, alerts beyond the page. */
    private static int interruptions(Incident incident) {
        var page = incident.scenario().page().id();
        return (int) incident.history().stream()
                .filter(each -> each.event() instanceof Event.PersonWrote
                        || each.event() instanceof Event.PersonReminded
                        || each.event() instanceof Event.MessageReceived
                        || (each.event() instanceof Event.AlertFired fired
                                && !fired.alert().equals(page)))
                .count();
    }

    Duration sincePage(Instant at) {
        return Duration.between(paged, at);
    }
}
