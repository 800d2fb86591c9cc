package mayday.incident;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The methods of {@link EngineBenchmark} in processor time of the thread that runs them, in turn, a round of each after the other: other
 * work on the machine counts for little, and as much for one as for the other. What the garbage collector does beside it is in neither.
 *
 * <p>{@code mvn -Pbench verify -Dbench.main=mayday.incident.EngineProcessorTime}
 */
final class EngineProcessorTime {
    private static final int WARM_UPS = 120;
    private static final int ROUNDS = 41;
    private static final int INVOCATIONS = 20;
    private static final int COMMANDS = 300;

    private EngineProcessorTime() {}

    /** Processor microseconds of a round, by command or in all. */
    private record Measured(String what, int of, List<Double> rounds) {
        void round(double micros) {
            rounds.add(micros / of);
        }

        /** After the rounds to warm up. */
        double at(ToDoubleFunction<List<Double>> which) {
            return which.applyAsDouble(rounds.stream().skip(WARM_UPS).sorted().toList());
        }
    }

    public static void main(String[] arguments) {
        var benchmark = new EngineBenchmark();
        var still = new Measured("clock standing still, a command", COMMANDS * INVOCATIONS, new ArrayList<>());
        var ten = new Measured("ten seconds between, a command", COMMANDS, new ArrayList<>());
        var spring = new Measured("Spring Statemachine, a command", COMMANDS * INVOCATIONS, new ArrayList<>());
        var rebuild = new Measured("rebuild", 1, new ArrayList<>());
        var open = new EngineBenchmark.Open();
        var fresh = new EngineBenchmark.Fresh();
        var played = new EngineBenchmark.Played();
        var charts = new EngineBenchmark.Charts();
        for (var round = 0; round < WARM_UPS + ROUNDS; round++) {
            still.round(time(INVOCATIONS, () -> benchmark.clockStandsStill(open)));
            spring.round(time(INVOCATIONS, () -> benchmark.springStatemachine(charts)));
            fresh.open();
            ten.round(time(1, () -> benchmark.tenSecondsBetween(fresh)));
            rebuild.round(time(1, () -> benchmark.rebuild(played)));
        }
        for (var each : List.of(still, ten, spring, rebuild)) {
            System.out.printf(
                    "%-34s median %10.2f us, best %10.2f us%n",
                    each.what(), each.at(EngineProcessorTime::median), each.at(List::getFirst));
        }
        System.out.printf(
                "commands for one of Spring's: still %.1f, ten seconds between %.2f%n",
                spring.at(EngineProcessorTime::median) / still.at(EngineProcessorTime::median),
                spring.at(EngineProcessorTime::median) / ten.at(EngineProcessorTime::median));
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static double time(int times, Runnable what) {
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        for (var i = 0; i < times; i++) {
            what.run();
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e3;
    }
}
