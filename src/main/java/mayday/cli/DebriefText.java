package mayday.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Cost;
import mayday.debrief.Debrief.Elapsed;
import mayday.web.view.Format;

/** Writes a debrief as lines of text. */
final class DebriefText {
    private DebriefText() {}

    static List<String> lines(Debrief debrief) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Debrief");
        lines.add("  " + debrief.truth().title() + " (" + debrief.truth().faultClass() + ", "
                + debrief.truth().target() + ")");
        lines.add("  " + debrief.truth().explanation());
        lines.add("");
        lines.add("  Time to detect       " + elapsed(debrief, Debrief.Time::detect));
        lines.add("  Time to acknowledge  " + elapsed(debrief, Debrief.Time::acknowledge));
        lines.add("  Time to mitigate     " + elapsed(debrief, Debrief.Time::mitigate));
        lines.add("  Cost                 " + cost(debrief.impact().actual()));
        debrief.par().ifPresent(par -> lines.add("  Par                  " + cost(par.impact())));
        lines.add("  Doing nothing        " + cost(debrief.impact().doNothing()));
        for (var other : debrief.impact().others()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-20s %,.0f %s; doing nothing %,.0f",
                    other.title(),
                    other.actual(),
                    other.unit(),
                    other.doNothing()));
        }
        lines.add("");
        lines.add("  Diagnostic structure " + debrief.structure().score() + " of 100"
                + debrief.par().map(par -> ", par " + par.score()).orElse(""));
        for (var part : debrief.structure().parts()) {
            lines.add("    " + part.title() + ": " + part.score() + " (weight " + part.weight() + ")");
            for (var finding : part.findings()) {
                lines.add(String.format(Locale.ROOT, "      %+d  %s", finding.points(), finding.text()));
                if (!finding.better().isEmpty()) {
                    lines.add("           " + finding.better());
                }
            }
        }
        lines.add("");
        lines.add("  Timeline");
        for (var entry : debrief.timeline()) {
            lines.add("    " + Format.clock(entry.at()) + "  " + entry.text());
        }
        return lines;
    }

    private static String elapsed(Debrief debrief, Function<Debrief.Time, Elapsed> which) {
        return elapsed(which.apply(debrief.time()))
                + debrief.par()
                        .map(par -> ", par " + elapsed(which.apply(par.time())))
                        .orElse("");
    }

    private static String elapsed(Elapsed elapsed) {
        return switch (elapsed) {
            case Elapsed.After(var length) -> Format.length(length);
            case Elapsed.Never() -> "never";
        };
    }

    private static String cost(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%,.0f failed requests, %.1f %% of the error budget",
                cost.failedRequests(),
                cost.budgetBurned() * 100);
    }
}
