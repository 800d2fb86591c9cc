package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.scenario.Action.UseResolver;
import mayday.scenario.Dependency;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment.To;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import mayday.simulation.Disturbance;
import mayday.simulation.Schedule;

/** Through which resolver a service looks names up, and which others there are. */
final class ResolverChoice {
    private ResolverChoice() {}

    /** The system's resolvers in the order of its file, and the way past them. */
    static List<String> all(SimulatedSystem system) {
        var all = new ArrayList<String>();
        resolvers(system).forEach(resolver -> all.add(resolver.value()));
        all.add(UseResolver.BYPASS.value());
        return List.copyOf(all);
    }

    /** What is usually meant: the last other resolver, or past the only one. */
    static String usual(SimulatedSystem system) {
        var resolvers = resolvers(system);
        return resolvers.size() > 1 ? resolvers.getLast().value() : UseResolver.BYPASS.value();
    }

    /** As {@link mayday.scenario.Effect.DependencyParameter#RESOLVER} counts them. */
    private static int number(SimulatedSystem system, ServiceId resolver) {
        return resolver.equals(UseResolver.BYPASS) ? -1 : resolvers(system).indexOf(resolver);
    }

    /** Names are looked up through another resolver from now on, or past all of ours. */
    static Schedule using(
            Schedule schedule, SimulatedSystem system, ServiceId service, ServiceId resolver, Instant at) {
        var which = number(system, resolver);
        var effects = new ArrayList<Effect>();
        for (var edge : system.dependenciesOf(service)) {
            if (edge.resolvesNames()) {
                effects.add(new Effect.OnDependency(
                        service,
                        edge.to(),
                        Where.everywhere(),
                        DependencyParameter.RESOLVER,
                        new To(which),
                        Duration.ZERO));
            }
        }
        var name = "resolver:" + service;
        return schedule.ended(name, at).with(new Disturbance(name, at, Instant.MAX, effects));
    }

    static Optional<Refusal> refusal(Incident incident, ServiceId service, ServiceId resolver) {
        var system = incident.scenario().system();
        if (system.dependenciesOf(service).stream().noneMatch(Dependency::resolvesNames)) {
            return Optional.of(new Refusal.NotNow(service + " looks no names up."));
        }
        if (!all(system).contains(resolver.value())) {
            return Optional.of(new Refusal.Unknown("resolver", resolver.value()));
        }
        var asked = asked(incident, service);
        if (!asked.equals(resolver)) {
            return Optional.empty();
        }
        var only = resolvers(system).size() == 1 ? " There is no other of ours; `bypass` asks the cloud's own." : "";
        return Optional.of(new Refusal.NotNow(
                resolver.equals(UseResolver.BYPASS)
                        ? service + " asks none of our resolvers already."
                        : service + " asks " + resolver + " already." + only));
    }

    private static ServiceId asked(Incident incident, ServiceId service) {
        return Loads.done(incident, List.of()).stream()
                .map(StartedAction::action)
                .filter(action ->
                        action instanceof UseResolver use && use.service().equals(service))
                .map(action -> ((UseResolver) action).resolver())
                .reduce((_, later) -> later)
                .or(() -> resolvers(incident.scenario().system()).stream().findFirst())
                .orElse(UseResolver.BYPASS);
    }

    private static List<ServiceId> resolvers(SimulatedSystem system) {
        return system.services().stream()
                .filter(service -> service.kind() == ServiceKind.RESOLVER)
                .map(Service::id)
                .toList();
    }
}
