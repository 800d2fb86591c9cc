package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.terminal.Fleet;

/** Whether names resolve, and how the resolvers do. */
final class NameAnswers {
    private static final int MOST_ROWS = 40;

    private NameAnswers() {}

    private record Lookup(Service name, RegionId region, double failing) {
        String words() {
            return hostname(name) + " in " + region;
        }
    }

    static Reply resolution(Inquiry inquiry) {
        return covered(inquiry, period -> {
            var lookups = lookups(inquiry, period.until());
            if (lookups.isEmpty()) {
                return Reply.words("Nothing of that is looked up by name here.");
            }
            var at = MetricAnswers.at(inquiry, period);
            var failing = lookups.stream()
                    .filter(lookup -> lookup.failing() >= CallFailure.NOTICED)
                    .toList();
            var words = failing.isEmpty()
                    ? "All names that I tried resolve " + at + "."
                    : "Look-ups that fail %s: %s%s."
                            .formatted(
                                    at,
                                    Figures.list(failing.stream()
                                            .limit(4)
                                            .map(lookup -> lookup.words() + " " + Figures.percent(lookup.failing()))
                                            .toList()),
                                    failing.size() > 4 ? " (" + (failing.size() - 4) + " more in the table)" : "");
            var reply = Reply.words(words);
            if (inquiry.namedServices().size() != 1) {
                reply = reply.and(table(lookups));
            }
            return failing.isEmpty() && inquiry.namedServices().isEmpty()
                    ? reply
                    : reply.and(dig(inquiry, lookups.getFirst(), period));
        });
    }

    private static Exhibit table(List<Lookup> lookups) {
        var rows = lookups.stream()
                .limit(MOST_ROWS)
                .map(lookup ->
                        List.of(hostname(lookup.name()), lookup.region().value(), Figures.percent(lookup.failing())))
                .toList();
        return new Exhibit(
                "Name look-ups",
                "Metrics, as callers see it",
                ScopeAnswers.table(List.of("Name", "Looked up in", "Look-ups failing"), rows));
    }

    /** The worst first; a name that nobody looks up as a dependency fails as the region's resolver does. */
    private static List<Lookup> lookups(Inquiry inquiry, Instant until) {
        var named = inquiry.namedServices().stream()
                .filter(service -> service.kind() != ServiceKind.RESOLVER)
                .toList();
        var services = named.isEmpty()
                ? inquiry.system().services().stream()
                        .filter(service ->
                                inquiry.sight().callersOf(service).stream().anyMatch(Dependency::resolvesNames))
                        .toList()
                : named;
        var regions = inquiry.namedRegions().isEmpty() ? inquiry.system().regionIds() : inquiry.namedRegions();
        var lookups = new ArrayList<Lookup>();
        for (var service : services) {
            for (var region : regions) {
                lookups.add(new Lookup(service, region, failing(inquiry, service, region, until)));
            }
        }
        lookups.sort(Comparator.comparingDouble(Lookup::failing).reversed());
        return lookups;
    }

    private static double failing(Inquiry inquiry, Service service, RegionId region, Instant until) {
        var sight = inquiry.sight();
        double worst = 0;
        boolean lookedUp = false;
        for (var edge : sight.callersOf(service)) {
            if (edge.resolvesNames() && inquiry.system().service(edge.from()).runsIn(region)) {
                worst = Math.max(worst, sight.lately(DependencySignal.NAME_RATIO, edge, Where.in(region), until));
                lookedUp = true;
            }
        }
        return lookedUp ? worst : resolverFailing(inquiry, region, until);
    }

    private static double resolverFailing(Inquiry inquiry, RegionId region, Instant until) {
        return inquiry.ofKind(ServiceKind.RESOLVER).stream()
                .filter(resolver -> resolver.runsIn(region))
                .mapToDouble(resolver -> inquiry.sight()
                        .lately(Signal.RESOLVER_FAILURE_RATIO, new Subject(resolver, Where.in(region), 0), until))
                .max()
                .orElse(0);
    }

    private static Optional<Exhibit> dig(Inquiry inquiry, Lookup lookup, Period.Covered period) {
        var there = new Subject(lookup.name(), Where.in(lookup.region()), 0);
        return CommandAnswers.onConsole(inquiry, there, period, "dig " + hostname(lookup.name()));
    }

