package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import mayday.evidence.Evidence.Output;
import mayday.scenario.Caching;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;

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
            return subjects.size() == 1 ? reply.and(activity(inquiry, subjects.getFirst(), period.until())) : reply;
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

    /** One line of the list of sessions. */
    private record Sessions(String client, double running, double waiting) {}

    private static Exhibit activity(Inquiry inquiry, Subject subject, Instant until) {
        var sight = inquiry.sight();
        var callers = sight.callersOf(subject.service());
        double busy = sight.lately(Signal.THREADS_BUSY, subject, until);
        double queued = sight.lately(Signal.QUEUE_DEPTH, subject, until);
        double calls = callers.stream()
                .mapToDouble(edge -> sight.lately(DependencySignal.CALL_RATE, edge, subject.where(), until))
                .sum();
        var sessions = new ArrayList<Sessions>();
        for (var edge : callers) {
            double share = calls > 0
                    ? sight.lately(DependencySignal.CALL_RATE, edge, subject.where(), until) / calls
                    : 1.0 / callers.size();
            sessions.add(new Sessions(edge.from().value(), share * busy, share * queued));
        }
        sessions.sort(Comparator.comparingDouble(Sessions::running).reversed());
        double query = sight.lately(Signal.LATENCY_P50, subject, until);
        boolean mysql = Program.of(subject.service()).command().equals("mysqld");
        var command = mysql
                ? "mysql -e 'SHOW PROCESSLIST' | summary by user"
                : "psql -c 'select usename, state, wait_event_type, count(*), avg(now() - query_start)"
                        + " from pg_stat_activity group by 1, 2, 3'";
        var lines = new ArrayList<String>();
        var row = " %-16s | %-7s | %-15s | %6s | %s";
        lines.add(row.formatted("usename", "state", "wait_event_type", "count", "avg_age"));
        lines.add("------------------+---------+-----------------+--------+---------");
        for (var each : sessions) {
            lines.add(row.formatted(each.client(), "active", "", Math.round(each.running()), seconds(query)));
            if (Math.round(each.waiting()) > 0) {
                lines.add(row.formatted(each.client(), "active", "Client queue", Math.round(each.waiting()), ""));
            }
        }
        lines.add("(" + (lines.size() - 2) + " rows)");
        var output = new Output(subject.hostName(), command, lines);
        var title = (mysql ? "processlist of " : "pg_stat_activity of ") + subject.words();
        return new Exhibit(title, "Command · " + subject.where().words(), output);
    }

    private static String seconds(double seconds) {
        return Commands.plain(seconds, 3) + " s";
    }

    /** How the named caches, or those of the named services, do; all of them if none was named. */
    static Reply cache(Inquiry inquiry) {
        var caches = stores(inquiry, ServiceKind.CACHE);
        if (caches.isEmpty()) {
            return Reply.words(noneOf(inquiry, ServiceKind.CACHE, "cache", "caches"));
        }
        return about(inquiry, caches).aboutServices(caches, Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var reply = MetricAnswers.charted(inquiry, Signal.CACHE_HIT_RATIO, subjects, period);
            return subjects.size() == 1 ? reply.and(info(inquiry, subjects.getFirst(), period.until())) : reply;
        });
    }

    private static Exhibit info(Inquiry inquiry, Subject subject, Instant until) {
        var sight = inquiry.sight();
        var host = HostAnswers.asHost(subject);
        double rate = sight.lately(Signal.REQUEST_RATE, host, until);
        double hits = sight.lately(Signal.CACHE_HIT_RATIO, host, until);
        double memory = sight.lately(Signal.MEMORY, host, until);
        var lines = List.of(
                "# Clients",
                "connected_clients:" + Math.round(sight.lately(Signal.THREADS_BUSY, host, until)),
                "blocked_clients:" + Math.round(sight.lately(Signal.QUEUE_DEPTH, host, until)),
                "# Memory",
                "used_memory_human:" + Commands.plain(memory, 2) + "G",
                "maxmemory_human:" + Commands.plain(subject.service().capacity().memoryLimitGib(), 2) + "G",
                "# Stats, last 60 s",
                "instantaneous_ops_per_sec:" + Math.round(rate),
                "keyspace_hits:" + Math.round(60 * rate * hits),
                "keyspace_misses:" + Math.round(60 * rate * (1 - hits)));
        var command = Program.of(subject.service()).command().equals("redis-server")
                ? "redis-cli info"
                : "cache-info " + subject.id();
        var output = new Output(subject.hostName(), command, lines);
        return new Exhibit(
                command.toLowerCase(Locale.ROOT) + " on " + subject.hostName(),
                "Command · " + subject.where().words(),
                output);
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
