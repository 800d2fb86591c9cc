package mayday.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The topology that scenarios play on: regions, services, dependencies, traffic, SLOs, owners and ordinary facts.
 *
 * @param platform how it is run, which commands and metric tables follow
 */
public record SimulatedSystem(
        SystemId id,
        String title,
        List<Region> regions,
        List<Service> services,
        List<Dependency> dependencies,
        Traffic traffic,
        List<Journey> journeys,
        List<Slo> slos,
        List<Team> teams,
        List<Change> changes,
        List<Runbook> runbooks,
        List<PastIncident> pastIncidents,
        List<Job> jobs,
        Platform platform) {
    public SimulatedSystem {
        regions = List.copyOf(regions);
        services = List.copyOf(services);
        dependencies = List.copyOf(dependencies);
        journeys = List.copyOf(journeys);
        slos = List.copyOf(slos);
        teams = List.copyOf(teams);
        changes = List.copyOf(changes);
        runbooks = List.copyOf(runbooks);
        pastIncidents = List.copyOf(pastIncidents);
        jobs = List.copyOf(jobs);
    }

    /** A system on the usual platform. */
    public SimulatedSystem(
            SystemId id,
            String title,
            List<Region> regions,
            List<Service> services,
            List<Dependency> dependencies,
            Traffic traffic,
            List<Journey> journeys,
            List<Slo> slos,
            List<Team> teams,
            List<Change> changes,
            List<Runbook> runbooks,
            List<PastIncident> pastIncidents,
            List<Job> jobs) {
        this(
                id,
                title,
                regions,
                services,
                dependencies,
                traffic,
                journeys,
                slos,
                teams,
                changes,
                runbooks,
                pastIncidents,
                jobs,
                Platform.USUAL);
    }

    public Optional<Service> find(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The service called {@code id}; the compiler has resolved every reference, so it exists. */
    public Service service(ServiceId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no service " + id));
    }

    public Team team(TeamId id) {
        return teams.stream()
                .filter(team -> team.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no team " + id));
    }

    public List<RegionId> regionIds() {
        return regions.stream().map(Region::id).toList();
    }

    public List<Dependency> dependenciesOf(ServiceId caller) {
        return dependencies.stream().filter(edge -> edge.from().equals(caller)).toList();
    }
}
