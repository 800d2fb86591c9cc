package mayday.compiler;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import mayday.compiler.Value.Entry;
import mayday.scenario.Calendar;
import mayday.scenario.Words;

/** Reads the days of a system's traffic: {@code { saturday: 130 %, 2026-12-24: 60 % }}. */
final class DaysReader {
    private static final Range FACTOR = Range.ratio(0, 10);

    private final Problems problems;
    private final Scalars scalars;
    private final Map<DayOfWeek, Double> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, Double> dates = new HashMap<>();

    private DaysReader(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    static Calendar read(Fields traffic, Problems problems) {
        var reader = new DaysReader(problems);
        traffic.entries("days").forEach(reader::read);
        return new Calendar(reader.weekly, reader.dates);
    }

    private void read(Entry entry) {
        var key = entry.key().text();
        var factor = scalars.number(entry.value(), key, FACTOR);
        var day = Words.parse(DayOfWeek.class, key);
        var date = Moments.date(key);
        if (day.isEmpty() && date.isEmpty()) {
            problems.error(
                    entry.key().place(),
                    "bad-day",
                    "`" + key + "` is neither a day of the week nor a date",
                    "such as `saturday` or `2026-12-24`");
        }
        day.ifPresent(each -> weekly.put(each, factor));
        date.ifPresent(each -> dates.put(each, factor));
    }
}
