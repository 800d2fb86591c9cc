package mayday.debrief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief.Entry;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.scenario.CauseId;
import mayday.scenario.Words;

/** What happened, in order: the learner's moves, what came of them, and the truth behind. */
final class Timeline {
    private Timeline() {}

    static List<Entry> of(Incident incident) {
        var entries = new ArrayList<Entry>();
        for (var recorded : incident.history()) {
            entry(incident, recorded).ifPresent(entries::add);
        }
        return entries;
    }

    private static Optional<Entry> entry(Incident incident, Recorded recorded) {
        return switch (recorded.event()) {
            case Event.AlertFired(var _, var text) -> some(recorded, "page", text, "");
            case Event.Acknowledged _ -> some(recorded, "communication", "You acknowledged the page", "");
            case Event.CauseAdvanced(var fault, var to) -> truth(incident, recorded, fault, to.value());
            case Event.AgentStarted(var agent, var _, var action, var _) ->
                some(recorded, "truth", Reports.title(action) + ", by " + agent, "It acted by itself.");
            case Event.QuestionAsked asked -> question(incident, recorded, asked);
            case Event.HypothesisStated stated ->
                some(
                        recorded,
                        "hypothesis",
                        stated.id() + " stated at " + stated.confidence() + " %: "
                                + (stated.text().isEmpty() ? stated.faultClass().title() : stated.text()),
                        stated.target());
            case Event.HypothesisRevised(var id, var _, var confidence) ->
                some(recorded, "hypothesis", id + " is now at " + confidence + " %", "");
            case Event.HypothesisJudged(var id, var _, var verdict, var _) ->
                some(recorded, "hypothesis", id + " " + Words.kebab(verdict).replace('-', ' '), "");
            case Event.ActionStarted started ->
                some(recorded, "action", Reports.title(started.action()), started.expectation());
            case Event.ActionCompleted(var id, var report) -> some(recorded, "action", id + " done", report);
            case Event.ActionCancelled(var id, var _) -> some(recorded, "action", id + " stopped", "");
            case Event.SeverityDeclared(var severity, var _) ->
                some(recorded, "communication", "Declared " + severity, "");
            case Event.UpdatePosted(var audience, var text, var _) ->
                some(
                        recorded,
                        "communication",
                        "Update to the " + Words.kebab(audience).replace('-', ' '),
                        text);
            case Event.Escalated(var team, var text, var _, var _) ->
                some(recorded, "communication", "Paged team " + team, text);
            case Event.ReplyReceived(var team, var from, var text) ->
                some(recorded, "communication", from + " (" + team + ") answered", text);
            case Event.MessageReceived(var from, var text) -> some(recorded, "communication", from + " wrote", text);
            case Event.ImpactEnded(var since) ->
                some(recorded, "impact", "Customer impact had ended at " + Clock.at(since), "");
            case Event.ImpactReturned() -> some(recorded, "impact", "Customer impact came back", "");
            case Event.IncidentClosed(var statement, var _) -> some(recorded, "end", "You closed it", statement);
            case Event.TimeRanOut() -> some(recorded, "end", "Time ran out", "");
            case Event.IncidentOpened _,
                    Event.QuestionAnswered _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _,
                    Event.AgentFinished _,
                    Event.Waited _ -> Optional.empty();
        };
    }

    private static Optional<Entry> truth(Incident incident, Recorded recorded, CauseId named, String state) {
        var fault = incident.cause().faults().stream()
                .filter(each -> each.id().equals(named))
                .findFirst()
                .orElse(incident.cause());
        var first = fault.initial().id().value().equals(state);
        var which = incident.cause().faults().size() > 1 ? " (" + fault.title() + ")" : "";
        var text = state.equals("undone")
                ? "The cause was undone" + which
                : first ? fault.title() + " began" : "The fault moved on: " + state.replace('-', ' ') + which;
        return some(recorded, "truth", text, "");
    }

    private static Optional<Entry> question(Incident incident, Recorded recorded, Event.QuestionAsked asked) {
        var answer = incident.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAnswered answered
                        && answered.id().equals(asked.id()))
                .map(each -> ((Event.QuestionAnswered) each.event()).text())
                .findFirst()
                .orElse("The incident ended before the answer came.");
        var outcome = asked.understoodAs().outcome();
        var detail = outcome == Outcome.ANSWERED ? answer : "Not answered (" + Words.kebab(outcome) + "): " + answer;
        return some(recorded, "question", asked.words(), detail);
    }

    private static Optional<Entry> some(Recorded recorded, String kind, String text, String detail) {
        return Optional.of(new Entry(recorded.sequence(), recorded.at(), kind, text, detail));
    }
}
