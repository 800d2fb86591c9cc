package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Hosts;
import mayday.simulation.Series;
import mayday.simulation.Trajectory;

/**
 * The numbers of a trajectory, each kept once it was read: for who asks many questions about one history, most of which look at the same
 * few signals. It needs eight bytes for each sample of a signal that was looked at, and is for one thread.
 */
public final class Chronicle implements History {
    private static final long STEP = Trajectory.SAMPLE.toSeconds();

    private final Trajectory trajectory;
    private final Instant origin;
    private final SimulatedHistory history;
    private final Map<Key, Kept> kept = new HashMap<>();

    /** What a series is of. */
    private sealed interface Key {
        record OfService(Signal signal, ServiceId service, Where where, Hosts hosts) implements Key {}

        record OfCalls(DependencySignal signal, Calls calls, Where where) implements Key {}
    }

    /** @param origin where the trajectory begins */
    public Chronicle(Trajectory trajectory, Instant origin) {
        this.trajectory = trajectory;
        this.origin = origin;
        this.history = new SimulatedHistory(trajectory);
    }

    /** Whether it is the chronicle of {@code other}: a trajectory that goes another way is another one. */
    public boolean isOf(Trajectory other) {
        return trajectory == other;
    }

    @Override
    public Samples samples(Signal signal, ServiceId service, Where where, Instant from, Instant until) {
        return samples(signal, service, where, Hosts.ALL, from, until);
    }

    @Override
    public Samples samples(Signal signal, ServiceId service, Where where, Hosts hosts, Instant from, Instant until) {
        return kept.computeIfAbsent(new Key.OfService(signal, service, where, hosts), _ -> new Kept())
                .between(from, until, (one, other) -> trajectory.series(signal, service, where, hosts, one, other));
    }

    @Override
    public Samples samples(DependencySignal signal, Calls calls, Where where, Instant from, Instant until) {
        return kept.computeIfAbsent(new Key.OfCalls(signal, calls, where), _ -> new Kept())
                .between(
                        from,
                        until,
                        (one, other) -> trajectory.series(signal, calls.from(), calls.to(), where, one, other));
    }

    @Override
    public int oddHosts(ServiceId service, Where where, Instant at) {
        return history.oddHosts(service, where, at);
    }

    @Override
    public List<Instant> restarts(ServiceId service, Where where, Instant until) {
        return history.restarts(service, where, until);
    }

    @Override
    public double current(DependencyParameter parameter, Dependency edge, Where where, Instant at) {
        return history.current(parameter, edge, where, at);
    }

    @Override
    public List<Theft> thefts(ServiceId service, Where where, Instant at) {
        return history.thefts(service, where, at);
    }

    /** The samples of one series, as far as they were read. */
    private final class Kept {
        private double[] values = {};
        private final BitSet known = new BitSet();

        Samples between(Instant from, Instant until, BiFunction<Instant, Instant, Series> reading) {
            int last = (int) Math.max(0, lastAt(until));
            int first = from.isAfter(origin) ? (int) Math.min(last, firstAt(from)) : 0;
            if (last >= values.length) {
                values = Arrays.copyOf(values, Math.max(last + 1, values.length * 2));
            }
            for (int gap = known.nextClearBit(first); gap <= last; gap = known.nextClearBit(gap)) {
                int next = known.nextSetBit(gap);
                int end = next < 0 ? last : Math.min(last, next - 1);
                var read = reading.apply(timeOf(gap), timeOf(end));
                for (int i = gap; i <= end; i++) {
                    values[i] = read.value(i - gap);
                }
                known.set(gap, end + 1);
            }
            return Samples.owning(timeOf(first), Trajectory.SAMPLE, Arrays.copyOfRange(values, first, last + 1));
        }

        private Instant timeOf(int sample) {
            return origin.plus(Trajectory.SAMPLE.multipliedBy(sample));
        }

        /** The last sample at or before an instant. */
        private long lastAt(Instant at) {
            return Math.floorDiv(Duration.between(origin, at).toSeconds(), STEP);
        }

        /** The first sample at or after an instant. */
        private long firstAt(Instant at) {
            var gap = Duration.between(origin, at);
            return Math.ceilDiv(gap.toNanosPart() > 0 ? gap.toSeconds() + 1 : gap.toSeconds(), STEP);
        }
    }
}
