package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import mayday.evidence.ErrorBudget;
import mayday.evidence.Evidence;
import mayday.incident.Incident;
import mayday.scenario.Slo;

/**
 * An error budget as the header draws it, worked out for the instant of the answer that told of it, and from nothing later. The three
 * parts are in per cent of the whole budget, side by side from the left, and end at 100.
 *
 * @param at the instant of the answer
 * @param evidence id of the card that holds the answer
 * @param before spent before the incident
 * @param now spent in it so far
 * @param coming what would be spent from then on until the time budget ends, if nothing changed
 * @param left in words: {@code 61 %}
 * @param burn in words: {@code 36×}
 * @param fast whether it burns faster than the objective allows
 * @param forecast what would be left at the end, in words
 * @param words all of it for somebody who does not see the drawing
 */
public record BudgetBar(
        Instant at,
        String evidence,
        double before,
        double now,
        double coming,
        String left,
        String burn,
        boolean fast,
        String forecast,
        String words) {

    /** What was spent when a piece of evidence was given. It stays so, and it is read from the whole history: it may be kept. */
    interface Budgets {
        ErrorBudget of(Evidence evidence, Slo slo);
    }

    /** The bar that a piece of evidence lets the header draw; empty if it tells of no error budget. */
    static Optional<BudgetBar> of(Incident incident, Evidence evidence, Budgets budgets) {
        return evidence.body() instanceof Evidence.Table table && !table.rows().isEmpty()
                ? incident.scenario().system().slos().stream()
                        .filter(slo ->
                                slo.title().equals(table.rows().getFirst().getFirst()))
                        .findFirst()
                        .map(slo -> draw(incident, evidence, slo, budgets.of(evidence, slo)))
                : Optional.empty();
    }

    /** Reads the history of {@code incident} for it. */
    static ErrorBudget spent(Incident incident, Evidence evidence, Slo slo) {
        var scenario = incident.scenario();
        return ErrorBudget.of(
                incident.world().trajectory(), scenario.system(), slo, scenario.origin(), evidence.asOf());
    }

    private static BudgetBar draw(Incident incident, Evidence evidence, Slo slo, ErrorBudget budget) {
        var at = evidence.asOf();
        var ahead = Duration.between(at, incident.endsAt());
        var coming = ahead.isNegative() ? 0 : budget.burns(ahead, slo);
        var end = Format.length(incident.limit());
        var before = part(slo.spent(), 0);
        var now = part(budget.burned(), before);
        return new BudgetBar(
                at,
                evidence.id().value(),
                before,
                now,
                part(coming, before + now),
                left(budget.left()),
                burn(budget.burnRate()),
                budget.burnRate() > 1,
                left(budget.left() - coming) + " at " + end + " if nothing changes",
                "%s, %d days: %s as of %s. %s was spent before the incident and %s in it. Burning at %s: %s by %s if nothing changes."
                        .formatted(
                                slo.title(),
                                slo.windowDays(),
                                left(budget.left()),
                                Format.minute(at),
                                Format.percent(slo.spent()),
                                Format.percent(budget.burned()),
                                burn(budget.burnRate()),
                                left(budget.left() - coming),
                                end));
    }

    /** Per cent of the bar, no more than is free after {@code taken}. */
    private static double part(double share, double taken) {
        return Math.clamp(100 * share, 0, 100 - taken);
    }

    private static String left(double share) {
        return share < 0 ? "overdrawn by " + Format.percent(-share) : Format.percent(share) + " left";
    }

    private static String burn(double rate) {
        return String.format(Locale.ROOT, rate < 9.95 ? "%.1f×" : "%.0f×", rate);
    }

    /** A width or a place on the bar, as SVG has it: {@code 38.2%}. */
    public static String percent(double part) {
        return Format.point(part) + "%";
    }
}
