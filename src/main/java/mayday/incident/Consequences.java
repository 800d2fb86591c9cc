package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Action;
import mayday.scenario.Client;
import mayday.scenario.ClientId;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment.Times;
import mayday.scenario.Effect.Adjustment.To;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.OwnActionId;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
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
    static Schedule started(Incident incident, Schedule schedule, StartedAction started) {
        var scenario = incident.scenario();
        var after = schedule;
        for (var disturbance : whileRunning(incident, started)) {
            after = after.with(disturbance);
        }
        for (var impulse : impulses(scenario.system(), started)) {
            after = after.with(impulse);
        }
        return after;
    }

    /** The schedule after an action was stopped at {@code at}: what it would still have done does not happen. */
    static Schedule cancelled(Scenario scenario, Schedule schedule, StartedAction stopped, Instant at) {
        var planned = impulses(scenario.system(), stopped);
        var kept = schedule.impulses().stream()
                .filter(impulse -> !(impulse.at().isAfter(at) && planned.contains(impulse)))
                .toList();
        return new Schedule(schedule.disturbances(), kept).ended(name(stopped), at);
    }

    /** The schedule after an action was completed at {@code at}: its lasting effects. */
    static Schedule completed(Incident incident, Schedule schedule, StartedAction done, Instant at) {
        var scenario = incident.scenario();
        var system = scenario.system();
        return switch (done.action()) {
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
            case Action.BlockClient(var client) -> blocked(scenario, schedule, client, at);
            case Action.UnblockClient(var client) -> schedule.ended("block:" + client, at);
            case Action.TakeOutHost(var service, var region, var host) ->
                schedule.ended(hostName(service, region, host), at)
                        .with(new Disturbance(
                                hostName(service, region, host),
                                at,
                                Instant.MAX,
                                OneHost.away(incident, service, region, host)));
            case Action.ReturnHost(var service, var region, var host) ->
                schedule.ended(hostName(service, region, host), at);
            case Action.UseResolver(var service, var resolver) ->
                ResolverChoice.using(schedule, system, service, resolver, at);
            case Action.Own own -> ownEffects(scenario, schedule, own, at);
            // Nothing else lasts beyond what was mended.
            case Action.Change _, Action.Renewal _, Action.Routing _, Action.Upkeep _ -> schedule;
        };
    }

    /** Their part of the demand stays away. */
    private static Schedule blocked(Scenario scenario, Schedule schedule, ClientId id, Instant at) {
        var share = scenario.particulars().client(id).map(Client::share).orElse(0.0);
        var away = new Effect.OnTraffic(Where.everywhere(), new Times(1 - share), Duration.ZERO);
        return schedule.ended("block:" + id, at).with(lasting("block:" + id, at, away));
    }

    /** What an action of the scenario leaves; done again, it takes the place of what it left before. */
    private static Schedule ownEffects(Scenario scenario, Schedule schedule, Action.Own own, Instant at) {
        var defined = scenario.particulars().action(own.action());
        if (defined.isEmpty()) {
            return schedule;
        }
        var action = defined.get();
        var after = schedule;
        for (var each : schedule.disturbances()) {
            var ofUndone = action.undoes().stream().anyMatch(id -> each.name().startsWith(ownName(id, "")));
            if (ofUndone || each.name().equals(ownName(own.action(), own.target()))) {
                after = after.ended(each.name(), at);
            }
        }
        var effects = action.effectsOf(action.effects(), own.target(), own.arguments());
        var until = action.lasts().isZero() ? Instant.MAX : at.plus(action.lasts());
        return effects.isEmpty()
                ? after
                : after.with(new Disturbance(ownName(own.action(), own.target()), at, until, effects));
    }

    /** Whether a region's traffic has been sent away and not been given back. */
    static boolean isDrained(Schedule schedule, RegionId region, Instant at) {
        return schedule.disturbances().stream()
                .anyMatch(each ->
                        each.name().equals(drainName(region)) && each.until().isAfter(at));
    }

    private static List<Disturbance> whileRunning(Incident incident, StartedAction started) {
        var scenario = incident.scenario();
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
            case Action.RestartHost(var service, var region, var host) ->
                List.of(new Disturbance(name(started), from, until, OneHost.away(incident, service, region, host)));
            case Action.Own own ->
                scenario.particulars().action(own.action()).stream()
                        .map(action -> action.effectsOf(action.meanwhile(), own.target(), own.arguments()))
                        .filter(effects -> !effects.isEmpty())
                        .map(effects -> new Disturbance(name(started), from, until, effects))
                        .toList();
            case Action.Change _, Action.Renewal _, Action.Routing _, Action.Upkeep _ -> List.of();
        };
    }

    private static List<Impulse> impulses(SimulatedSystem system, StartedAction started) {
        return switch (started.action()) {
            case Action.Restart(var service, var where) -> restartWaves(started, service, where);
            // The old primary goes away half-way; the standby needs its start-up time before it takes writes.
            case Action.FailOver(var database) ->
                List.of(new Impulse.Restart(middle(started), database, Where.everywhere(), 1.0));
            case Action.FlushCache(var cache, var where) ->
                List.of(new Impulse.EmptyCache(started.completesAt(), cache, where));
            case Action.FlushDns(var where) -> List.of(new Impulse.FlushResolver(started.completesAt(), where));
            case Action.RestartHost(var service, var region, var _) -> {
                var share = 1.0 / system.service(service).capacity().replicas();
                yield List.of(new Impulse.Restart(whole(started.startedAt()), service, Where.in(region), share));
            }
            case Action.Change _, Action.Upkeep _, Action.Routing _, Action.Own _ -> List.of();
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

    private static String hostName(ServiceId service, RegionId region, int host) {
        return "host:" + service + "/" + region + "/" + host;
    }

    private static String ownName(OwnActionId action, String target) {
        return "own:" + action + ":" + target;
    }
}
