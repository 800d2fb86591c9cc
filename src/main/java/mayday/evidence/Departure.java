package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mayday.scenario.Signal;

/**
 * A stretch in which a series kept away from what was usual before.
 *
 * @param begin the first instant above the usual
 * @param end the first instant back at it; {@link Instant#MAX} while it lasts
 */
record Departure(Instant begin, Instant end) {
    /** How long a series must stay away to have departed, and stay back to have returned. */
    static final Duration SUSTAINED = Duration.ofMinutes(1);

    /** Two departures that are closer than this are one. */
    static final Duration MERGED = Duration.ofMinutes(2);

    /** Of the samples of {@link #SUSTAINED}, one in this many may lie on the other side. */
    private static final int STRAY = 6;

    boolean lasts() {
        return end.equals(Instant.MAX);
    }

    /** What is usual, and from where on a value departs from it. */
    record Usual(double middle, double limit) {

        /**
         * The median of the first half hour, and beyond it six times the deviation that nine in ten samples stay
         * within, a quarter of the median, and the least that matters in this unit, whichever is more.
         */
        static Usual of(Samples samples, Signal signal) {
            int count = Math.clamp(samples.steps(Sight.USUAL), 1, samples.size());
            var first = new double[count];
            for (int i = 0; i < count; i++) {
                first[i] = samples.value(i);
            }
            Arrays.sort(first);
            double middle = first[count / 2];
            double spread = first[Math.min(count - 1, count * 9 / 10)] - middle;
            double margin = Math.max(6 * spread, 0.25 * Math.abs(middle) + least(signal));
            return new Usual(middle, middle + margin);
        }

        private static double least(Signal signal) {
            return switch (signal.unit()) {
                case RATIO -> 0.002;
                case SECONDS -> 0.005;
                case PER_SECOND, COUNT -> 1;
                case GIB -> 0.1;
                case DAYS -> 1;
            };
        }
    }

    /** All departures upwards, in order of time. */
    static List<Departure> of(Samples samples, Usual usual) {
        var found = new ArrayList<Departure>();
        boolean away = false;
        var begin = samples.start();
        for (int i = 0; i < samples.size(); i++) {
            if (!away && turns(samples, i, usual.limit(), true)) {
                begin = samples.timeOf(firstSign(samples, i, usual));
                away = true;
            } else if (away && turns(samples, i, usual.limit(), false)) {
                add(found, new Departure(begin, samples.timeOf(i)));
                away = false;
            }
        }
        if (away) {
            add(found, new Departure(begin, Instant.MAX));
        }
        return found;
    }

    private static void add(List<Departure> found, Departure next) {
        if (!found.isEmpty()
                && Duration.between(found.getLast().end, next.begin).compareTo(MERGED) < 0) {
            var before = found.removeLast();
            found.add(new Departure(before.begin, next.end));
        } else {
            found.add(next);
        }
    }

    /**
     * Whether the samples from {@code index} on lie on the other side of the limit and, as far as is known, stay there.
     */
    private static boolean turns(Samples samples, int index, double limit, boolean above) {
        if (samples.value(index) > limit != above) {
            return false;
        }
        int count = Math.clamp(samples.steps(SUSTAINED), 1, samples.size());
        int until = Math.min(samples.size(), index + count);
        if (until - index < count / 2) {
            return false;
        }
        int strays = 0;
        for (int i = index; i < until; i++) {
            strays += samples.value(i) > limit == above ? 0 : 1;
        }
        return strays <= count / STRAY;
    }

    /** Back from the first clear sample to where the rise began: half way to the limit is already a sign. */
    private static int firstSign(Samples samples, int index, Usual usual) {
        double sign = (usual.middle() + usual.limit()) / 2;
        int first = index;
        while (first > 0 && samples.value(first - 1) > sign) {
            first--;
        }
        return first;
    }
}
