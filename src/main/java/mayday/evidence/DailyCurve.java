package mayday.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import mayday.scenario.Traffic;

/** The demand that the daily curve promises, without noise. */
final class DailyCurve {
    private static final int HOURS = 24;

    private DailyCurve() {}

    /** Requests a second over all regions at {@code at}: between two full hours in proportion. */
    static double rate(Traffic traffic, Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        double part = (time.getMinute() * 60 + time.getSecond()) / 3600.0;
        double before = traffic.hourly().get(time.getHour());
        double after = traffic.hourly().get((time.getHour() + 1) % HOURS);
        return traffic.peakPerSecond() * (before + part * (after - before));
    }

    /** Requests a second over all regions, the mean of a day. */
    static double mean(Traffic traffic) {
        return traffic.peakPerSecond()
                * traffic.hourly().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }
}
