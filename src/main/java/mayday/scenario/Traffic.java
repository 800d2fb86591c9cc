package mayday.scenario;

import java.util.List;

/**
 * The demand from outside.
 *
 * @param entry the service where it enters
 * @param peakPerSecond requests a second over all regions at the daily peak
 * @param hourly share of the peak at each full hour of the day (UTC), 24 numbers from 0 to 1; between them it is interpolated
 * @param calendar how many times that a day has
 * @param noise relative standard deviation of the seeded noise, 0 to 0.2
 */
public record Traffic(ServiceId entry, double peakPerSecond, List<Double> hourly, Calendar calendar, double noise) {
    public Traffic {
        hourly = List.copyOf(hourly);
    }

    /** On which every day is as any other. */
    public Traffic(ServiceId entry, double peakPerSecond, List<Double> hourly, double noise) {
        this(entry, peakPerSecond, hourly, Calendar.NONE, noise);
    }
}
