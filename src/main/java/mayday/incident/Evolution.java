package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mayday.scenario.Scenario;
import mayday.scenario.StateId;
import mayday.simulation.Disturbance;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/** Folds events into an incident. Pure and total: any stream that was recorded can be folded. */
public final class Evolution {
    private static final String CAUSE = "cause";

    private Evolution() {}

    /** The incident after its first event, an {@link Event.IncidentOpened}. */
    public static Incident begin(Scenario scenario, Recorded first) {
        if (!(first.event() instanceof Event.IncidentOpened opened)) {
            throw new IllegalArgumentException("a stream begins with IncidentOpened, not with " + first.event());
        }
        var trajectory = Trajectory.of(scenario.system(), opened.seed(), scenario.origin(), Schedule.EMPTY);
        return new Incident(
                scenario,
                opened,
                new Phase.Running(),
                new Impact.Ongoing(),
                first.at(),
                List.of(first),
                new World(List.of(), List.of(), trajectory),
                Board.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                People.NONE);
    }

    /** The incident after a whole stream, which is not empty. */
    public static Incident replay(Scenario scenario, List<Recorded> stream) {
        var incident = begin(scenario, stream.getFirst());
        for (var next : stream.subList(1, stream.size())) {
            incident = evolve(incident, next);
        }
        return incident;
    }

    /** The incident after one more event. */
    public static Incident evolve(Incident incident, Recorded next) {
        var at = next.at();
        var changed = switch (next.event()) {
            case Event.IncidentOpened _ -> incident;
            case Event.AlertFired _, Event.UpdatePosted _, Event.MessageReceived _, Event.Waited _ -> incident;
            case Event.PersonReminded _, Event.AnswerOverdue _, Event.ClaimsJudged _, Event.LookupFailed _ -> incident;
            case Event.ApprovalRequested asked -> people(incident, people -> people.asked(pending(asked, at)));
            case Event.ApprovalGiven(var id, var _, var _, var _) -> people(incident, people -> people.granted(id));
            case Event.ApprovalRefused(var id, var _, var _, var _) -> people(incident, people -> people.refused(id));
            case Event.PersonWrote wrote -> people(incident, people -> people.wrote(received(wrote, at)));
            case Event.MessageAnswered answered -> people(incident, people -> people.answered(answered.message()));
            case Event.AccessLost(var actions, var tools, var text) ->
                people(incident, people -> people.access(new Access.Lost(at, actions, tools, text)));
            case Event.AccessRegained _ -> people(incident, people -> people.access(new Access.Regained()));
            case Event.FallbackTaken(var _, var as, var _) -> people(incident, people -> people.byHand(as));
            case Event.Acknowledged _ -> Folds.of(incident).acknowledged(at).fold();
            case Event.CauseAdvanced(var to) -> advanced(incident, to, at);
            case Event.QuestionAsked asked -> asked(incident, asked);
            case Event.QuestionAnswered answered -> answered(incident, answered);
            case Event.HypothesisStated stated -> stated(incident, stated, at);
            case Event.HypothesisRevised(var id, var _, var confidence) ->
                hypotheses(incident, incident.board().changed(id, each -> each.revised(confidence)));
            case Event.HypothesisJudged(var id, var _, var verdict, var because) ->
                hypotheses(incident, incident.board().changed(id, each -> each.judged(verdict, because, at)));
            case Event.EvidenceLinked(var id, var evidence, var stance, var _) ->
                hypotheses(incident, incident.board().changed(id, each -> each.linked(evidence, stance)));
            case Event.EvidencePinned(var evidence, var pinned, var _) ->
                hypotheses(incident, incident.board().pinned(evidence, pinned));
            case Event.ActionStarted started -> started(incident, started, at);
            case Event.ActionCompleted(var id, var report) -> completed(incident, id, report, at);
            case Event.ActionCancelled(var id, var _) -> cancelled(incident, id, at);
            case Event.SeverityDeclared(var severity, var _) ->
                Folds.of(incident).declared(severity).fold();
            case Event.Escalated(var team, var _, var due, var _) ->
                Folds.of(incident).escalated(new PendingReply(team, due)).fold();
            case Event.ReplyReceived(var team, var _, var _) ->
                Folds.of(incident).replied(team, at).fold();
            case Event.ImpactEnded(var since) ->
                Folds.of(incident).impact(new Impact.Ended(since)).fold();
            case Event.ImpactReturned() ->
                Folds.of(incident).impact(new Impact.Ongoing()).fold();
            case Event.IncidentClosed(var statement, var _) ->
                Folds.of(incident).phase(new Phase.Closed(at, statement)).fold();
            case Event.TimeRanOut() ->
                Folds.of(incident).phase(new Phase.TimedOut(at)).fold();
        };
        return Folds.of(changed).recorded(next).fold();
    }

