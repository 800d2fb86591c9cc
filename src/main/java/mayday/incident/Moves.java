package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.Action;

/** Turns an admissible command into its events. */
final class Moves {
    private Moves() {}

    static void make(Progress progress, Command command, Instant at) {
        switch (command) {
            case Command.Observe() -> {
                // Nothing but the passing of time, which has passed.
            }
            case Command.Acknowledge(var by) -> progress.emit(at, new Event.Acknowledged(by));
            case Command.Ask ask -> ask(progress, ask, at);
            case Command.StateHypothesis(var by, var text, var faultClass, var target, var confidence) -> {
                var id = new HypothesisId(
                        "H" + (progress.incident().board().hypotheses().size() + 1));
                progress.emit(at, new Event.HypothesisStated(id, by, text.strip(), faultClass, target, confidence));
            }
            case Command.ReviseHypothesis(var by, var id, var confidence) ->
                progress.emit(at, new Event.HypothesisRevised(id, by, confidence));
            case Command.JudgeHypothesis(var by, var id, var verdict, var because) ->
                progress.emit(at, new Event.HypothesisJudged(id, by, verdict, because));
            case Command.LinkEvidence(var by, var id, var evidence, var stance) ->
                progress.emit(at, new Event.EvidenceLinked(id, evidence, stance, by));
            case Command.PinEvidence(var by, var evidence, var pinned) ->
                progress.emit(at, new Event.EvidencePinned(evidence, pinned, by));
            case Command.Act act -> act(progress, act, at);
            case Command.CancelAction(var by, var id) -> progress.emit(at, new Event.ActionCancelled(id, by));
            case Command.DeclareSeverity(var by, var severity) ->
                progress.emit(at, new Event.SeverityDeclared(severity, by));
            case Command.PostUpdate update -> Statements.post(progress, update, at);
            case Command.Reply reply -> Statements.reply(progress, reply, at);
            case Command.TakeFallback(var by, var question) -> takeFallback(progress, by, question, at);
            case Command.Escalate(var by, var team, var text) -> {
                var due = at.plus(Answering.page(progress.incident(), team, at));
                progress.emit(at, new Event.Escalated(team, text.strip(), due, by));
            }
            case Command.TakeHint(var by, var matter, var step, var text) -> {
                var cost = progress.incident().opened().mode() == ClockMode.PRACTICE ? step.cost() : Duration.ZERO;
                progress.emit(at, new Event.HintTaken(by, matter, step, text.strip(), cost, step.points()));
            }
            case Command.Wait(var by, var length) -> progress.emit(at, new Event.Waited(by, length));
            case Command.Close(var by, var statement) ->
                progress.emit(at, new Event.IncidentClosed(statement.strip(), by));
            case Command.HandOver(var by, var to, var role) ->
                progress.emit(at, new Event.RoleHandedOver(role.strip(), by, to));
            case Command.Facilitating move -> Facilitating.make(progress, move, at);
        }
    }

    private static void ask(Progress progress, Command.Ask ask, Instant at) {
        var understood = ask.understoodAs();
        var busy = Costs.answering(understood);
        var slowest = Replies.slowest(progress.incident().scenario(), understood);
        var due = at.plus(slowest.compareTo(busy) > 0 ? slowest : busy);
        var id = nextQuestion(progress.incident());
        progress.emit(at, new Event.QuestionAsked(id, ask.by(), ask.words().strip(), understood, due));
        if (due.equals(at)) {
            Replies.answer(progress, id, understood, at);
        } else if (progress.incident().opened().mode() == ClockMode.PRACTICE) {
            Deadlines.pass(progress, at.plus(busy));
        }
    }

    private static QuestionId nextQuestion(Incident incident) {
        var asked = incident.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked)
                .count();
        return new QuestionId("Q" + (asked + 1));
    }

    /** The question is asked again, by hand. */
    private static void takeFallback(Progress progress, Participant by, QuestionId question, Instant at) {
        var incident = progress.incident();
        var offer = Replies.offered(incident, question).orElseThrow();
        var words = incident.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked asked
                        && asked.id().equals(question))
                .map(each -> ((Event.QuestionAsked) each.event()).words())
                .findFirst()
                .orElseThrow();
        var id = nextQuestion(incident);
        var due = at.plus(offer.takes());
        progress.emit(at, new Event.FallbackTaken(question, id, by));
        progress.emit(at, new Event.QuestionAsked(id, by, words, Understanding.answered(offer.byHand()), due));
        if (incident.opened().mode() == ClockMode.PRACTICE) {
            Deadlines.pass(progress, due);
        }
    }

    private static void act(Progress progress, Command.Act act, Instant at) {
        var approval = Approvals.lackedBy(progress.incident(), act.action());
        if (approval.isPresent()) {
            Approvals.ask(progress, act, approval.get(), at);
        } else {
            start(progress, act.by(), act.action(), act.expectation(), at);
        }
    }

    static void start(Progress progress, Participant by, Action action, String expectation, Instant at) {
        var incident = progress.incident();
        var id = new ActionId("A" + (incident.actions().size() + 1));
        var completes = at.plus(Decider.takes(incident, action, id));
        progress.emit(at, new Event.ActionStarted(id, by, action, completes, expectation.strip()));
    }
}
