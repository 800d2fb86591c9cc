package mayday.compiler;

import java.util.Optional;
import mayday.compiler.Value.Entry;
import mayday.scenario.Caching;
import mayday.scenario.Dependency;
import mayday.scenario.Route;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;

/** Reads a dependency of a system: {@code web -> catalog: { calls: 0.6, timeout: 1s }}. */
final class DependencyReader {
    private static final Range CALLS = Range.number(0, 1_000);
    private static final Range TIMEOUT = Range.seconds(0.001, 600);
    private static final Range ATTEMPTS = Range.count(1, 10);
    private static final Range POOL = Range.count(0, 10_000);
    private static final Range REFILL = Range.seconds(1, 86_400);
    private static final Range QUERIES = Range.number(1, 20);
    private static final Range TTL = Range.seconds(0, 86_400);

    private final Topology topology;
    private final Problems problems;

    DependencyReader(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
    }

    Dependency read(Entry entry) {
        var ends = topology.ends(entry.key());
        if (ends.from().equals(ends.to()) && !ends.from().value().isEmpty()) {
            problems.error(entry.key().place(), "self-dependency", "`" + ends.from() + "` cannot depend on itself");
        }
        var fields = Fields.of(entry, "dependency", problems);
        var resolves = fields.find("resolves").isPresent();
        var ttl = fields.numberOr("resolves", TTL, 0);
        var dependency = new Dependency(
                ends.from(),
                ends.to(),
                fields.numberOr("calls", CALLS, 1),
                fields.numberOr("timeout", TIMEOUT, 1),
                fields.countOr("attempts", ATTEMPTS, 1),
                fields.numberOr("fallback", Range.ratio(), 0),
                fields.countOr("pool-size", POOL, 0),
                fields.choiceOr("route", Route.SAME_REGION),
                fields.find("cached-by").map(this::caching).orElse(new Caching.None()),
                resolves,
                ttl,
                fields.numberOr("negative-ttl", TTL, ttl),
                fields.numberOr("queries", QUERIES, 1));
        fields.end();
        if (dependency.route() == Route.SAME_REGION) {
            checkSameRegions(entry, topology.find(ends.from()), topology.find(ends.to()));
        }
        return dependency;
    }

    private void checkSameRegions(Entry entry, Optional<Service> from, Optional<Service> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        for (var region : from.get().regions()) {
            if (!to.get().runsIn(region)) {
                problems.error(
                        entry.key().place(),
                        "no-callee-in-region",
                        "`" + from.get().id() + "` runs in `" + region + "`, where there is no `"
                                + to.get().id() + "` to call",
                        "let it call the primary region: `route: primary`");
            }
        }
    }

    private Caching caching(Value value) {
        var fields = Fields.of(value, "cached-by", problems);
        var name = fields.name("cache");
        var cache = topology.service(name);
        if (topology.find(cache)
                .filter(service -> service.kind() != ServiceKind.CACHE)
                .isPresent()) {
            problems.error(name.place(), "wrong-kind", "`" + cache + "` is not a service of kind `cache`");
        }
        var caching = new Caching.By(
                cache, fields.number("hit-ratio", Range.ratio()), fields.numberOr("refill", REFILL, 300));
        fields.end();
        return caching;
    }
}
