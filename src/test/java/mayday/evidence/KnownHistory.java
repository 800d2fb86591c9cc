package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** A history of which a test knows every number: ordinary ones, and those that the test sets. */
final class KnownHistory implements History {
    static final Duration STEP = Duration.ofSeconds(10);

    private record Told(String what, Where where, Instant from, ToDoubleFunction<Instant> value) {}

    private record Taking(ServiceId service, Theft theft) {}

    private final List<Told> told = new ArrayList<>();
    private final List<Taking> thefts = new ArrayList<>();

    KnownHistory() {}

    /** From {@code clock} (of the day of the page) on, in these regions, the signal has this value. */
    KnownHistory from(String clock, Signal signal, ServiceId service, Where where, double value) {
        return from(clock, signal, service, where, _ -> value);
    }

    KnownHistory from(String clock, Signal signal, ServiceId service, Where where, ToDoubleFunction<Instant> value) {
        told.add(new Told(signal + " " + service, where, time(clock), value));
        return this;
    }

    KnownHistory from(String clock, DependencySignal signal, ServiceId from, ServiceId to, Where where, double value) {
        told.add(new Told(signal + " " + from + " " + to, where, time(clock), _ -> value));
        return this;
    }

    /** From {@code clock} on, callers in these regions have this parameter. */
    KnownHistory from(
            String clock, DependencyParameter parameter, ServiceId from, ServiceId to, Where where, double value) {
        told.add(new Told(parameter + " of " + from + " " + to, where, time(clock), _ -> value));
        return this;
    }

    /** From {@code 12:00} on, each host of the service has cores taken. */
    KnownHistory taking(ServiceId service, String process, double cores) {
        thefts.add(new Taking(service, new Theft(process, cores, false)));
        return this;
    }

    @Override
    public List<Theft> thefts(ServiceId service, Where where, Instant at) {
        return thefts.stream()
                .filter(each -> each.service().equals(service))
                .map(Taking::theft)
                .toList();
    }

    static Instant time(String clock) {
        return Instant.parse("2026-03-12T" + clock + ":00Z");
    }

    @Override
    public Samples samples(Signal signal, ServiceId service, Where where, Instant from, Instant until) {
        boolean sum = signal.unit() == Signal.Unit.PER_SECOND || signal.unit() == Signal.Unit.COUNT;
        return samples(signal + " " + service, ordinary(signal), sum, where, from, until);
    }

    @Override
    public Samples samples(DependencySignal signal, Calls calls, Where where, Instant from, Instant until) {
        boolean sum = switch (signal) {
            case CALL_RATE, LOOKUP_RATE, POOL_IN_USE, POOL_SIZE, POOL_WAITING -> true;
            case FAILURE_RATIO, TIMEOUT_RATIO, REFUSED_RATIO, TLS_RATIO, NAME_RATIO, LOOKUP_TIME, LATENCY, LOSS ->
                false;
        };
        return samples(signal + " " + calls.from() + " " + calls.to(), ordinary(signal), sum, where, from, until);
    }

    private Samples samples(String what, double ordinary, boolean sum, Where where, Instant from, Instant until) {
        var origin = Shop.PAGED_AT.minus(Duration.ofHours(2));
        var start = from.isBefore(origin) ? origin : from;
        long extra = Math.floorMod(-Duration.between(origin, start).toSeconds(), STEP.toSeconds());
        var first = start.plusSeconds(extra);
        int count = (int) Math.max(1, Duration.between(first, until).dividedBy(STEP) + 1);
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            var at = first.plus(STEP.multipliedBy(i));
            double north = value(what, Shop.NORTH, ordinary, at);
            double south = value(what, Shop.SOUTH, ordinary, at);
            values[i] = switch (where) {
                case Where.Everywhere() -> sum ? north + south : (north + south) / 2;
                case Where.In(var region) -> region.equals(Shop.NORTH) ? north : south;
            };
        }
        return Samples.of(first, STEP, values);
    }

    /** The last value that was told holds. */
    private double value(String what, RegionId region, double ordinary, Instant at) {
        double value = ordinary;
        for (var each : told) {
            if (each.what().equals(what) && each.where().covers(region) && !at.isBefore(each.from())) {
                value = each.value().applyAsDouble(at);
            }
        }
        return value;
    }

    private static double ordinary(Signal signal) {
        return switch (signal) {
            case REQUEST_RATE -> 100;
            case ERROR_RATIO, ERROR_OWN -> 0.0005;
            case ERROR_REJECTED,
                    ERROR_TIMEOUT,
                    ERROR_DEPENDENCY,
                    ERROR_NAME_RESOLUTION,
                    ERROR_TLS,
                    CPU_STOLEN,
                    GC_TIME,
                    QUEUE_DEPTH,
                    QUEUE_AGE,
                    RETRY_RATE,
                    NETWORK_LOSS,
                    LOOKUP_RATE,
                    RESOLVER_FAILURE_RATIO -> 0;
            case LATENCY_P50 -> 0.030;
            case LATENCY_P95 -> 0.080;
            case LATENCY_P99 -> 0.120;
            case CPU, CPU_BUSIEST_CORE, CPU_BUSIEST_HOST -> 0.25;
            case MEMORY -> 1;
            case THREADS_BUSY -> 8;
            case CACHE_HIT_RATIO -> 0.95;
            case REPLICAS_READY, REPLICAS_WANTED -> 4;
            case DISK_USED -> 0.4;
            case CERTIFICATE_DAYS -> 54;
        };
    }

    private static double ordinary(DependencySignal signal) {
        return switch (signal) {
            case CALL_RATE -> 100;
            case LATENCY -> 0.012;
            case POOL_IN_USE -> 6;
            case POOL_SIZE -> 80;
            case FAILURE_RATIO,
                    TIMEOUT_RATIO,
                    REFUSED_RATIO,
                    TLS_RATIO,
                    NAME_RATIO,
                    LOOKUP_RATE,
                    LOOKUP_TIME,
                    POOL_WAITING,
                    LOSS -> 0;
        };
    }

    @Override
    public List<Instant> restarts(ServiceId service, Where where, Instant until) {
        return List.of();
    }

    @Override
    public double current(DependencyParameter parameter, Dependency edge, Where where, Instant at) {
        var region = where instanceof Where.In(var in) ? in : Shop.NORTH;
        return value(parameter + " of " + edge.from() + " " + edge.to(), region, ordinary(parameter, edge), at);
    }

    private static double ordinary(DependencyParameter parameter, Dependency edge) {
        return switch (parameter) {
            case CALLS -> edge.calls();
            case TIMEOUT -> edge.timeoutSeconds();
            case ATTEMPTS -> edge.attempts();
            case FALLBACK -> edge.fallback();
            case POOL_SIZE -> edge.poolSize();
            case TTL -> edge.ttlSeconds();
            case NEGATIVE_TTL -> edge.negativeTtlSeconds();
            case QUERIES -> edge.queriesPerLookup();
            case FAILURE, TLS_FAILURE, NAME_FAILURE, MOVED, RESOLVER, LATENCY, LOSS -> 0;
        };
    }
}
