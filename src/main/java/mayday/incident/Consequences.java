package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Action;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment.Times;
import mayday.scenario.Effect.Adjustment.To;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import mayday.simulation.Disturbance;
import mayday.simulation.Impulse;
import mayday.simulation.Schedule;

/**
 * What actions do to the simulated system, whether they help or not: while they run, and once they are complete. What they do to
 * the cause is not decided here.
 */
final class Consequences {
    /** A roll back takes a quarter of the replicas out at a time. */
    private static final double LEFT_WHILE_ROLLING = 0.75;

    /** A restart goes through the replicas in so many waves. */
    private static final int RESTART_WAVES = 4;

    /** Days that a newly issued certificate is valid. */
    private static final double FRESH_CERTIFICATE_DAYS = 90;

    private Consequences() {}

    /** The schedule from the moment an action starts. */
    static Schedule started(Schedule schedule, StartedAction started) {
        var after = schedule;
        for (var disturbance : whileRunning(started)) {
            after = after.with(disturbance);
        }
        for (var impulse : impulses(started)) {
            after = after.with(impulse);
        }
        return after;
    }

    /** The schedule after an action was stopped at {@code at}: what it would still have done does not happen. */
    static Schedule cancelled(Schedule schedule, StartedAction stopped, Instant at) {
        var planned = impulses(stopped);
        var kept = schedule.impulses().stream()
                .filter(impulse -> !(impulse.at().isAfter(at) && planned.contains(impulse)))
                .toList();
        return new Schedule(schedule.disturbances(), kept).ended(name(stopped), at);
    }

    /** The schedule after an action was completed at {@code at}: its lasting effects. */
    static Schedule completed(Schedule schedule, SimulatedSystem system, Action action, Instant at) {
        return switch (action) {
            case Action.Scale(var service, var where, var replicas) ->
                schedule.with(lasting("scale", at, onService(service, where, ServiceParameter.REPLICAS, replicas)));
            case Action.RenewCertificate(var service) ->
                schedule.with(lasting(
                        "certificate",
                        at,
                        onService(
                                service,
                                Where.everywhere(),
                                ServiceParameter.CERTIFICATE_DAYS,
                                FRESH_CERTIFICATE_DAYS)));
            case Action.ShedLoad(var percent, var where) -> shed(schedule, system, percent, where, at);
            case Action.ReturnRegion(var region) -> schedule.ended(drainName(region), at);
            case Action.RollBack _,
                    Action.RevertConfig _,
                    Action.SetFlag _,
                    Action.Restart _,
                    Action.DrainRegion _,
                    Action.FailOver _,
                    Action.FlushCache _,
                    Action.FlushDns _ -> schedule;
        };
    }

    /** Whether a region's traffic has been sent away and not been given back. */
    static boolean isDrained(Schedule schedule, RegionId region, Instant at) {
        return schedule.disturbances().stream()
                .anyMatch(each ->
                        each.name().equals(drainName(region)) && each.until().isAfter(at));
    }

    private static List<Disturbance> whileRunning(StartedAction started) {
        var from = started.startedAt();
        var until = started.completesAt();
        return switch (started.action()) {
            case Action.RollBack(var service, var where) -> {
                var rolling = new Effect.OnService(
                        service, where, ServiceParameter.AVAILABLE, new Times(LEFT_WHILE_ROLLING), Duration.ZERO);
                yield List.of(new Disturbance(name(started), from, until, List.of(rolling)));
            }
            case Action.DrainRegion(var region) -> {
                var away = new Effect.OnTraffic(Where.in(region), new To(0), Duration.between(from, until));
                yield List.of(new Disturbance(drainName(region), from, Instant.MAX, List.of(away)));
            }
            case Action.RevertConfig _,
                    Action.SetFlag _,
                    Action.Scale _,
                    Action.Restart _,
                    Action.ReturnRegion _,
                    Action.ShedLoad _,
                    Action.FailOver _,
                    Action.FlushCache _,
                    Action.FlushDns _,
                    Action.RenewCertificate _ -> List.of();
        };
    }

    private static List<Impulse> impulses(StartedAction started) {
        return switch (started.action()) {
            case Action.Restart(var service, var where) -> restartWaves(started, service, where);
            // The old primary goes away half-way; the standby needs its start-up time before it takes writes.
            case Action.FailOver(var database) ->
                List.of(new Impulse.Restart(middle(started), database, Where.everywhere(), 1.0));
            case Action.FlushCache(var cache, var where) ->
                List.of(new Impulse.EmptyCache(started.completesAt(), cache, where));
            case Action.FlushDns(var where) -> List.of(new Impulse.FlushResolver(started.completesAt(), where));
            case Action.RollBack _,
                    Action.RevertConfig _,
                    Action.SetFlag _,
                    Action.Scale _,
                    Action.DrainRegion _,
                    Action.ReturnRegion _,
                    Action.ShedLoad _,
                    Action.RenewCertificate _ -> List.of();
        };
    }

    private static List<Impulse> restartWaves(StartedAction started, ServiceId service, Where where) {
        var length = Duration.between(started.startedAt(), started.completesAt());
        var waves = new ArrayList<Impulse>();
        for (var wave = 0; wave < RESTART_WAVES; wave++) {
            var at = started.startedAt().plus(length.multipliedBy(wave).dividedBy(RESTART_WAVES));
            waves.add(new Impulse.Restart(whole(at), service, where, 1.0 / RESTART_WAVES));
        }
        return waves;
    }

    private static Schedule shed(Schedule schedule, SimulatedSystem system, int percent, Where where, Instant at) {
        var after = schedule;
        for (var region : system.regionIds()) {
            if (where.covers(region)) {
                var name = "shed:" + region;
                after = after.ended(name, at);
                if (percent > 0) {
                    var effect = onService(
                            system.traffic().entry(), Where.in(region), ServiceParameter.SHED, percent / 100.0);
                    after = after.with(lasting(name, at, effect));
                }
            }
        }
        return after;
    }

    private static Effect onService(ServiceId service, Where where, ServiceParameter parameter, double value) {
        return new Effect.OnService(service, where, parameter, new To(value), Duration.ZERO);
    }

    private static Disturbance lasting(String name, Instant from, Effect effect) {
        return new Disturbance(name, from, Instant.MAX, List.of(effect));
    }

    private static Instant middle(StartedAction started) {
        return whole(started.startedAt()
                .plus(Duration.between(started.startedAt(), started.completesAt())
                        .dividedBy(2)));
    }

    private static Instant whole(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    private static String name(StartedAction started) {
        return "action:" + started.id();
    }

    private static String drainName(RegionId region) {
        return "drain:" + region;
    }
}
