package mayday.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** Consoles of caches: {@code redis-cli}, memcached's {@code stats}. */
final class StorePrograms {
    private static final int MOST_SLOW = 20;

    private StorePrograms() {}

    static List<String> names(Stage stage) {
        return stage.arguments().value("-h", "--host").stream().toList();
    }

    private record Load(
            double rate,
            double hits,
            double usedGib,
            double limitGib,
            double clients,
            double waiting,
            Duration up,
            double found,
            double missed) {
        static Load of(Session session) {
            var host = session.here().host();
            var at = session.instruments();
            double rate = at.usual(Signal.REQUEST_RATE, host);
            double hits = at.usual(Signal.CACHE_HIT_RATIO, host);
            // Counters run since the process began: as usual before the history, then as it was.
            double before =
                    Math.max(0, Duration.between(at.bornAt(host), at.begin()).toSeconds());
            double found = before * rate * hits;
            double missed = before * rate * (1 - hits);
            var rates = at.means(Signal.REQUEST_RATE, host, at.begin(), Metric.STEP, Terminal.MOST_PIPED);
            var ratios = at.means(Signal.CACHE_HIT_RATIO, host, at.begin(), Metric.STEP, Terminal.MOST_PIPED);
            for (int i = 0; i < Math.min(rates.size(), ratios.size()); i++) {
                found += Metric.STEP.toSeconds() * rates.get(i) * ratios.get(i);
                missed += Metric.STEP.toSeconds() * rates.get(i) * (1 - ratios.get(i));
            }
            return new Load(
                    at.lately(Signal.REQUEST_RATE, host),
                    at.lately(Signal.CACHE_HIT_RATIO, host),
                    at.lately(Signal.MEMORY, host),
                    host.service().capacity().memoryLimitGib(),
                    Math.max(at.lately(Signal.THREADS_BUSY, host), callers(session)),
                    at.lately(Signal.QUEUE_DEPTH, host),
                    Duration.between(at.bornAt(host), session.now()),
                    found,
                    missed);
        }

        /** Each replica of a caller keeps a connection open, whether it uses it or not. */
        private static int callers(Session session) {
            return session.callsTo(session.here()).stream()
                    .map(edge -> session.system().service(edge.from()))
                    .filter(caller -> caller.runsIn(session.region()))
                    .mapToInt(caller -> session.ready(Machine.all(caller, session.region())))
                    .sum();
        }

        String words(Session session) {
            return "%s: %s operations a second, %s of look-ups hit."
                    .formatted(session.here().hostName(), Numbers.fixed(rate, 0), Numbers.percent(hits));
        }
    }

    static Printed redis(Session session, Stage stage) {
        if (!Software.of(session.here().service()).isRedis()) {
            return new Printed.Word(
                    session.here().id() + " is " + session.here().service().technology() + ", not Redis.");
        }
        var load = Load.of(session);
        var words = stage.arguments().operands("-h", "-p", "-a", "-n").stream()
                .map(String::toLowerCase)
                .toList();
        var verb = words.isEmpty() ? "" : words.getFirst();
        return switch (verb) {
            case "ping" -> session.output(List.of("PONG"), "");
            case "info" -> session.output(info(load, words.size() > 1 ? words.get(1) : ""), load.words(session));
            case "slowlog" -> session.output(slow(session), load.words(session));
            case "client" -> session.output(clients(session, load), load.words(session));
            case "dbsize" -> session.output(List.of("(integer) " + Numbers.whole(load.usedGib() * 420_000)), "");
            default ->
                stage.arguments().has("--latency", "--stat")
                        ? session.output(latency(session), load.words(session))
                        : new Printed.Word(
                                "Of redis-cli I have INFO, SLOWLOG GET, CLIENT LIST, PING, DBSIZE and --latency.");
        };
    }

