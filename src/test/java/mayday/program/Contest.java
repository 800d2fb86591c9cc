package mayday.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Something and its ceiling, in turn: each is done by so many at once, one thing after the other, for so long, round by round. On a machine
 * that others use too, figures of one round may be compared with each other when those of two runs may not.
 *
 * @param callers how many do it at once
 * @param seconds how long, in each round
 * @param rounds how often; the first two are to warm up and are not counted
 */
record Contest(int callers, double seconds, int rounds) {
    private static final int WARM_UPS = 2;

    /** Does one thing after another; one for each caller. */
    interface Doer {
        void once();
    }

    /** The doers, one for each caller. */
    interface Doers {
        Doer of(int caller);
    }

    /** Medians, a second. */
    record Outcome(double ours, double ceiling, double share) {
        /** @param bar the least share that is aimed for, in percent */
        void print(String what, int bar) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.0f %% | %d %% |%n",
                    what,
                    ours,
                    ceiling,
                    share * 100,
                    bar);
        }
    }

    static void header(String ours, String ceiling) {
        System.out.println("| | " + ours + " | " + ceiling + " | share (median of the rounds' shares) | bar |");
        System.out.println("|---|---|---|---|---|");
    }

    Outcome between(Doers ours, Doers ceiling) {
        var first = doers(ours);
        var second = doers(ceiling);
        var rates = new ArrayList<Double>();
        var ceilings = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        for (var round = 0; round < rounds + WARM_UPS; round++) {
            // Who begins changes from round to round.
            var mine = round % 2 == 0 ? rate(first) : 0;
            var theirs = rate(second);
            var rate = round % 2 == 0 ? mine : rate(first);
            if (round >= WARM_UPS) {
                rates.add(rate);
                ceilings.add(theirs);
                shares.add(rate / theirs);
            }
        }
        return new Outcome(median(rates), median(ceilings), median(shares));
    }

    private List<Doer> doers(Doers each) {
        var all = new ArrayList<Doer>();
        for (var caller = 0; caller < callers; caller++) {
            all.add(each.of(caller));
        }
        return all;
    }

    private double rate(List<Doer> doers) {
        var done = new LongAdder();
        var begun = System.nanoTime();
        var until = begun + (long) (seconds * 1e9);
        var ended = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (var doer : doers) {
                ended.add(threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        doer.once();
                        done.increment();
                    }
                }));
            }
        }
        // What one of them could not do ends the benchmark.
        ended.forEach(Future::resultNow);
        return done.sum() * 1e9 / (System.nanoTime() - begun);
    }

    static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
