package mayday.simulation;

import java.time.Duration;
import java.util.Arrays;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/** One number for every bit of every signal of a history. {@code main} prints it for a history in which everything happens. */
final class Fingerprint {
    private static final SimulatedSystem SHOP = SimulationBenchmark.shop();

    /** A storm, and trouble of every other kind on top of it. */
    static final Schedule EVERYTHING = Storm.SCHEDULE
            .with(new Impulse.Restart(Disturb.minute(21.01), new ServiceId("web"), Where.everywhere(), 0.3))
            .with(new Impulse.EmptyCache(Disturb.minute(22), new ServiceId("catalog-cache"), Where.everywhere()))
            .with(new Impulse.FlushResolver(Disturb.minute(24), Where.everywhere()))
            .with(Disturb.disturbance(
                    23.123,
                    31.456,
                    Disturb.times("orders-db", ServiceParameter.SERVICE_TIME, 3),
                    Disturb.drain("us"),
                    Disturb.to("web", ServiceParameter.OUTLIER_HOSTS, 2),
                    Disturb.to("web", ServiceParameter.OUTLIER_STOLEN_CORES, 3.3),
                    Disturb.to("dns", ServiceParameter.QUERY_LOSS, 0.2)))
            .with(Disturb.disturbance(
                    21.5,
                    36,
                    Disturb.to("catalog", ServiceParameter.GC_SHARE, 0.04),
                    Disturb.to("catalog", ServiceParameter.LEAK, 4),
                    Disturb.to("search", ServiceParameter.SERIAL_TIME, 0.003),
                    Disturb.to("checkout", "payments", DependencyParameter.MOVED, 0.5),
                    Disturb.to("checkout", "payments", DependencyParameter.NAME_FAILURE, 0.3),
                    Disturb.to("web", "catalog", DependencyParameter.LOSS, 0.03)));

    private Fingerprint() {}

    /** Prints the number of so many histories as are asked for: a compiler optimises the model only when it has run for a while. */
    public static void main(String[] arguments) {
        var histories = Integer.parseInt(arguments[0]);
        var hash = 1;
        for (var seed = 0; seed < histories; seed++) {
            hash = 31 * hash + of(SHOP, Trajectory.of(SHOP, seed, Plant.ORIGIN, EVERYTHING), 40);
        }
        System.out.println(hash);
    }

    static int of(SimulatedSystem system, Trajectory trajectory, int minutes) {
        var end = Plant.ORIGIN.plus(Duration.ofMinutes(minutes));
        var hash = 1;
        for (var service : system.services()) {
            for (var signal : Signal.values()) {
                hash = 31 * hash + bits(trajectory.series(signal, service.id(), Where.everywhere(), Plant.ORIGIN, end));
            }
        }
        for (var edge : system.dependencies()) {
            for (var signal : DependencySignal.values()) {
                hash = 31 * hash
                        + bits(trajectory.series(
                                signal, edge.from(), edge.to(), Where.everywhere(), Plant.ORIGIN, end));
            }
        }
        return hash;
    }

    private static int bits(Series series) {
        var values = new double[series.size()];
        Arrays.setAll(values, series::value);
        for (var value : values) {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException(value + " is no figure");
            }
        }
        return Arrays.hashCode(values);
    }
}
