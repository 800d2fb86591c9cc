package mayday.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mayday.incident.Announcements;
import mayday.incident.Event;
import mayday.incident.Recorded;
import mayday.incident.Reports;
import mayday.incident.Understanding;
import mayday.scenario.Words;
import mayday.web.view.Format;
import mayday.web.view.UnderstoodAs;

/** Tells the learner what happened, as far as a learner may know it. */
final class Telling {
    private static final String INDENT = " ".repeat(10);

    private final PrintWriter out;
    private final Supplier<Integer> width;
    private final Ink ink;
    private final boolean inBrief;

    Telling(PrintWriter out) {
        this(out, () -> 0, Ink.NONE, false);
    }

    Telling(Screen screen) {
        this(screen.out(), screen::width, screen.ink(), false);
    }

    private Telling(PrintWriter out, Supplier<Integer> width, Ink ink, boolean inBrief) {
        this.out = out;
        this.width = width;
        this.ink = ink;
        this.inBrief = inBrief;
    }

    /** Names evidence without showing it, and leaves out that somebody waited. */
    static Telling inBrief(PrintWriter out) {
        return new Telling(out, () -> 0, Ink.NONE, true);
    }

    void tell(List<Recorded> events) {
        for (var recorded : events) {
            tell(recorded.at(), recorded.event());
        }
        out.flush();
    }

