package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a series rose from its usual to a higher level. */
sealed interface Shape {
    /** A rise that takes no longer than this is sudden. */
    Duration SUDDEN = Duration.ofMinutes(2);

    /** A jump of a stepwise rise takes no longer than this. */
    Duration JUMPED = Duration.ofMinutes(1);

    /** Two jumps closer than this are one. */
    Duration APART = Duration.ofMinutes(2);

    /** A jump is at least this share of the whole rise. */
    double JUMP = 0.25;

    /** The jumps of a stepwise rise make up at least this share of it. */
    double MOSTLY_JUMPS = 0.7;

    /** Over so long a change decides whether it gets worse. */
    Duration TREND = Duration.ofMinutes(5);

    /** A change of less than this share of the rise is none. */
    double STEADY = 0.15;

    /** The level that was reached: what nine in ten samples since stay below. */
    double level();

    record Sudden(double level, Duration took) implements Shape {}

    record Stepwise(double level, List<Instant> steps) implements Shape {
        public Stepwise {
            steps = List.copyOf(steps);
        }
    }

    record Gradual(double level, Duration took) implements Shape {}

    /** Where it is heading. */
    enum Trend {
        RISING,
        STEADY,
        EASING
    }

    /** The shape of {@code away}, which begins with the last usual sample. */
    static Shape of(Samples away, double usual) {
        double level = level(away);
        double rise = level - usual;
        int tenth = firstAbove(away, usual + 0.1 * rise);
        int most = firstAbove(away, usual + 0.9 * rise);
        var took = away.step().multipliedBy(Math.max(1, most - tenth));
        if (took.compareTo(SUDDEN) <= 0) {
            return new Sudden(level, took);
        }
        var steps = steps(away, rise, most);
        return steps.size() >= 2 ? new Stepwise(level, steps) : new Gradual(level, took);
    }

    /** Whether the last minutes went up or down, measured against the whole rise. */
    static Trend trend(Samples away, double rise, Instant until) {
        var then = until.minus(TREND);
        if (then.isBefore(away.start()) || rise <= 0) {
            return away.lately(Sight.NOW) > away.mean(0, 3) + STEADY * rise ? Trend.RISING : Trend.STEADY;
        }
        int index = away.indexOf(then);
        int window = Math.clamp(away.steps(Sight.NOW), 1, away.size());
        double change = away.lately(Sight.NOW) - away.mean(Math.max(0, index - window / 2), window);
        if (Math.abs(change) < STEADY * rise) {
            return Trend.STEADY;
        }
        return change > 0 ? Trend.RISING : Trend.EASING;
    }

    private static double level(Samples away) {
        var sorted = new double[away.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = away.value(i);
        }
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * 9 / 10)];
    }

    private static int firstAbove(Samples samples, double limit) {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.value(i) >= limit) {
                return i;
            }
        }
        return samples.size() - 1;
    }

    /** The instants of the jumps up to {@code last}, if jumps make up most of the rise; else none. */
    private static List<Instant> steps(Samples away, double rise, int last) {
        int span = Math.clamp(away.steps(JUMPED), 1, away.size());
        int apart = (int) away.steps(APART);
        var steps = new ArrayList<Instant>();
        double jumped = 0;
        for (int i = 0; i + 1 <= last; ) {
            int end = Math.min(i + span, away.size() - 1);
            double jump = away.value(end) - away.value(i);
            if (jump >= JUMP * rise && away.value(i + 1) - away.value(i) >= jump / span) {
                steps.add(away.timeOf(i + 1));
                jumped += jump;
                i += apart;
            } else {
                i++;
            }
        }
        return jumped >= MOSTLY_JUMPS * rise ? steps : List.of();
    }
}
