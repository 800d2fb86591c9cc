package mayday.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mayday.incident.Event;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.Understanding;
import mayday.scenario.Words;

/** Tells the learner what happened, as far as a learner may know it. */
final class Telling {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintWriter out;

    Telling(PrintWriter out) {
        this.out = out;
    }

    void tell(List<Recorded> events) {
        for (var recorded : events) {
            tell(recorded.at(), recorded.event());
        }
        out.flush();
    }

    private void tell(Instant at, Event event) {
        switch (event) {
            case Event.AlertFired(var _, var text) -> line(at, "PAGE  " + text);
            case Event.Acknowledged _ -> line(at, "You acknowledged the page.");
            case Event.QuestionAsked asked -> line(at, "? " + asked.words());
            case Event.QuestionAnswered answered -> answered(at, answered);
            case Event.HypothesisStated stated ->
                line(
                        at,
                        stated.id() + " " + stated.text() + " ["
                                + stated.faultClass().title()
                                + (stated.target().isEmpty() ? "" : ", " + stated.target()) + "] at "
                                + stated.confidence() + " %");
            case Event.HypothesisRevised(var id, var _, var confidence) ->
                line(at, id + " is now at " + confidence + " %");
            case Event.HypothesisJudged(var id, var _, var verdict, var _) ->
                line(at, id + " is " + Words.kebab(verdict).replace('-', ' '));
            case Event.EvidenceLinked(var hypothesis, var evidence, var stance, var _) ->
                line(at, evidence + " speaks " + Words.kebab(stance) + " " + hypothesis);
            case Event.EvidencePinned _ -> {
                // A terminal has no board to pin to.
            }
            case Event.ActionStarted started ->
                line(
                        at,
                        started.id() + " started: " + Reports.title(started.action()) + ". Done about "
                                + CLOCK.format(started.completesAt()) + ".");
            case Event.ActionCompleted(var id, var report) -> line(at, id + " done: " + report);
            case Event.ActionCancelled(var id, var _) -> line(at, id + " stopped.");
            case Event.SeverityDeclared(var severity, var _) -> line(at, "Declared " + severity + ".");
            case Event.UpdatePosted(var audience, var text, var _) ->
                line(at, "Update to the " + Words.kebab(audience).replace('-', ' ') + ": " + text);
            case Event.Escalated(var team, var _, var _, var _) -> line(at, "Paged team " + team + ".");
            case Event.ReplyReceived(var team, var from, var text) -> line(at, from + " (" + team + "): " + text);
            case Event.MessageReceived(var from, var text) -> line(at, from + ": " + text);
            case Event.Waited _ -> line(at, "(waited)");
            case Event.IncidentClosed _ -> line(at, "You closed the incident.");
            case Event.TimeRanOut _ -> line(at, "Time ran out.");
            case Event.IncidentOpened _,
                    Event.CauseAdvanced _,
                    Event.AgentStarted _,
                    Event.AgentFinished _,
                    Event.ImpactEnded _,
                    Event.ImpactReturned _ -> {
                // The truth is not told while the incident is open.
            }
        }
    }

    private void answered(Instant at, Event.QuestionAnswered answered) {
        line(at, answered.text());
        for (var evidence : answered.evidence()) {
            out.println();
            EvidenceText.lines(evidence).forEach(text -> out.println("          " + text));
        }
    }

    /** What can be picked after an ask-back, or confirmed after an offer. */
    void choices(Understanding understanding) {
        var number = 1;
        for (var suggestion : understanding.suggestions()) {
            out.println("          [" + number + "] " + suggestion.label());
            number++;
        }
        var offer = understanding.offer();
        if (!offer.action().isEmpty()) {
            out.println("          To do it: /do " + offer.action()
                    + (offer.target().isEmpty() ? " <target>" : " " + offer.target()));
        }
        if (!offer.faultClass().isEmpty()) {
            out.println("          To write it down: /think " + offer.faultClass() + " " + offer.target() + " 50");
        }
        out.flush();
    }

    private void line(Instant at, String text) {
        out.println(CLOCK.format(at) + "  " + text);
    }
}
