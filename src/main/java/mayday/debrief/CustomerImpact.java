package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import mayday.debrief.Debrief.Cost;
import mayday.incident.Incident;
import mayday.scenario.Signal;
import mayday.scenario.Slo;
import mayday.scenario.Where;
import mayday.simulation.Series;

/** What an incident did to customers, measured on the SLI of the system's first SLO. */
final class CustomerImpact {
    private static final double SECONDS_A_DAY = 86_400;

    private CustomerImpact() {}

    static Slo slo(Incident incident) {
        return incident.scenario().system().slos().getFirst();
    }

    /** The error ratio that the SLO counts. */
    static Series sli(Incident incident, Instant from, Instant until) {
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

    /**
     * Failed requests from the cause's beginning until {@code until}, and the share of the SLO's error budget that they are. The
     * budget is {@code (1 - objective) x requests in the window} at the traffic of an average day (Site Reliability Workbook,
     * chapter 2).
     */
    static Cost cost(Incident incident, Instant until) {
        var slo = slo(incident);
        var from = incident.scenario().pagedAt().minus(incident.cause().beginsAgo());
        var trajectory = incident.world().trajectory();
        var rates = trajectory.series(Signal.REQUEST_RATE, slo.service(), Where.everywhere(), from, until);
        var errors = trajectory.series(Signal.ERROR_RATIO, slo.service(), Where.everywhere(), from, until);
        var failed = 0.0;
        for (var i = 0; i < rates.size(); i++) {
            failed += rates.value(i) * errors.value(i) * seconds(rates.step());
        }
        return new Cost(failed, failed / budget(incident, slo));
    }

    private static double budget(Incident incident, Slo slo) {
        var traffic = incident.scenario().system().traffic();
        var meanShare = traffic.hourly().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
        var requests = traffic.peakPerSecond() * meanShare * SECONDS_A_DAY * slo.windowDays();
        return (1 - slo.objective()) * requests;
    }

    private static double seconds(Duration step) {
        return step.toMillis() / 1000.0;
    }
}
