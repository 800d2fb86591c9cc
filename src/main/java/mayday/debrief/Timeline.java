package mayday.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.debrief.Debrief.Entry;
import mayday.incident.Announcements;
import mayday.incident.Claim;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.JudgedClaim;
import mayday.incident.MessageId;
import mayday.incident.ReceivedMessage;
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
            case Event.ApprovalRequested asked ->
                some(
                        recorded,
                        "communication",
                        "Asked team " + asked.team() + " to approve: " + Reports.title(asked.action()),
                        asked.expectation());
            case Event.ApprovalGiven(var _, var team, var from, var text) ->
                some(recorded, "communication", from + " (" + team + ") approved", text);
            case Event.ApprovalRefused(var _, var team, var from, var text) ->
                some(recorded, "communication", from + " (" + team + ") did not approve", text);
            case Event.PersonWrote wrote -> some(recorded, "communication", wrote.from() + " wrote", wanted(wrote));
            case Event.PersonReminded(var _, var from, var text) ->
                some(recorded, "communication", from + " wrote again", text);
            case Event.AnswerOverdue(var message, var wanted) ->
                some(
                        recorded,
                        "communication",
                        "No answer in time to " + sender(incident, message),
                        "Wanted to know " + wanted.words() + ".");
            case Event.MessageAnswered answered -> answered(incident, recorded, answered);
            case Event.ClaimsJudged(var _, var claims) ->
                some(recorded, "truth", "What you said, beside the truth", judged(incident, claims));
            case Event.AccessLost(var _, var _, var text) -> some(recorded, "truth", "Your access ended", text);
            case Event.AccessRegained(var text) -> some(recorded, "truth", "Your access came back", text);
            case Event.LookupFailed failure ->
                some(
                        recorded,
                        "question",
                        "That was not to be had",
                        failure.offersAnotherWay()
                                ? "There was a dearer way: " + failure.how() + ", "
                                        + failure.takes().toMinutes() + " min."
                                : "");
            case Event.FallbackTaken _ -> some(recorded, "question", "You did it by hand", "");
            case Event.HintTaken hint ->
                some(
                        recorded,
                        "hint",
                        "Hint: " + hint.step().words() + " (" + HintPrices.price(hint) + ")",
                        hint.text());
            case Event.CoachSpoke(var _, var _, var text) -> some(recorded, "coach", "The coach spoke", text);
            case Event.ImpactEnded(var since) ->
                some(recorded, "impact", "Customer impact had ended at " + Clock.at(since), "");
            case Event.ImpactReturned() -> some(recorded, "impact", "Customer impact came back", "");
            case Event.IncidentClosed(var statement, var _) -> some(recorded, "end", "You closed it", statement);
            case Event.TimeRanOut() -> some(recorded, "end", "Time ran out", "");
            case Event.Facilitated facilitated -> some(recorded, "facilitator", Announcements.words(facilitated), "");
            case Event.RoleHandedOver(var role, var by, var to) ->
                some(recorded, "communication", by.name() + " handed over to " + to.name(), role);
            case Event.InjectSent(var _, var _, var inject) ->
                some(
                        recorded,
                        "facilitator",
                        "The facilitator sent " + Announcements.words(incident.scenario(), inject),
                        "");
            case Event.IncidentOpened _,
                    Event.QuestionAnswered _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _,
                    Event.AgentFinished _,
                    Event.InjectScheduled _,
                    Event.InjectWithdrawn _,
                    Event.Waited _ -> Optional.empty();
        };
    }

    private static String wanted(Event.PersonWrote wrote) {
        var wanted = wrote.asks().stream()
                .map(each -> " Wanted to know " + each.wanted().words() + ", until " + Clock.at(each.due()) + ".")
                .toList();
        return wrote.text() + String.join("", wanted);
    }

    private static String sender(Incident incident, MessageId message) {
        return incident.history().stream()
                .flatMap(each -> each.event() instanceof Event.PersonWrote wrote
                                && wrote.id().equals(message)
                        ? Stream.of(wrote.from())
                        : Stream.of())
                .findFirst()
                .orElse(message.value());
    }

    /** An answer that leaves out what was wanted says so. */
    private static Optional<Entry> answered(Incident incident, Recorded recorded, Event.MessageAnswered answered) {
        var missing = incident.people().message(answered.message()).stream()
                .flatMap(message -> message.asks().stream())
                .map(ReceivedMessage.Asked::wanted)
                .filter(wanted -> !answered.gives().contains(wanted))
                .map(wanted -> "Not said: " + wanted.words() + ".")
                .toList();
        var from = sender(incident, answered.message());
        return some(
                recorded,
                "communication",
                switch (answered.way()) {
                    case REPLY -> "You answered " + from;
                    case UPDATE -> "The update answered " + from;
                },
                (answered.text() + " " + String.join(" ", missing)).strip());
    }

    private static String judged(Incident incident, List<JudgedClaim> claims) {
        return claims.stream()
                .map(each -> capital(each.claim().words()) + ": " + verdict(incident, each) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String verdict(Incident incident, JudgedClaim judged) {
        return switch (judged.truth()) {
            case TRUE -> "true";
            case TOO_EARLY -> "too early to say";
            case FALSE -> "not true";
            case OPEN ->
                switch (judged.claim()) {
                    case Claim.Eta(var by) -> isOverBy(incident, by) ? "kept" : "not kept";
                    case Claim.NextUpdate _ -> "a promise, neither true nor false";
                    case Claim.Fixed _, Claim.NoImpact _, Claim.CustomersHurt _, Claim.RootCause _ ->
                        "nobody could know";
                };
        };
    }

    private static boolean isOverBy(Incident incident, Instant by) {
        return incident.history().stream()
                .anyMatch(each -> each.event() instanceof Event.ImpactEnded(var since) && !since.isAfter(by));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
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
                : first
                        ? fault.title() + " began"
                        : "The fault entered its next stage: " + state.replace('-', ' ') + which;
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
        var detail = switch (outcome) {
            case ANSWERED -> answer;
            case ASK_BACK -> "Asked back: " + answer;
            case TOO_VAGUE, ACTION, HYPOTHESIS, ABSENT, NO_ANSWER_KEY, OFF_TOPIC -> "Not answered: " + answer;
        };
        return some(recorded, "question", asked.words(), detail);
    }

    private static Optional<Entry> some(Recorded recorded, String kind, String text, String detail) {
        return Optional.of(new Entry(recorded.sequence(), recorded.at(), kind, text, detail));
    }
}
