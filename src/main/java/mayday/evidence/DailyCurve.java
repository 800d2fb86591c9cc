package mayday.evidence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import mayday.scenario.Traffic;

/** The demand that the daily curve promises, without noise. */
final class DailyCurve {
    private DailyCurve() {}

    /** Requests a second over all regions at {@code at}: between two full hours in proportion. */
    static double rate(Traffic traffic, Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        double part = (time.getMinute() * 60 + time.getSecond()) / 3600.0;
        double before = level(traffic, time);
        double after = level(traffic, time.plusHours(1));
        return traffic.peakPerSecond() * (before + part * (after - before));
    }

    private static double level(Traffic traffic, OffsetDateTime time) {
        return traffic.hourly().get(time.getHour()) * traffic.calendar().factor(time.toLocalDate());
    }

    /** Requests a second over all regions, the mean of a week without holidays. */
    static double mean(Traffic traffic) {
        return traffic.peakPerSecond()
                * Stream.of(DayOfWeek.values())
                        .mapToDouble(traffic.calendar()::factor)
                        .average()
                        .orElse(1)
                * traffic.hourly().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }
}
