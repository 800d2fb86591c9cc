package mayday.scenario;

import java.time.LocalTime;

/**
 * When somebody is on call, every day, in the team's time zone; over midnight if it ends before it begins.
 *
 * @param until excluded; the same as {@code from} means all day
 */
public record Shift(String name, LocalTime from, LocalTime until) {
    public boolean covers(LocalTime time) {
        return Hours.between(from, until, time);
    }
}
