package mayday.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mayday.scenario.Caching;
import mayday.scenario.Dependency;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.terminal.Software;

/** Databases and caches. */
final class StoreAnswers {
    private StoreAnswers() {}

    /** How the named databases, or those of the named services, do; all of them if none was named. */
    static Reply database(Inquiry inquiry) {
        var databases = stores(inquiry, ServiceKind.DATABASE);
        if (databases.isEmpty()) {
            return Reply.words(noneOf(inquiry, ServiceKind.DATABASE, "database", "databases"));
        }
        return about(inquiry, databases).aboutServices(databases, Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var words = subjects.stream()
                    .map(subject -> databaseWords(inquiry, subject, period))
                    .toList();
            var latency = MetricAnswers.charted(inquiry, Signal.LATENCY_P95, subjects, period);
            var reply = new Reply(String.join(" ", words), latency.exhibits(), List.of())
                    .observing(ScopeAnswers.oncePerService(subjects.stream()
                            .map(subject -> judged(inquiry.sight(), subject, period))
                            .toList()));
            return subjects.size() == 1 ? reply.and(activity(inquiry, subjects.getFirst(), period)) : reply;
        });
    }

    private static Observation judged(Sight sight, Subject subject, Period.Covered period) {
        var byErrors =
                Judgement.byErrors(subject, sight.lately(Signal.ERROR_RATIO, subject, period.until()), period.until());
        var byLatency = MetricAnswers.latencyObservation(sight, subject, period);
        return byErrors.health().compareTo(byLatency.health()) >= 0 ? byErrors : byLatency;
    }

    private static String databaseWords(Inquiry inquiry, Subject subject, Period.Covered period) {
        var sight = inquiry.sight();
        var until = period.until();
        double replicas = Math.max(1, sight.lately(Signal.REPLICAS_READY, subject, until));
        int host = subject.host();
        double limit = subject.service().capacity().concurrency() * (host > 0 ? 1 : replicas);
        return "%s: queries take p95 %s (%s around %s), %s of %s backends busy, %s waiting, %s of queries fail."
                .formatted(
                        subject.words(),
                        Figures.seconds(sight.lately(Signal.LATENCY_P95, subject, until)),
                        Figures.seconds(sight.usual(Signal.LATENCY_P95, subject, until)),
                        Figures.clock(sight.usualTime(until)),
                        Figures.count(sight.lately(Signal.THREADS_BUSY, subject, until)),
                        Figures.count(limit),
                        Figures.count(sight.lately(Signal.QUEUE_DEPTH, subject, until)),
                        Figures.percent(sight.lately(Signal.ERROR_RATIO, subject, until)));
    }

    /** Who is at work, in the database's own words. */
    private static Optional<Exhibit> activity(Inquiry inquiry, Subject subject, Period.Covered period) {
        var software = Software.of(subject.service());
        if (software.isMySql()) {
            return CommandAnswers.console(inquiry, subject, period, "SHOW PROCESSLIST");
        }
        return software.isPostgres()
                ? CommandAnswers.console(
                        inquiry,
                        subject,
                        period,
                        "select usename, state, count(*) from pg_stat_activity group by usename, state")
                : CommandAnswers.console(inquiry, subject, period, "nodetool tpstats");
    }

    /** How the named caches, or those of the named services, do; all of them if none was named. */
    static Reply cache(Inquiry inquiry) {
        var caches = stores(inquiry, ServiceKind.CACHE);
        if (caches.isEmpty()) {
            return Reply.words(noneOf(inquiry, ServiceKind.CACHE, "cache", "caches"));
        }
        return about(inquiry, caches).aboutServices(caches, Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var reply = MetricAnswers.charted(inquiry, Signal.CACHE_HIT_RATIO, subjects, period);
            var command = subjects.size() == 1
                            && !Software.of(subjects.getFirst().service()).isRedis()
                    ? "echo stats | nc localhost 11211"
                    : "redis-cli info";
            return subjects.size() == 1
                    ? reply.and(CommandAnswers.console(inquiry, subjects.getFirst(), period, command))
                    : reply;
        });
    }

    /** Those of the kind that were named or that a named service uses; all if no service was named. */
    private static List<Service> stores(Inquiry inquiry, ServiceKind kind) {
        var named = inquiry.namedServices();
        if (named.isEmpty()) {
            return inquiry.ofKind(kind);
        }
        var found = new LinkedHashSet<Service>();
        for (var service : named) {
            if (service.kind() == kind) {
                found.add(service);
            }
            for (var edge : inquiry.system().dependenciesOf(service.id())) {
                used(inquiry, edge).stream().filter(used -> used.kind() == kind).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static List<Service> used(Inquiry inquiry, Dependency edge) {
        var callee = inquiry.system().service(edge.to());
        return switch (edge.caching()) {
            case Caching.None() -> List.of(callee);
            case Caching.By(var cache, var _, var _) ->
                List.of(callee, inquiry.system().service(cache));
        };
    }

    /**
     * The same question about these services: where the named one was a service that uses them, it is about all their
     * regions.
     */
    private static Inquiry about(Inquiry inquiry, List<Service> stores) {
        var named = inquiry.namedServices();
        if (named.isEmpty() || stores.containsAll(named)) {
            return inquiry;
        }
        var targets = new ArrayList<Target>();
        stores.forEach(store -> targets.add(new Target.OfService(store.id())));
        var asked = inquiry.interpretation();
        return new Inquiry(
                inquiry.circumstances(),
                inquiry.history(),
                new Interpretation(asked.dimension(), targets, asked.window(), asked.confidence(), asked.authored()));
    }

    private static String noneOf(Inquiry inquiry, ServiceKind kind, String one, String several) {
        var here = inquiry.ofKind(kind).stream()
                .map(service -> service.id().value())
                .toList();
        var named = inquiry.namedServices();
        var subject = named.isEmpty() ? "" : named.getFirst().id() + " is not a " + one + " and uses none. ";
        return here.isEmpty()
                ? subject + "There is no " + one + " here."
                : subject + "The " + several + " here: " + Figures.list(here) + ".";
    }
}
