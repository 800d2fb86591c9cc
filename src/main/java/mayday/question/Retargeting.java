package mayday.question;

import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Target;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;

/** What a question is about after what was said last has changed it: another service, another region, all the others. */
final class Retargeting {
    private Retargeting() {}

    /** {@code old} with what is newly named in its place; what is not named stays. */
    static List<Target> of(SimulatedSystem system, List<Target> old, Mentions named) {
        var services = new ArrayList<Service>();
        var regions = new ArrayList<RegionId>();
        for (var target : old) {
            switch (target) {
                case Target.OfService(var service) -> services.add(system.service(service));
                case Target.OfNode(var service, var region) -> {
                    services.add(system.service(service));
                    regions.add(region);
                }
                case Target.OfHost(var service, var _, var _) -> services.add(system.service(service));
                case Target.OfRegion(var region) -> regions.add(region);
                case Target.OfTeam _ -> {}
            }
        }
        return named.orElse(new Mentions(services, List.of(), regions, List.of(), List.of()))
                .targets();
    }

    /** {@code old} and what is newly named: regions of the same services, or services in the same regions. */
    static List<Target> beside(SimulatedSystem system, List<Target> old, Mentions named, ServiceId paged) {
        var first = old.isEmpty() ? List.<Target>of(new Target.OfService(paged)) : old;
        var both = new ArrayList<>(first);
        both.addAll(of(system, first, named));
        return both.stream().distinct().limit(Breakdown.MOST_TARGETS).toList();
    }

    /** The services that are meant: those of the hosts and nodes as well, the paged one where there are none. */
    static List<Service> services(SimulatedSystem system, List<Target> targets, ServiceId paged) {
        var services = new ArrayList<Service>();
        for (var target : targets) {
            switch (target) {
                case Target.OfService(var service) -> services.add(system.service(service));
                case Target.OfNode(var service, var _) -> services.add(system.service(service));
                case Target.OfHost(var service, var _, var _) -> services.add(system.service(service));
                case Target.OfRegion _, Target.OfTeam _ -> {}
            }
        }
        return services.isEmpty()
                ? List.of(system.service(paged))
                : services.stream().distinct().toList();
    }

    /** The same services in all the regions that were not asked about; in each of their regions if none was. */
    static List<Target> otherRegions(SimulatedSystem system, List<Target> targets, ServiceId paged) {
        var asked = Breakdown.regions(targets);
        if (!targets.isEmpty() && targets.stream().allMatch(Target.OfRegion.class::isInstance)) {
            return system.regionIds().stream()
                    .filter(region -> !asked.contains(region))
                    .<Target>map(Target.OfRegion::new)
                    .toList();
        }
        return services(system, targets, paged).stream()
                .flatMap(service -> service.regions().stream()
                        .filter(region -> !asked.contains(region))
                        .<Target>map(region -> new Target.OfNode(service.id(), region)))
                .limit(Breakdown.MOST_TARGETS)
                .toList();
    }

    static List<Target> withOtherRegions(SimulatedSystem system, List<Target> targets, ServiceId paged) {
        var all = new ArrayList<>(targets);
        all.addAll(otherRegions(system, targets, paged));
        return all.stream().distinct().limit(Breakdown.MOST_TARGETS).toList();
    }

    /** The neighbours of the hosts that were asked about. */
    static List<Target> otherHosts(SimulatedSystem system, List<Target> targets) {
        var others = new ArrayList<Target>();
        for (var target : targets) {
            if (target instanceof Target.OfHost(var service, var region, var _)) {
                for (var number = 1;
                        number <= system.service(service).capacity().replicas();
                        number++) {
                    others.add(new Target.OfHost(service, region, number));
                }
            }
        }
        others.removeAll(targets);
        return others.isEmpty()
                ? targets
                : others.stream().distinct().limit(Breakdown.MOST_TARGETS).toList();
    }

    /** The same wherever it is. */
    static List<Target> everywhere(List<Target> targets) {
        var all = new ArrayList<Target>();
        for (var target : targets) {
            switch (target) {
                case Target.OfService service -> all.add(service);
                case Target.OfNode(var service, var _) -> all.add(new Target.OfService(service));
                case Target.OfHost(var service, var _, var _) -> all.add(new Target.OfService(service));
                case Target.OfTeam team -> all.add(team);
                case Target.OfRegion _ -> {
                    // In all regions: no region is named.
                }
            }
        }
        return all.stream().distinct().toList();
    }

    /** Without nodes that are not there; a service that runs in none of the regions is meant wherever it runs. */
    static List<Target> running(SimulatedSystem system, List<Target> targets) {
        var running = targets.stream()
                .filter(target -> !(target instanceof Target.OfNode(var service, var region))
                        || system.service(service).runsIn(region))
                .toList();
        return running.isEmpty() ? everywhere(targets) : running;
    }
}
