package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import mayday.compiler.Value.Text;
import mayday.scenario.Dependency;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Team;
import mayday.scenario.TeamId;
import mayday.scenario.Where;

/**
 * The system that a scenario plays on, as far as references into it go: do these services, regions, teams and
 * dependencies exist?
 */
final class Topology {
    private static final Pattern ARROW = Pattern.compile("(\\S+)\\s*->\\s*(\\S+)");

    private final List<Service> servicesRead;
    private final List<Dependency> dependencies;
    private final Known services;
    private final Known regions;
    private final Known teams;

    /** The service that customers' requests arrive at; empty while it is not read yet. */
    private final Optional<ServiceId> entry;

    private final Problems problems;

    private Topology(
            List<Service> servicesRead,
            List<Dependency> dependencies,
            Known services,
            Known regions,
            Known teams,
            Optional<ServiceId> entry,
            Problems problems) {
        this.servicesRead = List.copyOf(servicesRead);
        this.dependencies = List.copyOf(dependencies);
        this.services = services;
        this.regions = regions;
        this.teams = teams;
        this.entry = entry;
        this.problems = problems;
    }

    static Topology of(SimulatedSystem system, Problems problems) {
        return of(
                system.regions(),
                system.teams(),
                system.services(),
                system.dependencies(),
                Optional.of(system.traffic().entry()),
                problems);
    }

    /** Of a system that is still being read. */
    static Topology of(
            List<Region> regions,
            List<Team> teams,
            List<Service> services,
            List<Dependency> dependencies,
            Problems problems) {
        return of(regions, teams, services, dependencies, Optional.empty(), problems);
    }

    private static Topology of(
            List<Region> regions,
            List<Team> teams,
            List<Service> services,
            List<Dependency> dependencies,
            Optional<ServiceId> entry,
            Problems problems) {
        return new Topology(
                services,
                dependencies,
                known("service", services, service -> service.id().value()),
                known("region", regions, region -> region.id().value()),
                known("team", teams, team -> team.id().value()),
                entry,
                problems);
    }

    /** Of a system that could not be read: everything exists. */
    static Topology anything(Problems problems) {
        return new Topology(
                List.of(),
                List.of(),
                Known.anything("service"),
                Known.anything("region"),
                Known.anything("team"),
                Optional.empty(),
                problems);
    }

    /** Whether customers' requests arrive at it; of a system that could not be read, every service is one that they do. */
    boolean isEntry(ServiceId service) {
        return entry.isEmpty() || entry.orElseThrow().equals(service);
    }

    private static <T> Known known(String noun, List<T> things, Function<T, String> name) {
        return Known.of(noun, things.stream().map(name).toList());
    }

    ServiceId service(Text text) {
        return new ServiceId(services.check(text, problems));
    }

    ServiceId service(Text text, String name, int offset) {
        return new ServiceId(services.check(text, name, offset, problems));
    }

    RegionId region(Text text) {
        return new RegionId(regions.check(text, problems));
    }

    RegionId region(Text text, String name, int offset) {
        return new RegionId(regions.check(text, name, offset, problems));
    }

    TeamId team(Text text) {
        return new TeamId(teams.check(text, problems));
    }

    boolean isService(String name) {
        return services.names().contains(name);
    }

    boolean isRegion(String name) {
        return regions.names().contains(name);
    }

    Optional<Service> find(ServiceId id) {
        return servicesRead.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** A region in which {@code service} must run. */
    RegionId regionOf(ServiceId service, Text text, String name, int offset) {
        var region = new RegionId(regions.check(text, name, offset, problems));
        var elsewhere = find(service).filter(there -> !there.runsIn(region));
        if (regions.names().contains(name) && elsewhere.isPresent()) {
            problems.error(
                    text.at(offset),
                    "service-not-there",
                    "`" + service + "` does not run in `" + region + "`",
                    "it runs in " + Suggestions.oneOf(names(elsewhere.get().regions())));
        }
        return region;
    }

    private static List<String> names(List<RegionId> regions) {
        return regions.stream().map(RegionId::value).toList();
    }

    /** The regions at the key {@code in}, each of which {@code service} runs in; everywhere if it is not there. */
    List<Where> where(Fields fields, ServiceId service) {
        var named = fields.lines("in");
        if (named.isEmpty()) {
            return List.of(Where.everywhere());
        }
        var wheres = new ArrayList<Where>();
        for (var text : named) {
            wheres.add(Where.in(regionOf(service, text, text.text(), 0)));
        }
        return wheres;
    }

    /** As above, of the system as a whole. */
    List<Where> where(Fields fields) {
        var named = fields.lines("in");
        return named.isEmpty()
                ? List.of(Where.everywhere())
                : named.stream().map(text -> Where.in(region(text))).toList();
    }

    /** The two ends of {@code web -> catalog}; a problem if it is not written so, or if either does not exist. */
    Ends ends(Text text) {
        var arrow = ARROW.matcher(text.text());
        if (!arrow.matches()) {
            if (!Scalars.isUnusable(text)) {
                problems.error(
                        text.place(),
                        "bad-dependency",
                        "a dependency is written `caller -> callee`, this is `" + text.text() + "`");
            }
            return new Ends(new ServiceId(""), new ServiceId(""));
        }
        return new Ends(service(text, arrow.group(1), arrow.start(1)), service(text, arrow.group(2), arrow.start(2)));
    }

    /** As {@link #ends}, of a dependency that the system has. */
    Ends dependency(Text text) {
        var ends = ends(text);
        var bothExist = find(ends.from).isPresent() && find(ends.to).isPresent();
        if (bothExist && dependencies.stream().noneMatch(ends::areOf)) {
            problems.error(
                    text.place(),
                    "unknown-dependency",
                    "`" + ends.from + "` does not call `" + ends.to + "`",
                    Suggestions.nearest(ends.words(), calledBy(ends.from)));
        }
        return ends;
    }

    private List<String> calledBy(ServiceId caller) {
        return dependencies.stream()
                .filter(dependency -> dependency.from().equals(caller))
                .map(dependency -> new Ends(dependency.from(), dependency.to()).words())
                .toList();
    }

    /** The services at the two ends of a dependency. */
    record Ends(ServiceId from, ServiceId to) {
        boolean areOf(Dependency dependency) {
            return dependency.from().equals(from) && dependency.to().equals(to);
        }

        String words() {
            return from + " -> " + to;
        }
    }
}
