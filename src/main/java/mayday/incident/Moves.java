package mayday.incident;

import java.time.Instant;

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
            case Command.PostUpdate(var by, var audience, var text) ->
                progress.emit(at, new Event.UpdatePosted(audience, text.strip(), by));
            case Command.Escalate(var by, var team, var text) -> {
                var responds =
                        progress.incident().scenario().system().team(team).respondsSeconds();
                progress.emit(at, new Event.Escalated(team, text.strip(), at.plusSeconds(responds), by));
            }
            case Command.Wait(var by, var length) -> progress.emit(at, new Event.Waited(by, length));
            case Command.Close(var by, var statement) ->
                progress.emit(at, new Event.IncidentClosed(statement.strip(), by));
        }
    }

    private static void ask(Progress progress, Command.Ask ask, Instant at) {
        var incident = progress.incident();
        var asked = incident.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked)
                .count();
        var id = new QuestionId("Q" + (asked + 1));
        var due = at.plus(Costs.answering(ask.understoodAs()));
        progress.emit(at, new Event.QuestionAsked(id, ask.by(), ask.words().strip(), ask.understoodAs(), due));
        if (due.equals(at)) {
            progress.emit(at, Replies.answer(progress.incident(), id, ask.understoodAs(), at));
        } else if (incident.opened().mode() == ClockMode.PRACTICE) {
            Deadlines.pass(progress, due);
        }
    }

    private static void act(Progress progress, Command.Act act, Instant at) {
        var incident = progress.incident();
        var id = new ActionId("A" + (incident.actions().size() + 1));
        var completes = at.plus(Decider.takes(incident, act.action(), id));
        progress.emit(
                at,
                new Event.ActionStarted(
                        id, act.by(), act.action(), completes, act.expectation().strip()));
    }
}
