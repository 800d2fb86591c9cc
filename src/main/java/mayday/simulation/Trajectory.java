package mayday.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import mayday.scenario.DependencySignal;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import org.jspecify.annotations.Nullable;

/**
 * The history of a system under a schedule: a value, whose numbers are computed when they are first asked for and then kept.
 *
 * <p>Two trajectories of the same system, seed, origin and schedule give the same numbers to the bit, in whatever order and however
 * often they are asked. Not safe for use by several threads at once: whoever owns the incident guards it.
 */
public final class Trajectory {

    /** How far apart recorded samples are; a sample is the mean (of ratios: weighted by requests) over the step that ends there. */
    public static final Duration SAMPLE = Duration.ofSeconds(10);

    /** No history is longer: to ask for more is a mistake, not an incident. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private final Model model;
    private final Instant origin;
    private final Schedule schedule;
    private final Timetable timetable;
    private final Readings readings;
    private final Recording recording;

    /** The last sample that it began with. */
    private final int begun;

    /** Where it goes on from; never written to. */
    private final ModelState state;

    /** Where it is computed to, or was before the last chunk was taken over; null until the first sample: many never get one. */
    private @Nullable Run run;

    /** Another history of the same system, from which is taken over what both have in common. */
    private final Optional<Trajectory> elder;

    private Trajectory(
            Model model,
            Instant origin,
            Schedule schedule,
            Timetable timetable,
            Recording recording,
            ModelState state,
            Optional<Trajectory> elder) {
        this.model = model;
        this.origin = origin;
        this.schedule = schedule;
        this.timetable = timetable;
        this.elder = elder;
        this.readings = new Readings(model.topology);
        this.recording = recording;
        this.begun = recording.last();
        this.state = state;
    }

    /**
     * Starts the history of {@code system} at {@code origin}, in the steady state of that hour's traffic: a minute of the origin's
     * demand without noise or disturbance comes before it. Effects that began earlier are in force from the origin on.
     */
    public static Trajectory of(SimulatedSystem system, long seed, Instant origin, Schedule schedule) {
        return of(new Model(system, seed, origin), origin, schedule);
    }

    /** The same with every second computed, also at rest (see {@link Calm}): what the other is measured against. */
    static Trajectory everySecond(SimulatedSystem system, long seed, Instant origin, Schedule schedule) {
        return of(new Model(system, seed, origin, false), origin, schedule);
    }

    private static Trajectory of(Model model, Instant origin, Schedule schedule) {
        var warmUp = Run.warmingUp(model, new Timetable(Schedule.EMPTY, origin));
        var first = warmUp.sample();
        while (warmUp.step() < 0) {
            first = warmUp.sample();
        }
        var state = warmUp.state();
        return new Trajectory(
                model,
                origin,
                schedule,
                new Timetable(schedule, origin),
                Recording.beginning(first, state),
                state,
                Optional.empty());
    }

    /**
     * The history under another schedule which is the same before {@code from}: what was computed before {@code from} is shared,
     * not computed again. Asking for later instants continues from there.
     */
    public Trajectory changed(Schedule schedule, Instant from) {
        var next = new Timetable(schedule, origin);
        var steps = Math.max(0, Duration.between(origin, from).toSeconds());
        var known = elders().map(other -> other.recording.before(next.agreesUntil(other.timetable)))
                .max(Comparator.comparingInt(Recording::last));
        if (known.isPresent() && known.orElseThrow().last() > Math.min(recording.last(), steps / Run.SAMPLE_STEPS)) {
            return begun(schedule, next, known.orElseThrow(), elder);
        }
        return steps >= recordedSteps()
                ? new Trajectory(model, origin, schedule, next, recording.copy(), reached(), elder)
                : begun(schedule, next, recording.before(steps), elder);
    }

    /**
     * The history of the same system and seed from its beginning, under another schedule. What it and those that it is changed into have
     * in common with this one is shared, not computed again, as far as this one is computed by now: the same beginning, and every
     * stretch of five minutes that starts in the same state and in which nothing else happens.
     */
    public Trajectory again(Schedule schedule) {
        var next = new Timetable(schedule, origin);
        // What is to be shared has to be held.
        hold(0, recording.last());
        return begun(schedule, next, recording.before(next.agreesUntil(timetable)), Optional.of(this));
    }

    /** Goes on from where a recording ends with a whole chunk. */
    private Trajectory begun(Schedule schedule, Timetable next, Recording shared, Optional<Trajectory> elder) {
        return new Trajectory(model, origin, schedule, next, shared, shared.state(), elder);
    }

    /** The last instant up to which this one and another of the same system, seed and origin are known to be the same. */
    public Instant sameUntil(Trajectory other) {
        if (model != other.model) {
            throw new IllegalArgumentException("not of the same system, seed and origin");
        }
        return origin.plusSeconds(Math.min(timetable.agreesUntil(other.timetable), LONGEST.toSeconds()));
    }

    /** This one, with all its numbers up to {@code at} computed and held: from now on several threads may read them. */
    public Trajectory computed(Instant at) {
        hold(0, reach(at));
        return this;
    }

    /**
     * The same history, which holds none of its numbers, only where it stood every half-hour: it takes a fraction of the memory. What is
     * asked for is computed again from there, to the bit, and then held.
     */
    public Trajectory withoutNumbers() {
        var light = recording.withoutNumbers();
        return new Trajectory(model, origin, schedule, timetable, light, light.state(), elder);
    }

    /** About how many bytes the numbers that it holds take, if nobody shares them. */
    public long bytes() {
        return recording.bytes();
    }

    /** The last instant whose numbers are known already. */
    Instant computedUntil() {
        return timeOf(recording.last());
    }

