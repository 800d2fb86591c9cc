package mayday.simulation;

import java.util.concurrent.TimeUnit;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The model alone: what a history costs, and how that grows with the system and with time. */
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModelBenchmark {
    private static final int HOUR = 3600;
    private static final int SAMPLES = 360;

    /** The shop of twelve services in three regions, in a storm, with an hour behind it. */
    @State(Scope.Thread)
    public static class Shop {
        final Trajectory hour = begin();

        static Trajectory begin() {
            var trajectory = Trajectory.of(SimulationBenchmark.shop(), 1, Plant.ORIGIN, Storm.SCHEDULE);
            read(trajectory, HOUR);
            return trajectory;
        }
    }

    /** A system of another size. */
    @State(Scope.Thread)
    public static class Services {
        @Param({"12", "36", "100"})
        int services;
    }

    @State(Scope.Thread)
    public static class Regions {
        @Param({"1", "3", "6"})
        int regions;
    }

    @State(Scope.Thread)
    public static class Minutes {
        @Param({"15", "60", "240"})
        int minutes;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double hour() {
        return read(Trajectory.of(SimulationBenchmark.shop(), 1, Plant.ORIGIN, Storm.SCHEDULE), HOUR);
    }

    /** Ten seconds more, read each time. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public double tenSeconds(Shop shop) {
        var trajectory = shop.hour.changed(shop.hour.schedule(), Plant.ORIGIN.plusSeconds(HOUR));
        var sum = 0.0;
        for (var sample = 1; sample <= SAMPLES; sample++) {
            sum += read(trajectory, HOUR + 10 * sample);
        }
        return sum;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double hourByServices(Services of) {
        return read(Trajectory.of(GrownSystem.of(of.services, 3), 1, Plant.ORIGIN, Schedule.EMPTY), HOUR);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double hourByRegions(Regions of) {
        return read(Trajectory.of(GrownSystem.of(12, of.regions), 1, Plant.ORIGIN, Schedule.EMPTY), HOUR);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double byMinutes(Minutes of) {
        return read(Trajectory.of(GrownSystem.of(12, 3), 1, Plant.ORIGIN, Schedule.EMPTY), 60 * of.minutes);
    }

    static double read(Trajectory trajectory, int second) {
        return trajectory.at(
                Signal.ERROR_RATIO, new ServiceId("edge"), Where.everywhere(), Plant.ORIGIN.plusSeconds(second));
    }
}
