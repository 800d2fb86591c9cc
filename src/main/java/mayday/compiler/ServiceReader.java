package mayday.compiler;

import java.util.LinkedHashSet;
import java.util.List;
import mayday.compiler.Value.Entry;
import mayday.scenario.Capacity;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Team;
import mayday.scenario.TeamId;

/** Reads a service of a system. */
final class ServiceReader {
    private static final Range REPLICAS = Range.count(1, 500);
    private static final Range CONCURRENCY = Range.count(1, 100_000);
    private static final Range CORES = Range.number(0.1, 256);
    private static final Range REQUEST_TIME = Range.seconds(0.000_01, 60);
    private static final Range QUEUE = Range.seconds(0, 600);
    private static final Range MEMORY = new Range(Measure.GIB, 0.01, 4_096);
    private static final Range STARTUP = Range.seconds(0, 3_600);
    private static final Range CERTIFICATE = new Range(Measure.DAYS, -30, 3_650);

    /** Stands in for a capacity that is not there. */
    private static final Capacity UNKNOWN = new Capacity(1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0);

    private final Known regions;
    private final Known teams;
    private final List<RegionId> everywhere;
    private final Problems problems;

    ServiceReader(List<Region> regions, List<Team> teams, Problems problems) {
        this.everywhere = regions.stream().map(Region::id).toList();
        this.regions =
                Known.of("region", everywhere.stream().map(RegionId::value).toList());
        this.teams =
                Known.of("team", teams.stream().map(team -> team.id().value()).toList());
        this.problems = problems;
    }

    Service read(Entry entry) {
        var fields = Fields.of(entry, "service", problems);
        var service = new Service(
                new ServiceId(entry.key().text()),
                fields.line("title"),
                fields.choice("kind", ServiceKind.class),
                fields.line("technology"),
                fields.line("version"),
                new TeamId(teams.check(fields.name("owner"), problems)),
                fields.words("aliases"),
                regions(fields),
                fields.need("capacity").map(this::capacity).orElse(UNKNOWN),
                fields.numberOr("certificate", CERTIFICATE, 90));
        fields.end();
        return service;
    }

    private List<RegionId> regions(Fields fields) {
        var named = new LinkedHashSet<RegionId>();
        for (var text : fields.lines("regions")) {
            if (!named.add(new RegionId(regions.check(text, problems)))) {
                problems.error(text.place(), "duplicate-entry", "the region `" + text.text() + "` is listed twice");
            }
        }
        return named.isEmpty() ? everywhere : List.copyOf(named);
    }

    private Capacity capacity(Value value) {
        var fields = Fields.of(value, "capacity", problems);
        var serviceSeconds = fields.number("service-time", REQUEST_TIME);
        var cpuSeconds = fields.numberOr("cpu-time", REQUEST_TIME, serviceSeconds);
        if (cpuSeconds > serviceSeconds) {
            problems.error(
                    fields.placeOf("cpu-time"),
                    "cpu-over-service-time",
                    "`cpu-time` is part of `service-time`, so it cannot be longer");
        }
        var memory = fields.numberOr("memory", MEMORY, 1);
        var memoryLimit = fields.numberOr("memory-limit", MEMORY, 2 * memory);
        if (memory >= memoryLimit) {
            problems.error(
                    fields.placeOf("memory"),
                    "memory-over-limit",
                    "`memory` after start is at or above `memory-limit`: every replica would be killed");
        }
        var capacity = new Capacity(
                fields.count("replicas", REPLICAS),
                fields.count("concurrency", CONCURRENCY),
                fields.numberOr("cores", CORES, 2),
                cpuSeconds,
                serviceSeconds,
                fields.numberOr("queue-limit", QUEUE, 5),
                fields.numberOr("error-ratio", Range.ratio(), 0),
                memory,
                memoryLimit,
                fields.numberOr("disk-used", Range.ratio(), 0.3),
                fields.numberOr("startup", STARTUP, 30));
        fields.end();
        return capacity;
    }
}
