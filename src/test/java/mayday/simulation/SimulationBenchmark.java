package mayday.simulation;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import mayday.simulation.Plant.Size;

/**
 * Measures how long an hour, and ten seconds, of a system with twelve services in three regions take, and how much an hour's
 * recording holds, and how this grows, in processor time. {@code main} prints medians of {@value #RUNS} runs after {@value #WARM_UPS} to warm up.
 */
final class SimulationBenchmark {
    private static final int WARM_UPS = 30;
    private static final int RUNS = 31;
    private static final int RUNS_OF_GROWN = 15;
    private static final int HOUR = 3600;

    private SimulationBenchmark() {}

    public static void main(String[] arguments) {
        var system = shop();
        var hours = new double[RUNS];
        var tens = new double[RUNS];
        var sum = 0.0;
        for (var run = -WARM_UPS; run < RUNS; run++) {
            var began = cpuTime();
            var trajectory = Trajectory.of(system, run, Plant.ORIGIN, Storm.SCHEDULE);
            sum += read(trajectory, HOUR);
            var hour = cpuTime() - began;
            began = cpuTime();
            for (var second = HOUR; second < HOUR + 600; second += 10) {
                sum += read(trajectory, second);
            }
            if (run >= 0) {
                hours[run] = hour / 1e6;
                tens[run] = (cpuTime() - began) / 60e3;
            }
        }
        Arrays.sort(hours);
        Arrays.sort(tens);
        System.out.printf("an hour: %.1f ms (%.1f to %.1f)%n", hours[RUNS / 2], hours[0], hours[RUNS - 1]);
        System.out.printf("ten seconds: %.1f us (%.1f to %.1f)%n", tens[RUNS / 2], tens[0], tens[RUNS - 1]);
        System.out.printf("an hour's recording: %.2f MB%n", megabytes(system));
        System.out.println("checksum " + sum);
        for (var services : List.of(12, 36, 100)) {
            grown("services", services, GrownSystem.of(services, 3), 60);
        }
        for (var regions : List.of(1, 3, 6)) {
            grown("regions", regions, GrownSystem.of(12, regions), 60);
        }
        for (var minutes : List.of(15, 60, 240)) {
            grown("minutes", minutes, GrownSystem.of(12, 3), minutes);
        }
    }

    private static void grown(String what, int count, SimulatedSystem system, int minutes) {
        var times = new double[RUNS_OF_GROWN];
        for (var run = 0; run < times.length; run++) {
            var began = cpuTime();
            read(Trajectory.of(system, run, Plant.ORIGIN, Schedule.EMPTY), 60 * minutes);
            times[run] = (cpuTime() - began) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%d %s: %.1f ms%n", count, what, times[times.length / 2]);
    }

    /** Processor time of this thread: other work on the machine does not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double read(Trajectory trajectory, int second) {
        return trajectory.at(Signal.ERROR_RATIO, Storm.ENTRY, Where.everywhere(), Plant.ORIGIN.plusSeconds(second));
    }

    private static double megabytes(SimulatedSystem system) {
        var kept = new Trajectory[20];
        var before = used();
        for (var i = 0; i < kept.length; i++) {
            kept[i] = Trajectory.of(system, i, Plant.ORIGIN, Storm.SCHEDULE);
            read(kept[i], HOUR);
        }
        var after = used();
        return (after - before)
                / 1e6
                / Arrays.stream(kept)
                        .filter(each -> each.schedule().equals(Storm.SCHEDULE))
                        .count();
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        for (var i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Twelve services, sixty edges and three regions: a shop with caches, a resolver, databases and a payment provider. */
    static SimulatedSystem shop() {
        var small = Size.workers(64, 0.02).replicas(6).cores(4, 0.004).errors(0.0002);
        var data = Size.workers(64, 0.008).replicas(2).cores(16, 0.002).errors(0.0001);
        return Plant.in("eu", "us", "ap")
                .demand(1500)
                .noise(0.03)
                .service(
                        ServiceKind.EDGE,
                        "edge",
                        Size.workers(2000, 0.002).replicas(4).cores(8, 0.0005))
                .service("web", small.replicas(10))
                .service("checkout", small)
                .service("catalog", small)
                .service("search", small)
                .service("recommendations", small)
                .service(ServiceKind.DATABASE, "orders-db", data)
                .service(ServiceKind.DATABASE, "catalog-db", data)
                .service(
                        ServiceKind.CACHE,
                        "catalog-cache",
                        Size.workers(1000, 0.001).replicas(2))
                .service(ServiceKind.RESOLVER, "dns", Size.workers(500, 0.001).replicas(2))
                .service(ServiceKind.THIRD_PARTY, "payments", Size.workers(500, 0.15))
                .service("sessions", small)
                .calls("edge", "web", call -> call.timeout(5))
                .calls("web", "catalog", call -> call.calls(0.8).timeout(1).attempts(2))
                .calls("web", "search", call -> call.calls(0.3).timeout(1).attempts(2))
                .calls(
                        "web",
                        "recommendations",
                        call -> call.calls(0.5).timeout(0.3).fallback(1))
                .calls("web", "checkout", call -> call.calls(0.1).timeout(3))
                .calls("web", "sessions", call -> call.timeout(0.5).attempts(2))
                .calls(
                        "checkout",
                        "payments",
                        call -> call.timeout(2).attempts(2).resolved(60))
                .calls("checkout", "orders-db", call -> call.calls(3).timeout(1).pool(20))
                .calls("checkout", "catalog", call -> call.calls(2).timeout(1))
                .calls("checkout", "sessions", call -> call.timeout(0.5))
                .calls("catalog", "catalog-cache", call -> call.timeout(0.1).fallback(1))
                .calls(
                        "catalog",
                        "catalog-db",
                        call -> call.timeout(0.5).attempts(3).pool(30).cachedBy("catalog-cache", 0.9, 120))
                .calls("search", "catalog-db", call -> call.timeout(0.5).pool(30))
                .calls("search", "catalog-cache", call -> call.timeout(0.1).fallback(1))
                .calls("recommendations", "catalog", call -> call.timeout(0.5))
                .calls(
                        "recommendations",
                        "catalog-cache",
                        call -> call.timeout(0.1).fallback(1))
                .calls(
                        "sessions",
                        "orders-db",
                        call -> call.calls(0.1).timeout(0.5).toPrimary().resolved(30))
                .calls("checkout", "dns", call -> call.calls(0.01).fallback(1))
                .calls(
                        "web",
                        "catalog-cache",
                        call -> call.calls(0.5).timeout(0.1).fallback(1))
                .calls("edge", "sessions", call -> call.calls(0.5).timeout(0.5).fallback(1))
                .build();
    }
}
