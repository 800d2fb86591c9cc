package mayday.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.StartedAction;
import mayday.review.Facts.Hurt;
import mayday.scenario.Words;

/** What happened when, as a post-mortem tells it: what was known, said and done, without the questions on the way. */
final class Chronicle {
    private record Moment(Instant at, String words) {}

    private Chronicle() {}

    /** The moments in order of time, one a line, such as {@code 14:06 Paged: 5xx > 2 %}. */
    static List<String> lines(Incident incident, Facts facts) {
        var moments = new ArrayList<Moment>();
        if (facts.hurt() instanceof Hurt.Customers customers) {
            moments.add(new Moment(customers.from(), "Customers began to be hurt"));
        }
        for (var recorded : incident.history()) {
            words(incident, recorded).ifPresent(words -> moments.add(new Moment(recorded.at(), words)));
        }
        if (facts.hurt() instanceof Hurt.Customers customers && customers.ended()) {
            moments.add(new Moment(customers.until(), "Customers were no longer hurt"));
        }
        // Stable: what happened at the same instant stays in the order of the events.
        moments.sort(Comparator.comparing(Moment::at));
        return moments.stream()
                .map(moment -> Numbers.at(moment.at()) + " " + moment.words())
                .toList();
    }

    /** The same as one text of at most {@link Limits#TIMELINE_LINES} lines. */
    static String text(Incident incident, Facts facts) {
        var lines = lines(incident, facts);
        var kept = new ArrayList<>(lines.subList(0, Math.min(lines.size(), Limits.TIMELINE_LINES)));
        if (lines.size() > kept.size()) {
            // The end of the story is told in any case.
            kept.removeLast();
            kept.add((lines.size() - kept.size() - 1) + " more moments are left out here");
            kept.add(lines.getLast());
        }
        while (String.join("\n", kept).length() > Limits.SECTION_CHARACTERS / 2) {
            kept.remove(kept.size() / 2);
        }
        return String.join("\n", kept);
    }

    private static Optional<String> words(Incident incident, Recorded recorded) {
        return switch (recorded.event()) {
            case Event.AlertFired(var _, var text) -> Optional.of("Paged: " + quoted(text));
            case Event.Acknowledged _ -> Optional.of("Page acknowledged");
            case Event.SeverityDeclared(var severity, var _) -> Optional.of("Declared " + severity);
            case Event.UpdatePosted(var audience, var text, var _) ->
                Optional.of("Update to the " + Words.kebab(audience).replace('-', ' ') + ": " + quoted(text));
            case Event.Escalated(var team, var _, var _, var _) -> Optional.of("Called in team " + team);
            case Event.ApprovalRequested asked ->
                Optional.of("Asked team " + asked.team() + " to approve: " + Reports.title(asked.action()));
            case Event.ApprovalGiven(var _, var team, var _, var _) -> Optional.of("Team " + team + " approved");
            case Event.ApprovalRefused(var _, var team, var _, var _) ->
                Optional.of("Team " + team + " did not approve");
            case Event.HypothesisJudged(var id, var _, var verdict, var _) ->
                incident.board()
                        .hypothesis(id)
                        .map(hypothesis -> Words.kebab(verdict).replace('-', ' ') + ": " + Inserts.words(hypothesis))
                        .map(Chronicle::capital);
            case Event.ActionStarted started -> Optional.of("Started: " + Reports.title(started.action()));
            case Event.ActionCompleted(var id, var _) ->
                incident.action(id).map(StartedAction::action).map(action -> "Done: " + Reports.title(action));
            case Event.ActionCancelled(var id, var _) ->
                incident.action(id).map(StartedAction::action).map(action -> "Stopped: " + Reports.title(action));
            case Event.IncidentClosed(var statement, var _) -> Optional.of("Closed: " + quoted(statement));
            case Event.TimeRanOut() -> Optional.of("Time ran out");
            case Event.RoleHandedOver(var role, var by, var to) ->
                Optional.of(by.name() + " handed over to " + to.name() + ": " + role);
            case Event.AccessLost _ -> Optional.of("Access to the system was lost");
            case Event.AccessRegained _ -> Optional.of("Access to the system came back");
            case Event.ImpactReturned() -> Optional.of("Customers were hurt again");
            case Event.IncidentOpened _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
                    Event.QuestionAsked _,
                    Event.QuestionAnswered _,
                    Event.HypothesisStated _,
                    Event.HypothesisRevised _,
                    Event.EvidenceLinked _,
                    Event.EvidencePinned _,
                    Event.ReplyReceived _,
                    Event.PersonWrote _,
                    Event.PersonReminded _,
                    Event.AnswerOverdue _,
                    Event.MessageAnswered _,
                    Event.MessageReceived _,
                    Event.ClaimsJudged _,
                    Event.LookupFailed _,
                    Event.FallbackTaken _,
                    Event.Waited _,
                    Event.HintTaken _,
                    Event.CoachSpoke _,
                    Event.ImpactEnded _,
                    Event.Facilitated _,
                    Event.Staged _ -> Optional.empty();
        };
    }

    /** Somebody's words on one line, cut where they get long. */
    static String quoted(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= Limits.QUOTED_CHARACTERS) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(Limits.QUOTED_CHARACTERS - 1))
                ? Limits.QUOTED_CHARACTERS - 1
                : Limits.QUOTED_CHARACTERS;
        return line.substring(0, end).stripTrailing() + "…";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
