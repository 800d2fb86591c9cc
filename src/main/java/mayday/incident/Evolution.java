package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.CauseState;
import mayday.scenario.Scenario;
import mayday.scenario.StateId;
import mayday.simulation.Disturbance;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/** Folds events into an incident. Pure and total: any stream that was recorded can be folded. */
public final class Evolution {
    private Evolution() {}

    /** The incident after its first event, an {@link Event.IncidentOpened}. */
    public static Incident begin(Scenario scenario, Recorded first) {
        var trajectory = Trajectory.of(scenario.system(), opened(first).seed(), scenario.origin(), Schedule.EMPTY);
        return begin(scenario, first, trajectory);
    }

    private static Event.IncidentOpened opened(Recorded first) {
        if (!(first.event() instanceof Event.IncidentOpened opened)) {
            throw new IllegalArgumentException("a stream begins with IncidentOpened, not with " + first.event());
        }
        return opened;
    }

    /** The same; {@code undisturbed} is the history of the scenario's system with that seed, some of it known already. */
    static Incident begin(Scenario scenario, Recorded first, Trajectory undisturbed) {
        return new Incident(
                scenario,
                opened(first),
                IncidentClock.begun(scenario, opened(first)),
                new Phase.Running(),
                new Impact.Ongoing(),
                first.at(),
                List.of(first),
                World.begun(undisturbed),
                Board.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                People.NONE,
                Injects.NONE);
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
            case Event.HintTaken _, Event.CoachSpoke _ -> incident;
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
            case Event.CauseAdvanced(var fault, var to) -> advanced(incident, fault, to, at);
            case Event.AgentStarted started -> agentStarted(incident, started, at);
            case Event.AgentFinished(var id) -> agentFinished(incident, id, at);
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
            case Event.TimeRanOut(), Event.TimeCalled _ ->
                Folds.of(incident).phase(new Phase.TimedOut(at)).fold();
            case Event.ClockPaused _ ->
                Folds.of(incident).clock(incident.clock().paused(at)).fold();
            case Event.ClockResumed(var _, var wallClock) ->
                Folds.of(incident)
                        .clock(incident.clock().resumed(at, wallClock))
                        .fold();
            case Event.TimeExtended(var _, var length) ->
                Folds.of(incident).clock(incident.clock().extended(length)).fold();
            case Event.AnsweredByHand _, Event.HintSent _, Event.RoleHandedOver _ -> incident;
            case Event.InjectScheduled scheduled ->
                Folds.of(incident)
                        .injects(incident.injects().scheduled(scheduled))
                        .fold();
            case Event.InjectWithdrawn(var id, var _) ->
                Folds.of(incident).injects(incident.injects().withdrawn(id)).fold();
            case Event.InjectSent sent ->
                Folds.of(incident)
                        .injects(incident.injects().sent(incident.scenario(), incident.cause(), sent, at))
                        .fold();
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

    private static Incident advanced(Incident incident, CauseId named, StateId to, Instant at) {
        var fault = incident.fault(named);
        var state = fault.state(to);
        var world = incident.world().entered(fault.id(), state, at);
        return Folds.of(incident)
                .world(under(incident, world, fault, state, Loads.done(incident, List.of()), at))
                .fold();
    }

    /** The world with what a fault does to it from {@code at} on, when these actions were done. */
    private static World under(
            Incident incident, World world, Cause fault, CauseState state, List<StartedAction> done, Instant at) {
        var name = "cause:" + fault.id();
        var undoneIn = world.undoneIn(fault.id());
        var enteredAt = world.latest(fault.id()).orElseThrow().enteredAt();
        var loads = new Loads(done, state, enteredAt);
        var schedule = world.trajectory().schedule().ended(name, at);
        schedule = schedule.with(
                new Disturbance(name, at, Instant.MAX, Undoing.remaining(incident, state, loads.at(at), undoneIn)));
        for (var back : loads.returningAfter(at, name)) {
            var effects = Undoing.remaining(incident, state, back.effects(), undoneIn);
            schedule = schedule.with(new Disturbance(name, back.from(), back.until(), effects));
        }
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
        return Folds.of(incident)
                .actions(and(incident.actions(), started))
                .world(whileRunning(incident, started, at))
                .fold();
    }

    private static Incident completed(Incident incident, ActionId id, String report, Instant at) {
        var action = incident.action(id).orElseThrow();
        return Folds.of(incident)
                .actions(progress(incident.actions(), id, StartedAction.Progress.COMPLETED, report))
                .world(afterwards(incident, action, at))
                .fold();
    }

    private static Incident agentStarted(Incident incident, Event.AgentStarted event, Instant at) {
        var started = new StartedAction(
                event.id(),
                Agents.participant(incident.scenario(), event.agent()),
                event.action(),
                at,
                event.completesAt(),
                "",
                StartedAction.Progress.RUNNING,
                "");
        var world = whileRunning(incident, started, at);
        return Folds.of(incident)
                .world(world.withOthers(and(world.others(), started)))
                .fold();
    }

    private static Incident agentFinished(Incident incident, ActionId id, Instant at) {
        var others = incident.world().others();
        var action =
                others.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        var world =
                afterwards(incident, action, at).withOthers(progress(others, id, StartedAction.Progress.COMPLETED, ""));
        return Folds.of(incident).world(world).fold();
    }

    private static World whileRunning(Incident incident, StartedAction started, Instant at) {
        var schedule = incident.world().trajectory().schedule();
        return incident.world().under(Consequences.started(incident, schedule, started), at);
    }

    /** What a completed action leaves: its lasting effects, and faults without what it undid. */
    private static World afterwards(Incident incident, StartedAction done, Instant at) {
        var schedule = incident.world().trajectory().schedule();
        var world = incident.world().under(Consequences.completed(incident, schedule, done, at), at);
        for (var fault : incident.cause().faults()) {
            var undoneIn = Undoing.undoneIn(incident, fault, done.action());
            var state = Undoing.current(incident, fault);
            var ends = state.stream()
                    .flatMap(each -> each.loads().stream())
                    .anyMatch(load -> load.isEndedBy(done.action()));
            if (ends || !undoneIn.equals(world.undoneIn(fault.id()))) {
                world = world.undoneIn(fault.id(), undoneIn);
                if (state.isPresent()) {
                    var all = Loads.done(incident, List.of(done));
                    world = under(incident, world, fault, state.get(), all, at);
                }
            }
        }
        return world;
    }

    private static <T> List<T> and(List<T> list, T next) {
        var more = new ArrayList<T>(list);
        more.add(next);
        return more;
    }

    private static Incident cancelled(Incident incident, ActionId id, Instant at) {
        var action = incident.action(id).orElseThrow();
        var schedule = Consequences.cancelled(
                incident.scenario(), incident.world().trajectory().schedule(), action, at);
        return Folds.of(incident)
                .actions(progress(
                        incident.actions(), id, StartedAction.Progress.CANCELLED, "Stopped before it was done."))
                .world(incident.world().under(schedule, at))
                .fold();
    }

    private static List<StartedAction> progress(
            List<StartedAction> actions, ActionId id, StartedAction.Progress progress, String report) {
        return actions.stream()
                .map(each -> each.id().equals(id) ? each.become(progress, report) : each)
                .toList();
    }
}