    static Reply resolvers(Inquiry inquiry) {
        return covered(inquiry, period -> {
            var named = inquiry.namedServices().stream()
                    .filter(service -> service.kind() != ServiceKind.RESOLVER)
                    .toList();
            var client = named.isEmpty() ? inquiry.paged() : named.getFirst();
            var region = inquiry.namedRegions().isEmpty()
                    ? client.primaryRegion()
                    : inquiry.namedRegions().getFirst();
            var resolvers = inquiry.ofKind(ServiceKind.RESOLVER);
            if (resolvers.isEmpty()) {
                return Reply.words("There is no resolver of our own here; hosts ask their cloud's.");
            }
            var reply = Reply.words(resolverWords(inquiry, resolvers.getFirst(), period))
                    .and(resolverTable(inquiry, resolvers.getFirst(), period))
                    .and(resolvConf(inquiry, client, region, period))
                    .observing(judged(inquiry, resolvers.getFirst(), period));
            return ttls(inquiry, client, region, period.until()).isEmpty()
                    ? reply
                    : reply.adding(ttls(inquiry, client, region, period.until()));
        });
    }

    private static String resolverWords(Inquiry inquiry, Service resolver, Period.Covered period) {
        var everywhere = new Subject(resolver, inquiry.where(), 0);
        var sight = inquiry.sight();
        return "Hosts ask %s of their own region. It answers %s %s; %s of look-ups fail, p95 %s."
                .formatted(
                        resolver.id(),
                        Figures.rate(sight.lately(Signal.REQUEST_RATE, everywhere, period.until())),
                        MetricAnswers.at(inquiry, period),
                        Figures.percent(sight.lately(Signal.RESOLVER_FAILURE_RATIO, everywhere, period.until())),
                        Figures.seconds(sight.lately(Signal.LATENCY_P95, everywhere, period.until())));
    }

    private static Exhibit resolverTable(Inquiry inquiry, Service resolver, Period.Covered period) {
        var sight = inquiry.sight();
        var rows = new ArrayList<List<String>>();
        for (var region : resolver.regions()) {
            if (!inquiry.where().covers(region)) {
                continue;
            }
            var node = new Subject(resolver, Where.in(region), 0);
            rows.add(List.of(
                    region.value(),
                    Figures.rate(sight.lately(Signal.REQUEST_RATE, node, period.until())),
                    Figures.percent(sight.lately(Signal.RESOLVER_FAILURE_RATIO, node, period.until())),
                    Figures.seconds(sight.lately(Signal.LATENCY_P95, node, period.until())),
                    "%s of %s"
                            .formatted(
                                    Figures.count(sight.lately(Signal.REPLICAS_READY, node, period.until())),
                                    Figures.count(sight.lately(Signal.REPLICAS_WANTED, node, period.until())))));
        }
        return new Exhibit(
                resolver.id() + " by region",
                "Metrics · " + inquiry.where().words(),
                ScopeAnswers.table(List.of("Region", "Queries", "Failing", "p95", "Ready"), rows));
    }

    /** Its health where it was asked about, as bad as it is in the worst of these regions; look-ups that fail count as its errors. */
    private static List<Observation> judged(Inquiry inquiry, Service resolver, Period.Covered period) {
        var until = period.until();
        return ScopeAnswers.oncePerService(resolver.regions().stream()
                .filter(inquiry.where()::covers)
                .map(region -> new Subject(resolver, Where.in(region), 0))
                .flatMap(node -> Stream.of(
                        Judgement.byErrors(
                                node, inquiry.sight().lately(Signal.RESOLVER_FAILURE_RATIO, node, until), until),
                        MetricAnswers.latencyObservation(inquiry.sight(), node, period)))
                .toList());
    }

    private static Optional<Exhibit> resolvConf(
            Inquiry inquiry, Service client, RegionId region, Period.Covered period) {
        return CommandAnswers.shown(inquiry, new Subject(client, Where.in(region), 1), period, "cat /etc/resolv.conf");
    }

    private static String ttls(Inquiry inquiry, Service client, RegionId region, Instant until) {
        var kept = inquiry.system().dependenciesOf(client.id()).stream()
                .filter(Dependency::resolvesNames)
                .map(edge -> edge.to() + " "
                        + Figures.count(
                                inquiry.history().current(DependencyParameter.TTL, edge, Where.in(region), until))
                        + " s")
                .limit(6)
                .toList();
        return kept.isEmpty() ? "" : client.id() + " keeps names for: " + Figures.list(kept) + ".";
    }

    private interface Answer {
        Reply to(Period.Covered period);
    }

    private static Reply covered(Inquiry inquiry, Answer answer) {
        var period =
                Period.of(inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Sight.NOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> answer.to(covered).adding(covered.remark());
        };
    }

    static String hostname(Service service) {
        return Fleet.hostname(service);
    }
}