    private void tell(Instant at, Event event) {
        switch (event) {
            case Event.AlertFired(var _, var text) -> line(at, "PAGE  " + text, ink::alarm);
            case Event.Acknowledged _ -> line(at, "You acknowledged the page.");
            case Event.QuestionAsked asked -> asked(at, asked);
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
                                + Format.clock(started.completesAt()) + ".");
            case Event.ActionCompleted(var id, var report) -> line(at, id + " done: " + report);
            case Event.ActionCancelled(var id, var _) -> line(at, id + " stopped.");
            case Event.SeverityDeclared(var severity, var _) -> line(at, "Declared " + severity + ".");
            case Event.UpdatePosted(var audience, var text, var _) ->
                line(at, "Update to the " + Words.kebab(audience).replace('-', ' ') + ": " + text);
            case Event.Escalated(var team, var _, var _, var _) -> line(at, "Paged team " + team + ".");
            case Event.ReplyReceived(var team, var from, var text) -> line(at, from + " (" + team + "): " + text);
            case Event.MessageReceived(var from, var text) -> line(at, from + ": " + text);
            case Event.ApprovalRequested asked ->
                line(at, asked.id() + " asked of team " + asked.team() + ": " + Reports.title(asked.action()) + "?");
            case Event.ApprovalGiven(var id, var team, var from, var text) ->
                line(at, id + " approved by " + from + " (" + team + "): " + text);
            case Event.ApprovalRefused(var id, var team, var from, var text) ->
                line(at, id + " refused by " + from + " (" + team + "): " + text);
            case Event.PersonWrote wrote -> wrote(at, wrote);
            case Event.PersonReminded(var message, var from, var text) ->
                line(at, from + ", again: " + text + " (/reply " + message + " ...)");
            case Event.AnswerOverdue(var message, var wanted) ->
                line(at, "Overdue: " + message + " asked " + wanted.words() + ".");
            case Event.MessageAnswered(var message, var _, var way, var text, var _) ->
                line(
                        at,
                        switch (way) {
                            case REPLY -> "You answered " + message + ": " + text;
                            case UPDATE -> "That answers " + message + ".";
                        });
            case Event.AccessLost(var _, var _, var text) -> line(at, text);
            case Event.AccessRegained(var text) -> line(at, text);
            case Event.LookupFailed failure -> {
                if (failure.offersAnotherWay()) {
                    line(
                            at,
                            "There is a dearer way: " + failure.how() + ", "
                                    + failure.takes().toMinutes() + " min. To take it: /byhand " + failure.question());
                }
            }
            case Event.FallbackTaken _ -> line(at, "You do it by hand.");
            case Event.HintTaken hint -> line(at, "Hint, " + hint.step().words() + ": " + hint.text(), ink::accent);
            case Event.CoachSpoke(var _, var _, var text) -> line(at, "Coach: " + text, ink::accent);
            case Event.Waited waited -> {
                if (!inBrief) {
                    line(at, "(waited " + Format.length(waited.length()) + ")");
                }
            }
            case Event.IncidentClosed _ -> line(at, "You closed the incident.");
            case Event.TimeRanOut _ -> line(at, "Time ran out.");
            case Event.AnsweredByHand _, Event.HintSent _ -> line(at, Announcements.words((Event.Facilitated) event));
            case Event.Facilitated facilitated -> line(at, Announcements.words(facilitated) + ".");
            case Event.RoleHandedOver(var role, var by, var to) ->
                line(at, by.name() + " handed over to " + to.name() + ": " + role + ".");
            case Event.IncidentOpened _ -> {
                // Its heading stands above already.
            }
            case Event.Secret _ -> {
                // The debrief tells.
            }
        }
    }

    private void wrote(Instant at, Event.PersonWrote wrote) {
        line(at, wrote.from() + ": " + wrote.text());
        for (var asked : wrote.asks()) {
            more(
                    wrote.id() + " asks " + asked.wanted().words() + ", until " + Format.clock(asked.due())
                            + ". To answer: /reply " + wrote.id() + " ...",
                    ink::accent);
        }
    }

    private void asked(Instant at, Event.QuestionAsked asked) {
        line(at, "? " + asked.words(), ink::bold);
        var understoodAs = UnderstoodAs.words(asked.understoodAs(), at);
        if (!understoodAs.isEmpty()) {
            more("Understood as: " + understoodAs, ink::faint);
        }
    }

    private void answered(Instant at, Event.QuestionAnswered answered) {
        line(at, answered.text());
        for (var evidence : answered.evidence()) {
            if (inBrief) {
                out.println(INDENT + EvidenceText.lines(evidence).getFirst());
                continue;
            }
            out.println();
            var lines = EvidenceText.lines(evidence, Math.max(0, width.get() - INDENT.length()));
            out.println(INDENT + ink.bold(lines.getFirst()));
            lines.subList(1, lines.size()).forEach(text -> out.println(INDENT + text));
        }
    }

    /** What can be picked after an ask-back, or confirmed after an offer. */
    void choices(Understanding understanding) {
        var number = 1;
        for (var suggestion : understanding.suggestions()) {
            more("[" + number + "] " + suggestion.label(), UnaryOperator.identity());
            number++;
        }
        var offer = understanding.offer();
        if (!offer.action().isEmpty()) {
            more("To do it: " + command(offer), ink::accent);
        }
        if (!offer.faultClass().isEmpty()) {
            more("To write it down: /think " + offer.faultClass() + " " + offer.target() + " 50", ink::accent);
        }
        out.flush();
    }

    /** The line to type for an offered move. */
    private static String command(Understanding.Offer offer) {
        if (offer.action().equals(Understanding.WAIT)) {
            return "/wait "
                    + offer.arguments().stream()
                            .map(Understanding.Argument::value)
                            .findFirst()
                            .orElse("2m");
        }
        var command = new StringBuilder(
                switch (offer.action()) {
                    case Understanding.ESCALATE -> "/page";
                    case Understanding.POST_UPDATE -> "/update";
                    case Understanding.DECLARE_SEVERITY -> "/sev";
                    default -> "/do " + offer.action();
                });
        command.append(' ').append(offer.target().isEmpty() ? placeholder(offer.action()) : offer.target());
        offer.arguments()
                .forEach(each ->
                        command.append(' ').append(each.name()).append('=').append(each.value()));
        return command + (offer.action().equals(Understanding.POST_UPDATE) ? " <words>" : "");
    }

    private static String placeholder(String action) {
        return switch (action) {
            case Understanding.ESCALATE -> "<team>";
            case Understanding.DECLARE_SEVERITY -> "SEV2";
            default -> "<target>";
        };
    }

    private void line(Instant at, String text) {
        line(at, text, UnaryOperator.identity());
    }

    private void line(Instant at, String text, UnaryOperator<String> look) {
        var lines = wrapped(text);
        out.println(ink.faint(Format.clock(at)) + "  " + look.apply(lines.isEmpty() ? "" : lines.getFirst()));
        lines.stream().skip(1).forEach(more -> out.println(INDENT + look.apply(more)));
    }

    private void more(String text, UnaryOperator<String> look) {
        wrapped(text).forEach(line -> out.println(INDENT + look.apply(line)));
    }

    private List<String> wrapped(String text) {
        var room = width.get();
        return Wrapped.lines(text, room == 0 ? 0 : Math.max(1, room - INDENT.length() - 1));
    }
}
