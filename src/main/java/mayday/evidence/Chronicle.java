package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * few signals. It needs eight bytes for each sample of a signal that was looked at, keeps what a few before it have read, and is for one thread.
 */
public final class Chronicle implements History {
    private static final long STEP = Trajectory.SAMPLE.toSeconds();

    /** What was read longer ago is read again: each keeps as much as it has read. */
    private static final int MOST_ELDERS = 6;

    /** Samples for which there is room beyond those that were read: half an hour's. */
    private static final int ROOM = 180;

    private final Trajectory trajectory;
    private final Instant origin;
    private final SimulatedHistory history;
    private final Map<Key, Kept> kept = new HashMap<>();

    /** What was read of trajectories that began like this one, the last one first; it is not read again. */
    private final List<Elder> elders;

    /** @param common the last sample that it has in common with this one */
    private record Elder(Map<Key, Kept> kept, int common) {}

    /** What a series is of. */
    private sealed interface Key {
        record OfService(Signal signal, ServiceId service, Where where, Hosts hosts) implements Key {}

        record OfCalls(DependencySignal signal, Calls calls, Where where) implements Key {}
    }

    /** @param origin where the trajectory begins */
    public Chronicle(Trajectory trajectory, Instant origin) {
        this(trajectory, origin, List.of());
    }

    private Chronicle(Trajectory trajectory, Instant origin, List<Elder> elders) {
        this.trajectory = trajectory;
        this.origin = origin;
        this.history = new SimulatedHistory(trajectory);
        this.elders = elders;
    }

    /** The chronicle of a trajectory of the same system that began like this one's: what both have in common is not read again. */
    public Chronicle of(Trajectory other) {
        var same = (int) (Duration.between(origin, trajectory.sameUntil(other)).toSeconds() / STEP);
        var next = new ArrayList<Elder>();
        if (!kept.isEmpty()) {
            next.add(new Elder(kept, same));
        }
        for (var elder : elders) {
            if (next.size() < MOST_ELDERS) {
                next.add(new Elder(elder.kept(), Math.min(same, elder.common())));
            }
        }
        return new Chronicle(other, origin, next);
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
        return kept(new Key.OfService(signal, service, where, hosts))
                .between(from, until, (one, other) -> trajectory.series(signal, service, where, hosts, one, other));
    }

    @Override
    public Samples samples(DependencySignal signal, Calls calls, Where where, Instant from, Instant until) {
        return kept(new Key.OfCalls(signal, calls, where))
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

    private Kept kept(Key key) {
        var known = kept.get(key);
        if (known == null) {
            known = read(key).orElseGet(() -> new Kept(origin));
            kept.put(key, known);
        }
        return known;
    }

    /** What the latest of the elders that has read of a series has in common with this one. */
    private Optional<Kept> read(Key key) {
        for (var elder : elders) {
            var known = elder.kept().get(key);
            if (known != null) {
                return Optional.of(known.until(elder.common()));
            }
        }
        return Optional.empty();
    }

    /** The samples of one series, as far as they were read. */
    private static final class Kept {
        private final Instant origin;

        /** What is known is never written to again: who asked has it from here. */
        private double[] values = {};

        private final BitSet known = new BitSet();

        Kept(Instant origin) {
            this.origin = origin;
        }

        /** What is known up to a sample; its own copy, to go on from. */
        Kept until(int last) {
            var until = new Kept(origin);
            until.values = Arrays.copyOf(values, Math.min(values.length, last + 1 + ROOM));
            until.known.or(known.get(0, last + 1));
            return until;
        }

        Samples between(Instant from, Instant until, BiFunction<Instant, Instant, Series> reading) {
            int last = (int) Math.max(0, lastAt(until));
            int first = from.isAfter(origin) ? (int) Math.min(last, firstAt(from)) : 0;
            if (last >= values.length) {
                values = Arrays.copyOf(values, last + 1 + Math.max(ROOM, values.length / 2));
            }
            for (int gap = known.nextClearBit(first); gap <= last; gap = known.nextClearBit(gap)) {
                int next = known.nextSetBit(gap);
                int end = next < 0 ? last : Math.min(last, next - 1);
                var read = reading.apply(timeOf(gap), timeOf(end));
                for (int i = gap; i <= end; i++) {
                    values[i] = Samples.finite(read.value(i - gap));
                }
                known.set(gap, end + 1);
            }
            return Samples.among(values, first, last + 1 - first, timeOf(first), Trajectory.SAMPLE);
        }

        private Instant timeOf(int sample) {
            return origin.plusSeconds(STEP * sample);
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
