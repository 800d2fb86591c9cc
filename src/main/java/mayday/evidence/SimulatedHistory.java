package mayday.evidence;

import java.time.Instant;
import java.util.List;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
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
    public double foreignCores(ServiceId service, Where where, Instant at) {
        double cores = 0;
        for (var disturbance : trajectory.schedule().disturbances()) {
            if (disturbance.from().isAfter(at) || !disturbance.until().isAfter(at)) {
                continue;
            }
            for (var effect : disturbance.effects()) {
                if (effect instanceof Effect.OnService on
                        && on.service().equals(service)
                        && on.parameter() == Effect.ServiceParameter.STOLEN_CORES
                        && overlap(where, on.where())) {
                    cores = adjusted(cores, on.adjustment());
                }
            }
        }
        return cores;
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
        return Samples.of(series.start(), series.step(), values);
    }
}
