package mayday.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** Cassandra's console, {@code nodetool}. */
final class CassandraPrograms {
    private CassandraPrograms() {}

    static Printed nodetool(Session session, Stage stage) {
        var service = session.here().service();
        if (!service.technology().toLowerCase(java.util.Locale.ROOT).contains("cassandra")) {
            return new Printed.Word(service.id() + " is " + service.technology() + ", not Cassandra.");
        }
        var verb = stage.arguments().operands("-h", "-p").stream().findFirst().orElse("");
        return switch (verb) {
            case "status", "ring" -> session.output(status(session), "");
            case "tpstats" -> session.output(pools(session), load(session));
            case "proxyhistograms", "tablehistograms" -> session.output(histograms(session), load(session));
            case "info" ->
                session.output(
                        List.of(
                                "Gossip active          : true",
                                "Native Transport active: true",
                                "Heap Memory (MB)       : %s / %s"
                                        .formatted(
                                                Numbers.fixed(Vitals.of(session).usedMib(), 2),
                                                Numbers.fixed(Vitals.of(session).totalMib(), 2)),
                                "Data Center            : " + session.region()),
                        "");
            default -> new Printed.Word("Of nodetool I have status, tpstats, proxyhistograms and info.");
        };
    }

    private static String load(Session session) {
        var host = session.here().host();
        return "%s: %s requests at work, %s waiting."
                .formatted(
                        session.here().hostName(),
                        Numbers.fixed(session.instruments().lately(Signal.THREADS_BUSY, host), 0),
                        Numbers.fixed(session.instruments().lately(Signal.QUEUE_DEPTH, host), 0));
    }

    private static List<String> status(Session session) {
        var service = session.here().service();
        var lines = new ArrayList<String>();
        for (var region : service.regions()) {
            var fleet = Machine.all(service, region);
            int ready = (int) Numbers.whole(session.instruments().lately(Signal.REPLICAS_READY, fleet));
            int wanted =
                    (int) Math.max(ready, Numbers.whole(session.instruments().lately(Signal.REPLICAS_WANTED, fleet)));
            lines.add("Datacenter: " + region);
            lines.add("=".repeat(12 + region.value().length()));
            lines.add("Status=Up/Down");
            lines.add("|/ State=Normal/Leaving/Joining/Moving");
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("--", "Address", "Load", "Tokens", "Owns (effective)", "Host ID", "Rack"));
            for (int number = 1; number <= Math.min(40, wanted); number++) {
                long hash = Chance.hash(session.instruments().seed(), service.id() + "/" + region, number);
                rows.add(List.of(
                        number <= ready ? "UN" : "DN",
                        session.fleet().address(service, region, number),
                        Numbers.fixed(200 + 90 * Chance.unit(hash), 2) + " GiB",
                        "16",
                        Numbers.fixed(100.0 * Math.min(3, wanted) / wanted, 1) + "%",
                        new java.util.UUID(hash, Long.rotateLeft(hash, 23)).toString(),
                        "rack" + (1 + number % 3)));
            }
            lines.addAll(Numbers.columns(rows, 2));
            lines.add("");
        }
        return lines;
    }

    private static List<String> pools(Session session) {
        var host = session.here().host();
        var at = session.instruments();
        double up = Duration.between(at.bornAt(host), session.now()).toSeconds();
        double rate = at.lately(Signal.REQUEST_RATE, host);
        var row = "%-30s %8s %9s %12s %9s %18s";
        double active = at.lately(Signal.THREADS_BUSY, host);
        double pending = at.lately(Signal.QUEUE_DEPTH, host);
        return List.of(
                row.formatted("Pool Name", "Active", "Pending", "Completed", "Blocked", "All time blocked"),
                row.formatted(
                        "ReadStage",
                        Numbers.whole(active * 0.7),
                        Numbers.whole(pending * 0.7),
                        Numbers.whole(up * rate * 0.7),
                        0,
                        0),
                row.formatted(
                        "MutationStage",
                        Numbers.whole(active * 0.3),
                        Numbers.whole(pending * 0.3),
                        Numbers.whole(up * rate * 0.3),
                        0,
                        0),
                row.formatted("CompactionExecutor", 0, 0, Numbers.whole(up / 40), 0, 0),
                row.formatted(
                        "Native-Transport-Requests",
                        Numbers.whole(active),
                        Numbers.whole(pending),
                        Numbers.whole(up * rate),
                        0,
                        0),
                "",
                "Message type           Dropped",
                "READ                   " + Numbers.whole(60 * rate * 0.7 * at.lately(Signal.ERROR_REJECTED, host)),
                "MUTATION               " + Numbers.whole(60 * rate * 0.3 * at.lately(Signal.ERROR_REJECTED, host)));
    }

    private static List<String> histograms(Session session) {
        var host = session.here().host();
        var at = session.instruments();
        var row = "%-10s %18s %18s";
        var lines = new ArrayList<String>();
        lines.add("proxy histograms");
        lines.add(row.formatted("Percentile", "Read Latency", "Write Latency"));
        lines.add(row.formatted("", "(micros)", "(micros)"));
        for (var each : List.of(Signal.LATENCY_P50, Signal.LATENCY_P95, Signal.LATENCY_P99)) {
            double micros = 1e6 * at.lately(each, host);
            lines.add(row.formatted(
                    each.name().substring(9) + "%", Numbers.fixed(micros, 2), Numbers.fixed(micros * 0.6, 2)));
        }
        return lines;
    }
}
