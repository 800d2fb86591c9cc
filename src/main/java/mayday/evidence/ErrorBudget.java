package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Slo;
import mayday.scenario.Where;
import mayday.simulation.Trajectory;

/**
 * What failed requests did to a service's error budget. The budget is the number of requests that may fail in the
 * SLO's window, {@code (1 - objective) * requests in the window}; see Beyer et al., The Site Reliability Workbook
 * (2018), chapter 2.
 *
 * @param failed requests that failed in the time that was asked about
 * @param burned {@code failed} as a share of the whole budget, 0 and above
 * @param left share of the budget that is left, spent before and burned now taken off; negative when overdrawn
 * @param burnRate how many times faster than the objective allows requests fail now; at 1 the budget lasts exactly the
 *     window
 */
public record ErrorBudget(double failed, double burned, double left, double burnRate) {
    private static final double SECONDS_A_DAY = 86_400;

    /** The budget of {@code slo} at {@code until}, with the failures since {@code from}. */
    public static ErrorBudget of(Trajectory trajectory, SimulatedSystem system, Slo slo, Instant from, Instant until) {
        return of(new SimulatedHistory(trajectory), system, slo, from, until);
    }

    static ErrorBudget of(History history, SimulatedSystem system, Slo slo, Instant from, Instant until) {
        var rate = history.samples(Signal.REQUEST_RATE, slo.service(), Where.everywhere(), from, until);
        var ratio = history.samples(Signal.ERROR_RATIO, slo.service(), Where.everywhere(), from, until);
        double failed =
                rate.with(ratio, (perSecond, share) -> perSecond * share).sum() * rate.stepSeconds();
        double budget = (1 - slo.objective()) * requestsInWindow(history, system, slo, until);
        double burned = budget > 0 ? failed / budget : 0;
        double burnRate = slo.objective() < 1 ? ratio.lately(Sight.NOW) / (1 - slo.objective()) : 0;
        return new ErrorBudget(failed, burned, 1 - slo.spent() - burned, burnRate);
    }

    /** The share of the whole budget that goes in {@code length} if requests go on failing as they do now. */
    public double burns(Duration length, Slo slo) {
        return burnRate * length.toSeconds() / (SECONDS_A_DAY * slo.windowDays());
    }

    /**
     * The mean of the daily curve, times how many requests the service usually has for one that enters: read from the beginning of
     * the history, before anything went wrong.
     */
    private static double requestsInWindow(History history, SimulatedSystem system, Slo slo, Instant until) {
        var traffic = system.traffic();
        double mean = DailyCurve.mean(traffic);
        if (!slo.service().equals(traffic.entry())) {
            var begin = history.samples(Signal.REQUEST_RATE, traffic.entry(), Where.everywhere(), Instant.EPOCH, until)
                    .start();
            var end = begin.plus(Sight.USUAL).isBefore(until) ? begin.plus(Sight.USUAL) : until;
            var there = history.samples(Signal.REQUEST_RATE, slo.service(), Where.everywhere(), begin, end);
            var entering = history.samples(Signal.REQUEST_RATE, traffic.entry(), Where.everywhere(), begin, end);
            mean *= entering.mean() > 0 ? there.mean() / entering.mean() : 1;
        }
        return mean * slo.windowDays() * SECONDS_A_DAY;
    }
}