    private static Incident people(Incident incident, UnaryOperator<People> change) {
        return Folds.of(incident).people(change).fold();
    }

    private static PendingApproval pending(Event.ApprovalRequested asked, Instant at) {
        return new PendingApproval(
                asked.id(), asked.by(), asked.action(), asked.expectation(), asked.team(), at, asked.answerDue());
    }

    private static ReceivedMessage received(Event.PersonWrote wrote, Instant at) {
        var asks = wrote.asks();
        return new ReceivedMessage(wrote.id(), wrote.person(), wrote.letter(), at, asks, asks.isEmpty());
    }

    private static Incident advanced(Incident incident, StateId to, Instant at) {
        var state = incident.cause().state(to);
        var undoneIn = incident.world().undoneIn();
        var world = incident.world().entered(state, at);
        var effects = Undoing.remaining(incident, state, undoneIn);
        return Folds.of(incident).world(under(world, effects, at)).fold();
    }

    private static World under(World world, List<mayday.scenario.Effect> effects, Instant at) {
        var schedule =
                world.trajectory().schedule().ended(CAUSE, at).with(new Disturbance(CAUSE, at, Instant.MAX, effects));
        return world.under(schedule, at);
    }

    private static Incident asked(Incident incident, Event.QuestionAsked asked) {
        var pending = new ArrayList<>(incident.pendingAnswers());
        pending.add(new PendingAnswer(asked.id(), asked.understoodAs(), asked.answerDue()));
        return Folds.of(incident).pendingAnswers(pending).fold();
    }

    private static Incident answered(Incident incident, Event.QuestionAnswered answered) {
        var pending = incident.pendingAnswers().stream()
                .filter(each -> !each.question().equals(answered.id()))
                .toList();
        return Folds.of(incident)
                .pendingAnswers(pending)
                .board(incident.board().revealed(answered.evidence(), answered.observations()))
                .fold();
    }

    private static Incident stated(Incident incident, Event.HypothesisStated stated, Instant at) {
        var hypothesis = new Hypothesis(
                stated.id(),
                stated.text(),
                stated.faultClass(),
                stated.target(),
                stated.confidence(),
                Verdict.OPEN,
                List.of(),
                List.of(),
                at,
                at);
        return hypotheses(incident, incident.board().stated(hypothesis));
    }

    private static Incident hypotheses(Incident incident, Board board) {
        return Folds.of(incident).board(board).fold();
    }

    private static Incident started(Incident incident, Event.ActionStarted event, Instant at) {
        var started = new StartedAction(
                event.id(),
                event.by(),
                event.action(),
                at,
                event.completesAt(),
                event.expectation(),
                StartedAction.Progress.RUNNING,
                "");
        var actions = new ArrayList<>(incident.actions());
        actions.add(started);
        var schedule = Consequences.started(incident.world().trajectory().schedule(), started);
        return Folds.of(incident)
                .actions(actions)
                .world(incident.world().under(schedule, at))
                .fold();
    }

    private static Incident completed(Incident incident, ActionId id, String report, Instant at) {
        var action = incident.action(id).orElseThrow();
        var undoneIn = Undoing.undoneIn(incident, action.action());
        var schedule = Consequences.completed(
                incident.world().trajectory().schedule(), incident.scenario().system(), action.action(), at);
        var world = incident.world().under(schedule, at);
        if (!undoneIn.equals(world.undoneIn())) {
            var left = Undoing.current(incident)
                    .map(state -> Undoing.remaining(incident, state, undoneIn))
                    .orElse(List.of());
            world = under(world.undoneIn(undoneIn), left, at);
        }
        return Folds.of(incident)
                .actions(progress(incident, id, StartedAction.Progress.COMPLETED, report))
                .world(world)
                .fold();
    }

    private static Incident cancelled(Incident incident, ActionId id, Instant at) {
        var action = incident.action(id).orElseThrow();
        var schedule = Consequences.cancelled(incident.world().trajectory().schedule(), action, at);
        return Folds.of(incident)
                .actions(progress(incident, id, StartedAction.Progress.CANCELLED, "Stopped before it was done."))
                .world(incident.world().under(schedule, at))
                .fold();
    }

    private static List<StartedAction> progress(
            Incident incident, ActionId id, StartedAction.Progress progress, String report) {
        return incident.actions().stream()
                .map(each -> each.id().equals(id) ? each.become(progress, report) : each)
                .toList();
    }
}
