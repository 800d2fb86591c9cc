package mayday.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * When a team is at its desks.
 *
 * @param until excluded; the same as {@code from} means around the clock
 * @param outsideSeconds how long the person on call takes to answer a page at other times
 */
public record Hours(ZoneId zone, LocalTime from, LocalTime until, List<DayOfWeek> days, int outsideSeconds) {
    public Hours {
        days = List.copyOf(days);
    }

    /** At any time of any day. */
    public static Hours aroundTheClock(ZoneId zone) {
        return new Hours(zone, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, List.of(DayOfWeek.values()), 0);
    }

    static Hours aroundTheClock() {
        return aroundTheClock(ZoneOffset.UTC);
    }

    public boolean isAroundTheClock() {
        return from.equals(until) && days.size() == DayOfWeek.values().length;
    }

    public boolean covers(Instant at) {
        var there = at.atZone(zone);
        return days.contains(there.getDayOfWeek()) && between(from, until, there.toLocalTime());
    }

    static boolean between(LocalTime from, LocalTime until, LocalTime time) {
        if (from.equals(until)) {
            return true;
        }
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
