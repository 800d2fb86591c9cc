package mayday.incident;

import static mayday.incident.Checks.unless;

import java.time.Instant;
import java.util.Optional;
import mayday.scenario.Action;
import mayday.scenario.Agent;
import mayday.scenario.AgentId;
import mayday.scenario.ClientId;
import mayday.scenario.DoneTo;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Where;

/** Whether an action can be started in an incident as it stands; if not, why. Whose consent it needs is another matter. */
final class ActionChecks {
    private ActionChecks() {}

    static Optional<Refusal> refusal(Incident incident, Action action, Instant at) {
        var running = incident.runningActions();
        var target = action.target();
        return access(incident)
                .or(() -> target(incident, action, at))
                .or(() -> required(incident, action, at))
                .or(() -> unless(
                        running.size() < Limits.RUNNING_ACTIONS,
                        new Refusal.NotNow(Limits.RUNNING_ACTIONS
                                + " actions are running already. Wait for one to finish, or stop one.")))
                .or(() -> unless(
                        running.stream()
                                .noneMatch(each -> isLike(each.action(), action)
                                        && each.action().target().equals(target)),
                        new Refusal.NotNow("The same action is still running on the same target.")));
    }

    private static Optional<Refusal> access(Incident incident) {
        return incident.people().access() instanceof Access.Lost lost && lost.actions()
                ? Optional.of(new Refusal.NotNow(lost.text()))
                : Optional.empty();
    }

    static boolean isLike(Action one, Action other) {
        return (one instanceof Action.Own mine && other instanceof Action.Own theirs)
                ? mine.action().equals(theirs.action())
                : one.kind() == other.kind();
    }

    /** What the scenario asks for before this may be started. */
    private static Optional<Refusal> required(Incident incident, Action action, Instant at) {
        var rule = incident.scenario().rule(action);
        var met = rule.requires().stream().allMatch(each -> Conditions.holds(incident, each, at));
        var words = rule.otherwise().isEmpty() ? "This cannot be done as things stand." : rule.otherwise();
        return met ? Optional.empty() : Optional.of(new Refusal.NotNow(Sayings.say(incident, words, at)));
    }

    private static Optional<Refusal> target(Incident incident, Action action, Instant at) {
        var scenario = incident.scenario();
        return switch (action) {
            case Action.RollBack(var service, var where) ->
                ours(scenario, service).or(() -> in(scenario, service, where));
            case Action.RevertConfig(var service) -> ours(scenario, service);
            case Action.SetFlag(var flag, var _) ->
                unless(ActionMenu.flags(scenario).contains(flag), new Refusal.Unknown("flag", flag));
            case Action.Scale(var service, var where, var replicas) ->
                ours(scenario, service)
                        .or(() -> in(scenario, service, where))
                        .or(() -> unless(
                                replicas >= 1 && replicas <= Action.Scale.MOST_REPLICAS,
                                new Refusal.OutOfRange(
                                        "number of replicas", "from 1 to " + Action.Scale.MOST_REPLICAS)));
            case Action.Restart(var service, var where) ->
                ours(scenario, service).or(() -> in(scenario, service, where));
            case Action.DrainRegion(var region) ->
                known(scenario, region)
                        .or(() -> unless(
                                !drained(incident, region, at), new Refusal.NotNow(region + " is drained already.")))
                        .or(() -> unless(
                                drainedRegions(incident, at) + 1
                                        < scenario.system().regions().size(),
                                new Refusal.NotNow("It is the last region that takes traffic.")));
            case Action.ReturnRegion(var region) ->
                known(scenario, region)
                        .or(() ->
                                unless(drained(incident, region, at), new Refusal.NotNow(region + " is not drained.")));
            case Action.ShedLoad(var percent, var where) ->
                unless(
                                percent >= 0 && percent <= Action.ShedLoad.MOST_PERCENT,
                                new Refusal.OutOfRange(
                                        "share to shed", "from 0 to " + Action.ShedLoad.MOST_PERCENT + " per cent"))
                        .or(() -> in(scenario, scenario.system().traffic().entry(), where));
            case DoneTo.Database on -> kind(scenario, on.database(), ServiceKind.DATABASE);
            case Action.FlushCache(var cache, var where) ->
                kind(scenario, cache, ServiceKind.CACHE).or(() -> in(scenario, cache, where));
            case Action.FlushDns(var where) ->
                switch (where) {
                    case Where.Everywhere() -> Optional.empty();
                    case Where.In(var region) -> known(scenario, region);
                };
            case Action.RenewCertificate(var service) -> ours(scenario, service);
            case Action.StopJob(var job) ->
                unless(
                        scenario.system().jobs().stream()
                                .anyMatch(each -> each.name().equals(job)),
                        new Refusal.Unknown("job", job));
            case DoneTo.Client on -> client(scenario, on.client());
            case Action.FreezeAutomation(var automation) ->
                automation(scenario, automation)
                        .or(() -> unless(
                                !frozen(incident, automation, at),
                                new Refusal.NotNow(automation + " is frozen already.")));
            case Action.UnfreezeAutomation(var automation) ->
                automation(scenario, automation)
                        .or(() -> unless(
                                frozen(incident, automation, at), new Refusal.NotNow(automation + " is not frozen.")));
            case DoneTo.Host one -> host(scenario, one.service(), one.region(), one.host());
            case Action.UseResolver(var service, var resolver) ->
                ours(scenario, service).or(() -> ResolverChoice.refusal(incident, service, resolver));
            case Action.Own own ->
                unless(
                        scenario.particulars().action(own.action()).stream()
                                .anyMatch(each -> own.target().isEmpty()
                                        ? each.targets().isEmpty()
                                        : each.targets().contains(own.target())),
                        new Refusal.Unknown("action", own.action().value()));
        };
    }

