package mayday.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** Schedules for tests, in minutes after the origin. */
final class Disturb {
    private Disturb() {}

    static Instant minute(double minute) {
        return Plant.ORIGIN.plusMillis(Math.round(60_000 * minute));
    }

    static Schedule during(double from, double until, Effect... effects) {
        return Schedule.EMPTY.with(disturbance(from, until, effects));
    }

    static Schedule since(double from, Effect... effects) {
        return Schedule.EMPTY.with(new Disturbance("test", minute(from), Instant.MAX, List.of(effects)));
    }

    static Disturbance disturbance(double from, double until, Effect... effects) {
        return new Disturbance("test", minute(from), minute(until), List.of(effects));
    }

    static Effect times(String service, ServiceParameter parameter, double factor) {
        return on(service, parameter, new Adjustment.Times(factor));
    }

    static Effect.OnService to(String service, ServiceParameter parameter, double value) {
        return on(service, parameter, new Adjustment.To(value));
    }

    static Effect to(String from, String to, DependencyParameter parameter, double value) {
        return new Effect.OnDependency(
                new ServiceId(from),
                new ServiceId(to),
                Where.everywhere(),
                parameter,
                new Adjustment.To(value),
                Duration.ZERO);
    }

    /** The same, coming on over so many minutes; on a service only. */
    static Effect ramped(Effect.OnService effect, int minutes) {
        return new Effect.OnService(
                effect.service(), effect.where(), effect.parameter(), effect.adjustment(), Duration.ofMinutes(minutes));
    }

    static Effect drain(String region) {
        return new Effect.OnTraffic(Where.in(new RegionId(region)), new Adjustment.Times(0), Duration.ZERO);
    }

    static Effect.OnService on(String service, ServiceParameter parameter, Adjustment adjustment) {
        return new Effect.OnService(new ServiceId(service), Where.everywhere(), parameter, adjustment, Duration.ZERO);
    }
}
