package mayday.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * A schedule in cron's notation: minute, hour, day of month, month, day of week (0 or 7 is Sunday), each {@code *}, a
 * number, a range, a list of them, or one with a step. Times are UTC. As in cron, if both days are restricted, either
 * will do.
 */
final class CronSchedule {
    /** A schedule that does not strike for longer than this is taken for one that never does. */
    private static final int MOST_DAYS = 366;

    private static final int MINUTES_A_DAY = 24 * 60;

    private static final int[] LOWEST = {0, 0, 1, 1, 0};
    private static final int[] HIGHEST = {59, 23, 31, 12, 7};

    private final BitSet[] fields;
    private final boolean eitherDay;

    private CronSchedule(BitSet[] fields, boolean eitherDay) {
        this.fields = fields;
        this.eitherDay = eitherDay;
    }

    /** The schedule; one that never strikes if {@code text} is none. */
    static CronSchedule of(String text) {
        var parts = text.strip().split("\\s+");
        var fields = new BitSet[LOWEST.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = parts.length == fields.length ? field(parts[i], LOWEST[i], HIGHEST[i]) : new BitSet();
        }
        boolean eitherDay = parts.length == fields.length && !parts[2].startsWith("*") && !parts[4].startsWith("*");
        return new CronSchedule(fields, eitherDay);
    }

    private static BitSet field(String text, int lowest, int highest) {
        var values = new BitSet();
        for (var item : text.split(",")) {
            var stepped = item.split("/");
            var range = stepped[0].split("-");
            boolean all = stepped[0].equals("*");
            int from = all ? lowest : number(range[0]);
            int until = all || (range.length == 1 && stepped.length == 2) ? highest : number(range[range.length - 1]);
            int step = stepped.length == 2 ? number(stepped[1]) : 1;
            if (from < lowest || until > highest || step < 1) {
                return new BitSet();
            }
            for (int value = from; value <= until; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text) {
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    }

    /** The last time at or before {@code now}; {@link Instant#MIN} if there is none within a year. */
    Instant last(Instant now) {
        return find(now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES), -1, Instant.MIN);
    }

    /** The next time after {@code now}; {@link Instant#MAX} if there is none within a year. */
    Instant next(Instant now) {
        var first = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        return find(first, 1, Instant.MAX);
    }

    /** Whole days that do not fit are skipped, so that a year is some hundred steps. */
    private Instant find(ZonedDateTime start, int direction, Instant none) {
        var time = start;
        for (int day = 0; day <= MOST_DAYS; day++) {
            if (onDay(time)) {
                int strikes = onThatDay(60 * time.getHour() + time.getMinute(), direction);
                if (strikes >= 0) {
                    return time.truncatedTo(ChronoUnit.DAYS)
                            .plusMinutes(strikes)
                            .toInstant();
                }
            }
            var midnight = time.truncatedTo(ChronoUnit.DAYS);
            time = direction > 0 ? midnight.plusDays(1) : midnight.minusMinutes(1);
        }
        return none;
    }

    /** The minute of the day, from {@code start} on or back; below 0 if there is none. */
    private int onThatDay(int start, int direction) {
        for (int minute = start; minute >= 0 && minute < MINUTES_A_DAY; minute += direction) {
            if (fields[1].get(minute / 60) && fields[0].get(minute % 60)) {
                return minute;
            }
        }
        return -1;
    }

    private boolean onDay(ZonedDateTime time) {
        int weekday = time.getDayOfWeek().getValue();
        boolean dayOfMonth = fields[2].get(time.getDayOfMonth());
        boolean dayOfWeek = fields[4].get(weekday) || (weekday == 7 && fields[4].get(0));
        boolean day = eitherDay ? dayOfMonth || dayOfWeek : dayOfMonth && dayOfWeek;
        return fields[3].get(time.getMonthValue()) && day;
    }
}