    private static List<String> info(Load load, String section) {
        var sections = new java.util.LinkedHashMap<String, List<String>>();
        sections.put(
                "clients",
                List.of(
                        "# Clients",
                        "connected_clients:" + Numbers.whole(load.clients()),
                        "blocked_clients:" + Numbers.whole(load.waiting())));
        sections.put(
                "memory",
                List.of(
                        "# Memory",
                        "used_memory:" + Numbers.whole(load.usedGib() * 1_073_741_824),
                        "used_memory_human:" + Numbers.fixed(load.usedGib(), 2) + "G",
                        "maxmemory_human:" + Numbers.fixed(load.limitGib(), 2) + "G",
                        "maxmemory_policy:allkeys-lru"));
        sections.put(
                "stats",
                List.of(
                        "# Stats",
                        "instantaneous_ops_per_sec:" + Numbers.whole(load.rate()),
                        "keyspace_hits:" + Numbers.whole(load.found()),
                        "keyspace_misses:" + Numbers.whole(load.missed()),
                        "rejected_connections:0",
                        "evicted_keys:0"));
        return section.isEmpty() || section.equals("all")
                ? sections.values().stream().flatMap(List::stream).toList()
                : sections.getOrDefault(section, List.of());
    }

    private static List<String> slow(Session session) {
        double p99 =
                session.instruments().lately(Signal.LATENCY_P99, session.here().host());
        var lines = new ArrayList<String>();
        // Redis keeps what took longer than ten milliseconds.
        for (int i = 0; p99 > 0.01 && i < MOST_SLOW; i++) {
            lines.add("%2d) 1) (integer) %d".formatted(i + 1, 9_000 - i));
            lines.add("    2) (integer) "
                    + session.now()
                            .minusSeconds(3L * i + session.drawn("slow" + i, 3))
                            .getEpochSecond());
            lines.add("    3) (integer) " + Numbers.whole(1e6 * p99 * (0.7 + 0.6 * session.chance("slow", i))));
            lines.add("    4) 1) \"GET\"");
            lines.add("       2) \"item:" + (10_000 + session.drawn("key" + i, 80_000)) + "\"");
        }
        return lines.isEmpty() ? List.of("(empty array)") : lines;
    }

    private static List<String> clients(Session session, Load load) {
        var callers = session.callsTo(session.here());
        var lines = new ArrayList<String>();
        for (int i = 0; i < Numbers.whole(load.clients()) && !callers.isEmpty() && i < Terminal.MOST_LINES; i++) {
            var caller =
                    session.system().service(callers.get(i % callers.size()).from());
            lines.add("id=%d addr=%s:%d name=%s age=%d idle=0 flags=N db=0 cmd=get"
                    .formatted(
                            100 + i,
                            session.fleet().address(caller, session.region(), 1 + i % 3),
                            33_000 + i,
                            caller.id(),
                            load.up().toSeconds()));
        }
        return lines;
    }

    private static List<String> latency(Session session) {
        double p50 = 1000
                * session.instruments()
                        .lately(Signal.LATENCY_P50, session.here().host());
        double p99 = 1000
                * session.instruments()
                        .lately(Signal.LATENCY_P99, session.here().host());
        return List.of("min: %s, max: %s, avg: %s (1000 samples)"
                .formatted(Numbers.fixed(p50 / 3, 2), Numbers.fixed(p99, 2), Numbers.fixed(p50, 2)));
    }

    /** {@code echo stats | nc HOST 11211}. */
    static Printed memcached(Session session) {
        var load = Load.of(session);
        return session.output(
                List.of(
                        "STAT pid 1",
                        "STAT uptime " + load.up().toSeconds(),
                        "STAT version 1.6.39",
                        "STAT curr_connections " + Numbers.whole(load.clients()),
                        "STAT cmd_get " + Numbers.whole(load.found() + load.missed()),
                        "STAT get_hits " + Numbers.whole(load.found()),
                        "STAT get_misses " + Numbers.whole(load.missed()),
                        "STAT bytes " + Numbers.whole(load.usedGib() * 1_073_741_824),
                        "STAT limit_maxbytes " + Numbers.whole(load.limitGib() * 1_073_741_824),
                        "STAT evictions 0",
                        "END"),
                load.words(session));
    }
}
