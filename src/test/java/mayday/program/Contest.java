package mayday.program;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Does one thing after another; one for each caller. */
    interface Doer {
        void once();
    }

    /** The doers, one for each caller. */
    interface Doers {
        Doer of(int caller);
    }

    /** How often it was done, by the clock and by the processor time of this process, which other programs take less from: a second. */
    private record Rate(double byClock, double byProcessor) {}

    /**
     * Medians of the rounds.
     *
     * @param ours a second
     * @param ceiling a second
     * @param share of the ceiling, by the clock
     * @param shareOfWork the same in processor time: callers, compilers and collector are in it too
     */
    record Outcome(double ours, double ceiling, double share, double shareOfWork) {
        /** @param bar the least share that is aimed for, in percent */
        void print(String what, int bar) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.0f %% | %.0f %% | %d %% |%n",
                    what,
                    ours,
                    ceiling,
                    share * 100,
                    shareOfWork * 100,
                    bar);
        }
    }

    static void header(String ours, String ceiling) {
        System.out.println("| | " + ours + " | " + ceiling + " | share | share by processor time | bar |");
        System.out.println("|---|---|---|---|---|---|");
    }

    Outcome between(Doers ours, Doers ceiling) {
        var first = doers(ours);
        var second = doers(ceiling);
        var rates = new ArrayList<Double>();
        var ceilings = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        var work = new ArrayList<Double>();
        for (var round = 0; round < rounds + WARM_UPS; round++) {
            // Who begins changes from round to round.
            var theirsFirst = round % 2 == 0;
            var before = theirsFirst ? rate(second) : rate(first);
            var after = theirsFirst ? rate(first) : rate(second);
            var rate = theirsFirst ? after : before;
            var limit = theirsFirst ? before : after;
            if (round >= WARM_UPS) {
                rates.add(rate.byClock());
                ceilings.add(limit.byClock());
                shares.add(rate.byClock() / limit.byClock());
                work.add(rate.byProcessor() / limit.byProcessor());
            }
        }
        return new Outcome(median(rates), median(ceilings), median(shares), median(work));
    }

    private List<Doer> doers(Doers each) {
        var made = new ArrayList<Future<Doer>>();
        // At once, as what they do: one that waits for long for the others loses its connection.
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (var caller = 0; caller < callers; caller++) {
                var number = caller;
                made.add(threads.submit(() -> each.of(number)));
            }
        }
        return made.stream().map(Future::resultNow).toList();
    }

    private Rate rate(List<Doer> doers) {
        var done = new LongAdder();
        var processor = PROCESS.getProcessCpuTime();
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
        for (var each : ended) {
            if (each.state() == Future.State.FAILED) {
                throw new IllegalStateException("a caller gave up", each.exceptionNow());
            }
        }
        var times = done.sum() * 1e9;
        return new Rate(times / (System.nanoTime() - begun), times / (PROCESS.getProcessCpuTime() - processor));
    }

    static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
