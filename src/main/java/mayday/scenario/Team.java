package mayday.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * People who own services and can be paged.
 *
 * @param shifts who is on call when; together they cover the day
 * @param respondsSeconds how long they take to answer a page in their hours, in seconds
 * @param handOver what the person on call writes when the shift changes; may be empty
 */
public record Team(
        TeamId id,
        String title,
        List<Shift> shifts,
        List<String> aliases,
        int respondsSeconds,
        Hours hours,
        Fatigue fatigue,
        String handOver) {
    public Team {
        shifts = List.copyOf(shifts);
        aliases = List.copyOf(aliases);
    }

    /** A team with one person on call, always equally quick. */
    public Team(TeamId id, String title, String onCall, List<String> aliases, int respondsSeconds) {
        this(
                id,
                title,
                List.of(new Shift(onCall, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                aliases,
                respondsSeconds,
                Hours.aroundTheClock(),
                Fatigue.NONE,
                "");
    }

    /** Who is on call. */
    public Shift onCall(Instant at) {
        var time = at.atZone(hours.zone()).toLocalTime();
        return shifts.stream().filter(shift -> shift.covers(time)).findFirst().orElseGet(shifts::getFirst);
    }

    /** The first instant after {@code at}, within {@code horizon}, at which another shift begins; whole minutes. */
    public Optional<Instant> shiftEnds(Instant at, Duration horizon) {
        var now = onCall(at);
        var latest = at.plus(horizon);
        var next = at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (var each = next; shifts.size() > 1 && !each.isAfter(latest); each = each.plus(1, ChronoUnit.MINUTES)) {
            if (!onCall(each).equals(now)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** How long a person who is not tired takes to answer a page, in seconds. */
    public int respondsSeconds(Instant at) {
        return hours.covers(at) ? respondsSeconds : hours.outsideSeconds();
    }
}
