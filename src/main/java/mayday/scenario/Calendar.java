package mayday.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * How many times the ordinary demand a day (UTC) has: 1 is an ordinary day.
 *
 * @param weekly by the day of the week; ordinary where a day is not named
 * @param dates of single days, such as holidays, whatever day of the week they are
 */
public record Calendar(Map<DayOfWeek, Double> weekly, Map<LocalDate, Double> dates) {
    /** Every day is as any other. */
    public static final Calendar NONE = new Calendar(Map.of(), Map.of());

    public Calendar {
        weekly = Map.copyOf(weekly);
        dates = Map.copyOf(dates);
    }

    public double factor(DayOfWeek day) {
        return weekly.getOrDefault(day, 1.0);
    }

    public double factor(LocalDate date) {
        return dates.getOrDefault(date, factor(date.getDayOfWeek()));
    }
}
