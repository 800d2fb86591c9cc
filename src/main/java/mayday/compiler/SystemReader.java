package mayday.compiler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import mayday.compiler.Value.Text;
import mayday.scenario.Change;
import mayday.scenario.Dependency;
import mayday.scenario.Job;
import mayday.scenario.Journey;
import mayday.scenario.PastIncident;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Runbook;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Slo;
import mayday.scenario.SystemId;
import mayday.scenario.Team;
import mayday.scenario.Traffic;

/**
 * Reads a file of {@code systems/}: regions, teams, services, how they depend on each other, traffic and ordinary
 * facts.
 */
final class SystemReader {
    private static final int HOURS = 24;
    private static final int MOST_REGIONS = 12;
    private static final int MOST_SERVICES = 100;
    private static final double YEAR_SECONDS = 366 * 86_400.0;
    private static final Range PEAK = new Range(Measure.PER_SECOND, 0.1, 1_000_000);
    private static final Range NOISE = Range.ratio(0, 0.2);
    private static final Range OBJECTIVE = Range.ratio(0.5, 0.999999);
    private static final Range SLO_WINDOW = new Range(Measure.DAYS, 1, 365);
    private static final Range LONG_AGO = Range.seconds(0, 10 * YEAR_SECONDS);
    private static final double SHARES_TOLERANCE = 1e-6;

    private final Problems problems;
    private final Scalars scalars;
    private final Fields fields;

    private SystemReader(Value value, Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.fields = Fields.ofFile(value, "the system", problems);
    }

    /** @param name what the scenario calls the system, and its file's name without ending */
    static SimulatedSystem read(String name, Value value, Problems problems) {
        return new SystemReader(value, problems).system(name);
    }

    private SimulatedSystem system(String name) {
        var id = fields.name("id");
        if (Scalars.isId(scalars.id(id)) && !id.text().equals(name)) {
            problems.error(
                    id.place(), "id-is-not-file", "the file is called `" + name + "`, the system `" + id.text() + "`");
        }
        var title = fields.line("title");
        var regions = regions();
        var teams = teams();
        var services = services(regions, teams);
        var topology = Topology.of(regions, teams, services, List.of(), problems);
        var system = new SimulatedSystem(
                new SystemId(name),
                title,
                regions,
                services,
                dependencies(topology),
                traffic(topology),
                journeys(topology),
                slos(topology),
                teams,
                changes(topology),
                runbooks(topology),
                pastIncidents(topology),
                jobs(topology),
                PlatformReader.read(fields, problems));
        fields.end();
        return system;
    }

    private static ServiceId noService() {
        return new ServiceId("");
    }

    private List<Region> regions() {
        var regions = new ArrayList<Region>();
        for (var entry : atMost(MOST_REGIONS, "regions", fields.someNamed("regions"))) {
            var region = Fields.of(entry, "region", problems);
            regions.add(new Region(
                    new RegionId(entry.key().text()),
                    region.line("title"),
                    region.words("aliases"),
                    region.number("traffic", Range.ratio())));
            region.end();
        }
        var sum = regions.stream().mapToDouble(Region::trafficShare).sum();
        if (!regions.isEmpty() && Math.abs(sum - 1) > SHARES_TOLERANCE) {
            problems.error(
                    fields.placeOf("regions"),
                    "shares-do-not-add-up",
                    "the regions' `traffic` adds up to " + Measure.RATIO.written(sum) + ", not to 100 %");
        }
        return regions;
    }

    private List<Team> teams() {
        var reader = new TeamReader(problems);
        return fields.someNamed("teams").stream().map(reader::read).toList();
    }

    private List<Service> services(List<Region> regions, List<Team> teams) {
        var reader = new ServiceReader(regions, teams, problems);
        return atMost(MOST_SERVICES, "services", fields.someNamed("services")).stream()
                .map(reader::read)
                .toList();
    }

