package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Hosts;
import mayday.simulation.Impulse;
import mayday.simulation.Series;
import mayday.simulation.Trajectory;

/** The history that the simulation computed. */
record SimulatedHistory(Trajectory trajectory) implements History {

    @Override
    public Samples samples(Signal signal, ServiceId service, Where where, Instant from, Instant until) {
        return copy(trajectory.series(signal, service, where, from, until));
    }

    @Override
    public Samples samples(DependencySignal signal, Calls calls, Where where, Instant from, Instant until) {
        return copy(trajectory.series(signal, calls.from(), calls.to(), where, from, until));
    }

    @Override
    public List<Instant> restarts(ServiceId service, Where where, Instant until) {
        return trajectory.schedule().impulses().stream()
                .filter(impulse -> impulse instanceof Impulse.Restart restart
                        && restart.service().equals(service)
                        && overlap(where, restart.where()))
                .map(Impulse::at)
                .filter(at -> !at.isAfter(until))
                .sorted()
                .toList();
    }

    @Override
    public Samples samples(Signal signal, ServiceId service, Where where, Hosts hosts, Instant from, Instant until) {
        return copy(trajectory.series(signal, service, where, hosts, from, until));
    }

    @Override
    public int oddHosts(ServiceId service, Where where, Instant at) {
        return (int) Math.round(trajectory.outlierHosts(service, where, at));
    }

    @Override
    public double current(DependencyParameter parameter, Dependency edge, Where where, Instant at) {
        double value = ordinary(parameter, edge);
        for (var effect : inForce(at)) {
            if (effect instanceof Effect.OnDependency on
                    && on.from().equals(edge.from())
                    && on.to().equals(edge.to())
                    && on.parameter() == parameter
                    && overlap(where, on.where())) {
                value = adjusted(value, on.adjustment());
            }
        }
        return value;
    }

    @Override
    public List<Theft> thefts(ServiceId service, Where where, Instant at) {
        var thefts = new ArrayList<Theft>();
        for (var effect : inForce(at)) {
            if (effect instanceof Effect.OnService on
                    && on.service().equals(service)
                    && takesCores(on.parameter())
                    && overlap(where, on.where())
                    && adjusted(0, on.adjustment()) > 0) {
                boolean odd = on.parameter() == ServiceParameter.OUTLIER_STOLEN_CORES;
                thefts.add(new Theft(on.process(), adjusted(0, on.adjustment()), odd));
            }
        }
        return thefts;
    }

    private static boolean takesCores(ServiceParameter parameter) {
        return parameter == ServiceParameter.STOLEN_CORES || parameter == ServiceParameter.OUTLIER_STOLEN_CORES;
    }

    private List<Effect> inForce(Instant at) {
        return trajectory.schedule().disturbances().stream()
                .filter(each -> !each.from().isAfter(at) && each.until().isAfter(at))
                .flatMap(each -> each.effects().stream())
                .toList();
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

    private static double adjusted(double value, Effect.Adjustment adjustment) {
        return switch (adjustment) {
            case Effect.Adjustment.To(var target) -> target;
            case Effect.Adjustment.Times(var factor) -> value * factor;
            case Effect.Adjustment.Plus(var amount) -> value + amount;
        };
    }

    private static boolean overlap(Where one, Where other) {
        return switch (one) {
            case Where.Everywhere() -> true;
            case Where.In(var region) -> other.covers(region);
        };
    }

    private static Samples copy(Series series) {
        var values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.value(i);
        }
        return Samples.owning(series.start(), series.step(), values);
    }
}
