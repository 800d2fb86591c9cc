package mayday.debrief;

import java.time.Instant;
import mayday.debrief.Debrief.Cost;
import mayday.evidence.ErrorBudget;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.scenario.Signal;
import mayday.scenario.Slo;
import mayday.scenario.Where;
import mayday.simulation.Series;

/** What an incident did to customers, measured on the SLI of the system's first SLO. */
public final class CustomerImpact {
    private CustomerImpact() {}

    /** The system's first SLO; one of three nines over 30 days where requests enter, if it has none. */
    public static Slo slo(Incident incident) {
        var system = incident.scenario().system();
        return system.slos().stream()
                .findFirst()
                .orElseGet(() -> new Slo(
                        "Requests at " + system.traffic().entry(),
                        system.traffic().entry(),
                        0.999,
                        30,
                        0));
    }

    /** Share of customers' requests that fail at {@code at}; 0 where none come. */
    public static double failing(Incident incident, Where where, Instant at) {
        var share = incident.world()
                .trajectory()
                .at(Signal.ERROR_RATIO, slo(incident).service(), where, at);
        return Double.isNaN(share) ? 0 : share;
    }

    /** The error ratio that the SLO counts. */
    public static Series sli(Incident incident, Instant from, Instant until) {
        return incident.world()
                .trajectory()
                .series(Signal.ERROR_RATIO, slo(incident).service(), Where.everywhere(), from, until);
    }

    /**
     * When customers were first hurt: the first sample after the cause began at which the SLI was outside what counts as mitigated;
     * the page, if it never was before it.
     */
    static Instant began(Incident incident) {
        var scenario = incident.scenario();
        var begins = scenario.pagedAt().minus(incident.cause().beginsAgo());
        var condition = scenario.mitigated();
        var series = incident.world()
                .trajectory()
                .series(condition.signal(), condition.service(), condition.where(), begins, scenario.pagedAt());
        for (var i = 0; i < series.size(); i++) {
            if (!condition.holdsFor(series.value(i))) {
                return series.timeOf(i);
            }
        }
        return scenario.pagedAt();
    }

    /** Until when customers were hurt: the end of the impact, or now; the page, if nobody was hurt after it. */
    static Instant lasted(Incident incident) {
        var paged = incident.scenario().pagedAt();
        if (incident.cause().isFalseAlarm()) {
            return paged;
        }
        var until = switch (incident.impact()) {
            case Impact.Ended(var since) -> since;
            case Impact.Ongoing() -> incident.now();
        };
        return until.isBefore(paged) ? paged : until;
    }

    /** What failed from the cause's beginning until {@code until}, and the share of the SLO's error budget that it took. */
    public static Cost cost(Incident incident, Instant until) {
        var scenario = incident.scenario();
        var from = scenario.pagedAt().minus(incident.cause().beginsAgo());
        var budget = ErrorBudget.of(incident.world().trajectory(), scenario.system(), slo(incident), from, until);
        return new Cost(budget.failed(), budget.burned());
    }
}