    private <T> List<T> atMost(int most, String key, List<T> list) {
        if (list.size() <= most) {
            return list;
        }
        problems.error(
                fields.placeOf(key), "too-many", "`" + key + "` has " + list.size() + " entries, at most " + most);
        return list.subList(0, most);
    }

    private List<Dependency> dependencies(Topology topology) {
        var reader = new DependencyReader(topology, problems);
        var dependencies = new ArrayList<Dependency>();
        var seen = new HashSet<Topology.Ends>();
        for (var entry : fields.entries("dependencies")) {
            var dependency = reader.read(entry);
            if (!seen.add(new Topology.Ends(dependency.from(), dependency.to()))) {
                problems.error(
                        entry.key().place(),
                        "duplicate-key",
                        "the dependency `" + entry.key().text() + "` is written twice");
            }
            dependencies.add(dependency);
        }
        return dependencies;
    }

    private Traffic traffic(Topology topology) {
        var value = fields.need("traffic");
        if (value.isEmpty()) {
            return new Traffic(noService(), 0, List.of(), 0);
        }
        var traffic = Fields.of(value.get(), "traffic", problems);
        var read = new Traffic(
                topology.service(traffic.name("entry")),
                traffic.number("peak", PEAK),
                hourly(traffic),
                DaysReader.read(traffic, problems),
                traffic.numberOr("noise", NOISE, 0.02));
        traffic.end();
        return read;
    }

    private List<Double> hourly(Fields traffic) {
        var values = traffic.items("hourly");
        if (!traffic.has("hourly")) {
            return Collections.nCopies(HOURS, 1.0);
        }
        if (values.size() != HOURS) {
            problems.error(
                    traffic.placeOf("hourly"),
                    "wrong-count",
                    "`hourly` has a share for each of the 24 hours of the day (UTC), this has " + values.size());
        }
        return values.stream()
                .map(value -> scalars.number(value, "hourly", Range.ratio()))
                .toList();
    }

    private List<Journey> journeys(Topology topology) {
        return each(
                "journeys",
                "journey",
                journey -> new Journey(
                        journey.line("title"),
                        topology.service(journey.name("through")),
                        journey.number("share", Range.ratio())));
    }

    private List<Slo> slos(Topology topology) {
        return each(
                "slos",
                "SLO",
                slo -> new Slo(
                        slo.line("title"),
                        topology.service(slo.name("service")),
                        slo.number("objective", OBJECTIVE),
                        (int) slo.number("window", SLO_WINDOW),
                        slo.numberOr("spent", Range.ratio(), 0)));
    }

    private List<Change> changes(Topology topology) {
        var reader = new ChangeReader(topology, Moments.withoutPage(problems), new HashSet<>(), problems);
        return fields.named("changes").stream().map(reader::read).toList();
    }

    private List<Runbook> runbooks(Topology topology) {
        return each(
                "runbooks",
                "runbook",
                runbook -> new Runbook(
                        topology.service(runbook.name("service")),
                        runbook.line("title"),
                        runbook.someLines("steps").stream().map(Text::text).toList()));
    }

    private List<PastIncident> pastIncidents(Topology topology) {
        return each(
                "past-incidents",
                "past incident",
                incident -> new PastIncident(
                        incident.line("title"),
                        topology.service(incident.name("service")),
                        incident.duration("ago", LONG_AGO),
                        incident.prose("summary")));
    }

    private List<Job> jobs(Topology topology) {
        return each("jobs", "job", job -> {
            var schedule = job.name("schedule");
            Cron.check(schedule, problems);
            return new Job(job.line("name"), topology.service(job.name("service")), schedule.text(), job.line("what"));
        });
    }

    private <T> List<T> each(String key, String what, Function<Fields, T> read) {
        var list = new ArrayList<T>();
        for (var value : fields.items(key)) {
            var item = Fields.of(value, what, problems);
            list.add(read.apply(item));
            item.end();
        }
        return list;
    }
}