    private static Optional<Refusal> client(Scenario scenario, ClientId client) {
        return unless(scenario.particulars().client(client).isPresent(), new Refusal.Unknown("client", client.value()));
    }

    private static Optional<Refusal> automation(Scenario scenario, AgentId automation) {
        return unless(
                scenario.particulars().agent(automation).stream()
                        .anyMatch(agent -> agent.kind() == Agent.Kind.AUTOMATION),
                new Refusal.Unknown("automation", automation.value()));
    }

    private static boolean frozen(Incident incident, AgentId automation, Instant at) {
        return incident.scenario().particulars().agent(automation).stream()
                .anyMatch(agent -> Agents.isFrozen(incident, agent, at));
    }

    private static Optional<Refusal> host(Scenario scenario, ServiceId service, RegionId region, int host) {
        return ours(scenario, service)
                .or(() -> in(scenario, service, Where.in(region)))
                .or(() -> {
                    var hosts = scenario.system().service(service).capacity().replicas();
                    return unless(
                            host >= 1 && host <= hosts,
                            new Refusal.OutOfRange("host", "a whole number from 1 to " + hosts));
                });
    }

    private static boolean drained(Incident incident, RegionId region, Instant at) {
        return Consequences.isDrained(incident.world().trajectory().schedule(), region, at);
    }

    private static long drainedRegions(Incident incident, Instant at) {
        return incident.scenario().system().regionIds().stream()
                .filter(region -> drained(incident, region, at))
                .count();
    }

    private static Optional<Refusal> ours(Scenario scenario, ServiceId id) {
        var service = scenario.system().find(id);
        if (service.isEmpty()) {
            return Optional.of(new Refusal.Unknown("service", id.value()));
        }
        return unless(
                service.get().kind() != ServiceKind.THIRD_PARTY,
                new Refusal.NotNow(id + " is not ours: it can be asked about, not acted on."));
    }

    private static Optional<Refusal> kind(Scenario scenario, ServiceId id, ServiceKind kind) {
        var service = scenario.system().find(id);
        var word = mayday.scenario.Words.kebab(kind);
        if (service.isEmpty()) {
            return Optional.of(new Refusal.Unknown(word, id.value()));
        }
        return unless(service.get().kind() == kind, new Refusal.NotNow(id + " is not a " + word + "."));
    }

    private static Optional<Refusal> known(Scenario scenario, RegionId region) {
        return unless(scenario.system().regionIds().contains(region), new Refusal.Unknown("region", region.value()));
    }

    private static Optional<Refusal> in(Scenario scenario, ServiceId id, Where where) {
        return switch (where) {
            case Where.Everywhere() -> Optional.empty();
            case Where.In(var region) ->
                known(scenario, region)
                        .or(() -> unless(
                                scenario.system().find(id).stream().allMatch(service -> service.runsIn(region)),
                                new Refusal.NotNow(id + " does not run in " + region + ".")));
        };
    }
}
