package mayday.simulation;

import java.time.Duration;
import java.time.Instant;
import mayday.scenario.DependencySignal;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/**
 * The history of a system under a schedule: a value, whose numbers are computed when they are first asked for and then kept.
 *
 * <p>Two trajectories of the same system, seed, origin and schedule give the same numbers to the bit, in whatever order and however
 * often they are asked. Not safe for use by several threads at once: whoever owns the incident guards it.
 */
public final class Trajectory {

    /** How far apart recorded samples are; a sample is the mean (of ratios: weighted by requests) over the step that ends there. */
    public static final Duration SAMPLE = Duration.ofSeconds(10);

    /** Starts the history of {@code system} at {@code origin}, in the steady state of that hour's traffic. */
    public static Trajectory of(SimulatedSystem system, long seed, Instant origin, Schedule schedule) {
        throw new UnsupportedOperationException();
    }

    /**
     * The history under another schedule which is the same before {@code from}: what was computed before {@code from} is shared,
     * not computed again. Asking for later instants continues from there.
     */
    public Trajectory changed(Schedule schedule, Instant from) {
        throw new UnsupportedOperationException();
    }

    public Schedule schedule() {
        throw new UnsupportedOperationException();
    }

    /**
     * The last sample at or before {@code at} of a signal of a service. Over several regions: rates, counts of replicas, threads and
     * queues add up; ratios and latencies are weighted by requests; CPU, memory, disk and hit ratio by replicas; certificate days
     * are the fewest.
     */
    public double at(Signal signal, ServiceId service, Where where, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The samples in {@code [from, until]}, cut to what the history covers (it begins at the origin). At least one sample. */
    public Series series(Signal signal, ServiceId service, Where where, Instant from, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #at} for a dependency, callers in {@code where}. */
    public double at(DependencySignal signal, ServiceId from, ServiceId to, Where where, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #series} for a dependency. */
    public Series series(
            DependencySignal signal, ServiceId from, ServiceId to, Where where, Instant start, Instant until) {
        throw new UnsupportedOperationException();
    }
}