    public Schedule schedule() {
        return schedule;
    }

    /**
     * The last sample at or before {@code at} of a signal of a service. Over several regions: rates, counts of replicas, threads and
     * queues add up; ratios and latencies are weighted by requests; CPU, memory, disk and hit ratio by replicas; certificate days
     * are the fewest, the busiest host is the busiest of all. Before the origin it is the origin's; 0 where the service does not run.
     */
    public double at(Signal signal, ServiceId service, Where where, Instant at) {
        var nodes = model.topology.nodes(service, where);
        return readings.read(signal, recording, held(at), nodes, Hosts.ALL);
    }

    /** How many of a service's hosts are outliers: different from the others by an effect. */
    public double outlierHosts(ServiceId service, Where where, Instant at) {
        return readings.outliers(recording, held(at), model.topology.nodes(service, where));
    }

    /** The samples in {@code [from, until]}, cut to what the history covers (it begins at the origin). At least one sample. */
    public Series series(Signal signal, ServiceId service, Where where, Instant from, Instant until) {
        return series(signal, service, where, Hosts.ALL, from, until);
    }

    /** The same of some of the service's hosts; without outliers all are ordinary, and the outliers' signals are 0. */
    public Series series(Signal signal, ServiceId service, Where where, Hosts hosts, Instant from, Instant until) {
        var nodes = model.topology.nodes(service, where);
        return series(from, until, sample -> readings.read(signal, recording, sample, nodes, hosts));
    }

    /** As {@link #at} for a dependency, callers in {@code where}. */
    public double at(DependencySignal signal, ServiceId from, ServiceId to, Where where, Instant at) {
        var edges = model.topology.edges(from, to, where);
        return readings.read(signal, recording, held(at), edges);
    }

    /** As {@link #series} for a dependency. */
    public Series series(
            DependencySignal signal, ServiceId from, ServiceId to, Where where, Instant start, Instant until) {
        var edges = model.topology.edges(from, to, where);
        return series(start, until, sample -> readings.read(signal, recording, sample, edges));
    }

    private Series series(Instant from, Instant until, IntToDoubleFunction reading) {
        var last = reach(until);
        var gap = Duration.between(origin, from);
        var seconds = gap.toNanosPart() > 0 ? gap.toSeconds() + 1 : gap.toSeconds();
        var start = Math.clamp(Math.ceilDiv(seconds, (long) Run.SAMPLE_STEPS), 0, last);
        hold(start, last);
        var values = new double[last - start + 1];
        for (var i = 0; i < values.length; i++) {
            values[i] = reading.applyAsDouble(start + i);
        }
        return new Series(timeOf(start), SAMPLE, values);
    }

    /** Computes what is missing until {@code at} and gives the number of the last sample at or before it. */
    private int reach(Instant at) {
        var gap = Duration.between(origin, at);
        if (gap.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(at + " is more than " + LONGEST + " after the origin " + origin);
        }
        var sample = (int) Math.max(0, gap.toSeconds() / Run.SAMPLE_STEPS);
        while (recording.last() < sample) {
            if (!takesChunkOver()) {
                var going = run();
                recording.add(going.sample(), going);
            }
        }
        return sample;
    }

    /** As {@link #reach}; the numbers of that sample are held. */
    private int held(Instant at) {
        var sample = reach(at);
        hold(sample, sample);
        return sample;
    }

    /** Computes the numbers of samples again that are not held. What this schedule says of them is what was so when they were first computed. */
    private void hold(int first, int last) {
        for (var chunk = recording.withoutNumbers(first, last);
                chunk >= 0;
                chunk = recording.withoutNumbers(first, last)) {
            var start = recording.lastKnown(chunk);
            var state = recording.before(start);
            var again = new Run(model, timetable, state, (long) start * Recording.CHUNK_STEPS);
            for (var next = start; next <= chunk || recording.isWithoutNumbers(next, last); next++) {
                recording.again(next, state, samples(again));
                state = again.state().sharing(state);
            }
        }
    }

    private static List<float[]> samples(Run run) {
        return Stream.generate(run::sample).limit(Recording.CHUNK_SAMPLES).toList();
    }

    private Instant timeOf(int sample) {
        return origin.plusSeconds((long) sample * Run.SAMPLE_STEPS);
    }

    private long recordedSteps() {
        return (long) recording.last() * Run.SAMPLE_STEPS;
    }

    /** Where it stands after its last sample; not to be written to. */
    private ModelState reached() {
        return run == null && recording.last() == begun ? state : run().state();
    }

    /** Goes on from where it is computed to. */
    private Run run() {
        var going = run;
        if (going == null || going.step() != recordedSteps()) {
            // Between its beginning and its first sample only whole chunks are taken over.
            var from = recording.last() == begun ? state : recording.state();
            going = new Run(model, timetable, from, recordedSteps());
            run = going;
        }
        return going;
    }

    /** The elder, its elder, and so on. */
    private Stream<Trajectory> elders() {
        return Stream.iterate(elder, Optional::isPresent, each -> each.flatMap(other -> other.elder))
                .map(Optional::orElseThrow);
    }

    /**
     * Takes a chunk over from an elder if it goes the same way there; whether it did. What an action did to a system is often forgotten to the last bit
     * within minutes, and from then on both histories are the same.
     */
    private boolean takesChunkOver() {
        if (elder.isEmpty() || !recording.isWhole()) {
            return false;
        }
        var from = recordedSteps();
        var same = elders().filter(other -> recording.goesOnAs(other.recording)
                        && timetable.agreesWithin(other.timetable, from, from + Recording.CHUNK_STEPS))
                .findFirst();
        same.ifPresent(other -> recording.takeOver(other.recording));
        return same.isPresent();
    }
}
