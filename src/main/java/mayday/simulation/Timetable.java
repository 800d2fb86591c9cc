package mayday.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mayday.scenario.Effect;

/**
 * A schedule in the model's own time: steps of one second, counted from the origin.
 *
 * <p>An effect is in force in the steps that start at or after its beginning and before its end; an impulse strikes before the first
 * step that starts at or after it. So what happens before an instant depends only on what the schedule says before that instant.
 */
final class Timetable {
    private static final double NANOS = 1e9;

    /** An effect and the steps in which it is in force. */
    private record Entry(Effect effect, double from, double ramp, long first, long end) {

        boolean holds(long step) {
            return first <= step && step < end;
        }

        boolean ramps(long step) {
            return step < from + ramp;
        }

        /** While it ramps, and in the first step with its full strength, it changes with each step. */
        long nextChange(long step) {
            if (step <= first) {
                return first;
            }
            if (step < end && ramps(step - 1)) {
                return step;
            }
            return step <= end ? end : Long.MAX_VALUE;
        }

        Entry endedBy(long step) {
            return new Entry(effect, from, ramp, first, Math.min(end, step));
        }

        /** As it is seen by who looks from {@code from} until {@code until}: since when it holds, and how it once began, is not. */
        Entry within(long from, long until) {
            var begins = ramps(from - 1);
            return new Entry(
                    effect, begins ? this.from : 0, begins ? ramp : 0, Math.max(first, from - 1), Math.min(end, until));
        }

        double strength(long step) {
            return ramps(step) ? (step - from) / ramp : 1;
        }
    }

    private record Strike(long step, Impulse impulse) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Strike> strikes = new ArrayList<>();

    Timetable(Schedule schedule, Instant origin) {
        for (var disturbance : schedule.disturbances()) {
            var first = firstStep(origin, disturbance.from());
            var end = firstStep(origin, disturbance.until());
            for (var effect : disturbance.effects()) {
                entries.add(new Entry(
                        effect,
                        seconds(origin, disturbance.from()),
                        effect.ramp().toNanos() / NANOS,
                        first,
                        end));
            }
        }
        for (var impulse : schedule.impulses()) {
            strikes.add(new Strike(firstStep(origin, impulse.at()), impulse));
        }
    }

    /** Sets {@code parameters} to what holds in a step, and says until which step (exclusive) they stay so. */
    long set(Parameters parameters, long step) {
        parameters.reset();
        var until = Long.MAX_VALUE;
        for (var entry : entries) {
            if (entry.holds(step)) {
                parameters.apply(entry.effect, entry.strength(step));
                until = Math.min(until, entry.ramps(step) ? step + 1 : entry.end);
            } else if (step < entry.first) {
                until = Math.min(until, entry.first);
            }
        }
        parameters.settle();
        return until;
    }

    /** The first step from {@code step} on with which parameters change; {@link Long#MAX_VALUE} if they never do. */
    long nextChange(long step) {
        var next = Long.MAX_VALUE;
        for (var entry : entries) {
            next = Math.min(next, entry.nextChange(step));
        }
        return next;
    }

    /** What strikes right before a step, in the order of the schedule. */
    List<Impulse> strikesBefore(long step) {
        return strikes.stream()
                .filter(strike -> strike.step == step)
                .map(Strike::impulse)
                .toList();
    }

    /** The first step from {@code step} on before which something strikes; {@link Long#MAX_VALUE} if nothing does. */
    long nextStrike(long step) {
        var next = Long.MAX_VALUE;
        for (var strike : strikes) {
            if (strike.step >= step) {
                next = Math.min(next, strike.step);
            }
        }
        return next;
    }

    /** Before which step two timetables say the same; {@link Long#MAX_VALUE} if they never differ. */
    long agreesUntil(Timetable other) {
        var turns = Stream.of(this, other)
                .flatMapToLong(Timetable::turns)
                .sorted()
                .distinct()
                .toArray();
        // What says the same before a step says so before each earlier one.
        var agreed = 0L;
        var low = 0;
        var high = turns.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            if (agreesBefore(other, turns[middle])) {
                agreed = turns[middle];
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return agreed;
    }

    /** The steps at which anything begins, ends or strikes, and the end of time. */
    private LongStream turns() {
        return LongStream.concat(
                LongStream.concat(
                        entries.stream().flatMapToLong(entry -> LongStream.of(entry.first, entry.end)),
                        strikes.stream().mapToLong(Strike::step)),
                LongStream.of(Long.MAX_VALUE));
    }

    /** Whether two timetables say the same in the steps from {@code from} until {@code until} (exclusive), whatever they said before. */
    boolean agreesWithin(Timetable other, long from, long until) {
        return agree(
                        entries,
                        other.entries,
                        entry -> entry.first < until && entry.end >= from,
                        entry -> entry.within(from, until))
                && agree(
                        strikes,
                        other.strikes,
                        strike -> from <= strike.step && strike.step < until,
                        UnaryOperator.identity());
    }

    /** Whether two timetables say the same before a step. */
    private boolean agreesBefore(Timetable other, long step) {
        return agree(entries, other.entries, entry -> entry.first < step, entry -> entry.endedBy(step))
                && agree(strikes, other.strikes, strike -> strike.step < step, UnaryOperator.identity());
    }

    /** Whether what is looked at of one list is, in its order, what is looked at of the other. */
    private static <T> boolean agree(List<T> some, List<T> others, Predicate<T> looked, UnaryOperator<T> seen) {
        var place = 0;
        for (var one : some) {
            if (looked.test(one)) {
                place = next(others, place, looked);
                if (place == others.size() || !seen.apply(one).equals(seen.apply(others.get(place)))) {
                    return false;
                }
                place++;
            }
        }
        return next(others, place, looked) == others.size();
    }

    private static <T> int next(List<T> all, int from, Predicate<T> looked) {
        var place = from;
        while (place < all.size() && !looked.test(all.get(place))) {
            place++;
        }
        return place;
    }

    private static long firstStep(Instant origin, Instant instant) {
        var gap = Duration.between(origin, instant);
        return gap.toNanosPart() > 0 ? gap.toSeconds() + 1 : gap.toSeconds();
    }

    private static double seconds(Instant origin, Instant instant) {
        var gap = Duration.between(origin, instant);
        return gap.getSeconds() + gap.getNano() / NANOS;
    }
}
