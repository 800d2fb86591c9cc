package mayday.evidence;

import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/**
 * What customers send in front and what of it fails: what is measured there, less what {@link Spared} says is nobody's.
 *
 * @param entry the service at which they come in, in the regions that were asked about
 */
record Customers(Inquiry inquiry, Subject entry, Spared spared) {

    /** Requests a second. */
    double rate(Instant at) {
        return spared.any(at)
                ? regions().stream().mapToDouble(region -> rate(region, at)).sum()
                : inquiry.sight().lately(Signal.REQUEST_RATE, entry, at);
    }

    /** The share that fails, 0 to 1. */
    double failing(Instant at) {
        return spared.any(at)
                ? mean(at, region -> failing(region, at))
                : inquiry.sight().lately(Signal.ERROR_RATIO, entry, at);
    }

    /** The same of one region. */
    double failing(RegionId region, Instant at) {
        return spared.failing(entry.id(), region, at, inquiry.sight().lately(Signal.ERROR_RATIO, in(region), at));
    }

    /** The share of those on a way through the system that fails. */
    double failing(Way way, Instant at) {
        return spared.any(at)
                ? mean(at, region -> way.failing(inquiry, region, at, spared))
                : way.failing(inquiry, entry.where(), at);
    }

    /** Requests a second, over time. */
    Samples rate(Instant from, Instant until) {
        return spared.stretches().isEmpty()
                ? inquiry.sight().samples(Signal.REQUEST_RATE, entry, from, until)
                : regions().stream()
                        .map(region -> rate(region, from, until))
                        .reduce((one, other) -> one.with(other, Double::sum))
                        .orElseThrow();
    }

    /** The share that fails, over time. */
    Samples failing(Instant from, Instant until) {
        if (spared.stretches().isEmpty()) {
            return inquiry.sight().samples(Signal.ERROR_RATIO, entry, from, until);
        }
        return regions().stream()
                .map(region -> inquiry.sight()
                        .samples(Signal.ERROR_RATIO, in(region), from, until)
                        .mapAt((at, share) -> spared.failing(entry.id(), region, at, share))
                        .with(rate(region, from, until), (share, rate) -> share * rate))
                .reduce((one, other) -> one.with(other, Double::sum))
                .orElseThrow()
                .with(rate(from, until), (failed, rate) -> rate > 0 ? failed / rate : 0);
    }

    private double mean(Instant at, ToDoubleFunction<RegionId> share) {
        double rate = rate(at);
        return rate > 0
                ? regions().stream()
                                .mapToDouble(region -> rate(region, at) * share.applyAsDouble(region))
                                .sum()
                        / rate
                : 0;
    }

    private double rate(RegionId region, Instant at) {
        return spared.rate(region, at, inquiry.sight().lately(Signal.REQUEST_RATE, in(region), at));
    }

    private Samples rate(RegionId region, Instant from, Instant until) {
        return inquiry.sight()
                .samples(Signal.REQUEST_RATE, in(region), from, until)
                .mapAt((at, rate) -> spared.rate(region, at, rate));
    }

    private Subject in(RegionId region) {
        return new Subject(entry.service(), Where.in(region), 0);
    }

    private List<RegionId> regions() {
        return inquiry.system().regionIds().stream()
                .filter(region ->
                        entry.where().covers(region) && entry.service().runsIn(region))
                .toList();
    }
}
