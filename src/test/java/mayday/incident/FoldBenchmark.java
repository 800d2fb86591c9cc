package mayday.incident;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import mayday.scenario.Audience;
import mayday.scenario.TinyShop;

/**
 * Measures what folding costs: a replay of short and of the longest streams, and as many moves decided one after the other. {@code main}
 * prints medians of {@value #RUNS} runs after {@value #WARM_UPS} to warm up, in processor time and in memory that was asked for.
 */
final class FoldBenchmark {
    private static final int WARM_UPS = 20;
    private static final int RUNS = 21;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FoldBenchmark() {}

    public static void main(String[] arguments) {
        for (var events : List.of(1_000, Limits.EVENTS - Limits.EVENTS_KEPT_FOR_THE_END)) {
            var stream = played(events).history();
            measure("replay of " + events + " events", () -> Evolution.replay(TinyShop.scenario(), stream));
            measure("deciding " + events + " events", () -> played(events));
        }
    }

    /** An incident of so many events, most of them small moves at the same instant, so that little is simulated. */
    private static Incident played(int events) {
        var scenario = TinyShop.scenario();
        var incident = Decider.open(
                        scenario, Playing.SEED, TinyShop.BAD_RELEASE, ClockMode.LIVE, Instant.EPOCH, Playing.SAM)
                .after();
        while (incident.version() < events) {
            var update = new Command.PostUpdate(Playing.SAM, Audience.CHANNEL, "Looking.");
            incident = Decider.decide(scenario, incident, update, TinyShop.PAGED_AT.plusSeconds(1))
                    .after();
        }
        return incident;
    }

    private static void measure(String what, Runnable work) {
        var millis = new double[RUNS];
        var allocated = 0L;
        for (var run = -WARM_UPS; run < RUNS; run++) {
            var bytes = THREADS.getCurrentThreadAllocatedBytes();
            var began = THREADS.getCurrentThreadCpuTime();
            work.run();
            if (run >= 0) {
                millis[run] = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
                allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: %.2f ms (%.2f to %.2f), %.1f MB%n",
                what, millis[RUNS / 2], millis[0], millis[RUNS - 1], allocated / 1e6);
    }
}
