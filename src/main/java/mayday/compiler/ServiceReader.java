package mayday.compiler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.Capacity;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Scaling;
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
    private static final Range SERIAL_TIME = Range.seconds(0, 60);
    private static final Range GC_SHARE = Range.ratio(0, 0.5);
    private static final Range TARGET = Range.ratio(0.05, 0.95);
    private static final Range REACTION = Range.seconds(10, 3_600);
    private static final Range COOL_DOWN = Range.seconds(0, 86_400);
    private static final Range CERTIFICATE = new Range(Measure.DAYS, -30, 3_650);

    /** A method, GET if there is none, and a path; {@code {n}} stands for a number. */
    private static final Pattern PATH =
            Pattern.compile("(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE) )?/(?:[A-Za-z0-9._~/=?&-]|\\{n}){0,79}");

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
                fields.numberOr("certificate", CERTIFICATE, 90),
                fields.find("autoscale").map(this::scaling).orElse(new Scaling.Fixed()),
                paths(fields));
        fields.end();
        return service;
    }

    private List<String> paths(Fields fields) {
        var paths = fields.lines("paths");
        for (var path : paths) {
            if (!Scalars.isUnusable(path) && !PATH.matcher(path.text()).matches()) {
                problems.error(
                        path.place(),
                        "bad-path",
                        "`" + path.text() + "` is not a path that can be asked for",
                        "such as `/films/{n}` or `POST /orders`; `{n}` stands for a number");
            }
        }
        return paths.stream().map(Text::text).toList();
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
                fields.numberOr("startup", STARTUP, 30),
                serialSeconds(fields, cpuSeconds),
                fields.numberOr("gc-share", GC_SHARE, 0));
        fields.end();
        return capacity;
    }

    private double serialSeconds(Fields fields, double cpuSeconds) {
        var serialSeconds = fields.numberOr("serial-time", SERIAL_TIME, 0);
        if (serialSeconds > cpuSeconds) {
            problems.error(
                    fields.placeOf("serial-time"),
                    "serial-over-cpu-time",
                    "`serial-time` is part of `cpu-time`, so it cannot be longer");
        }
        return serialSeconds;
    }

    private Scaling scaling(Value value) {
        var fields = Fields.of(value, "autoscale", problems);
        var least = fields.countOr("min", REPLICAS, 1);
        var most = fields.count("max", REPLICAS);
        if (least > most) {
            problems.error(fields.placeOf("min"), "min-over-max", "`min` is above `max`");
        }
        var scaling = new Scaling.Automatic(
                fields.numberOr("target", TARGET, 0.6),
                least,
                most,
                fields.numberOr("reaction", REACTION, 60),
                fields.numberOr("cool-down", COOL_DOWN, 300));
        fields.end();
        return scaling;
    }
}
