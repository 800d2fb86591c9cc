package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** The way to another host: {@code ping}, {@code mtr}, {@code traceroute}, {@code nc -vz}. */
final class NetworkPrograms {
    private static final int MOST_PACKETS = 20;

    private NetworkPrograms() {}

    /** The way from here to a name or address. */
    private record Way(String name, String address, double loss, double millis) {}

    private static Optional<Way> way(Session session, Stage stage, String... valued) {
        return stage.arguments().operands(valued).stream()
                .flatMap(name -> session.fleet().machine(name, session.region()).stream()
                        .map(machine -> way(session, Fleet.bare(name), machine)))
                .findFirst();
    }

    private static Way way(Session session, String name, Machine to) {
        var at = session.instruments();
        double loss = edge(session, to)
                .map(edge -> at.lately(DependencySignal.LOSS, edge, session.where()))
                .orElseGet(() -> at.lately(Signal.NETWORK_LOSS, to));
        boolean near = to.region().equals(session.region())
                && !Software.of(to.service()).managed();
        var address = session.fleet().address(to.service(), to.region(), Math.max(1, to.number()));
        return new Way(
                name,
                address,
                Math.clamp(loss, 0, 1),
                near ? 0.4 : 38 + Chance.below(60, Chance.hash(9, to.region().value())));
    }

    static Optional<Dependency> edge(Session session, Machine to) {
        return session.callsFrom(session.here()).stream()
                .filter(edge -> edge.to().equals(to.id()))
                .findFirst();
    }

    private static Printed unknown(Stage stage, String... valued) {
        var name = stage.arguments().operands(valued).stream().findFirst().orElse("");
        return new Printed.Output(
                Session.CONSOLE,
                List.of(stage.program() + ": "
                        + (name.isEmpty()
                                ? "usage error: Destination address required"
                                : name + ": Name or service not known")),
                name.isEmpty() ? "" : name + " is no name that is known here.");
    }

    static Printed ping(Session session, Stage stage) {
        var found = way(session, stage, "-c", "-i", "-W", "-s");
        if (found.isEmpty()) {
            return unknown(stage, "-c", "-i", "-W", "-s");
        }
        var way = found.get();
        int sent = stage.arguments().number(10, 1, MOST_PACKETS, "-c");
        long lost = Math.min(sent, session.whole(sent * way.loss(), "ping" + way.address()));
        var lines = new ArrayList<String>();
        lines.add("PING %s (%s) 56(84) bytes of data.".formatted(way.name(), way.address()));
        double sum = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        int received = 0;
        for (int i = 1; i <= sent; i++) {
            // Those that are lost are spread evenly: a burst would say something that the model does not.
            if (Math.floorDiv(i * lost, sent) > Math.floorDiv((i - 1) * lost, sent)) {
                continue;
            }
            double millis = way.millis() * (0.9 + 0.3 * session.chance("rtt", i));
            lines.add("64 bytes from %s: icmp_seq=%d ttl=%d time=%s ms"
                    .formatted(
                            way.address(), i, way.millis() < 1 ? 64 : 52, Numbers.fixed(millis, millis < 1 ? 3 : 1)));
            sum += millis;
            least = Math.min(least, millis);
            most = Math.max(most, millis);
            received++;
        }
        lines.add("");
        lines.add("--- %s ping statistics ---".formatted(way.name()));
        lines.add("%d packets transmitted, %d received, %s%% packet loss, time %dms"
                .formatted(sent, received, Numbers.fixed(100.0 * (sent - received) / sent, 0), 1001 * (sent - 1)));
        if (received > 0) {
            lines.add("rtt min/avg/max/mdev = %s/%s/%s/%s ms"
                    .formatted(
                            Numbers.fixed(least, 3),
                            Numbers.fixed(sum / received, 3),
                            Numbers.fixed(most, 3),
                            Numbers.fixed((most - least) / 4, 3)));
        }
        return session.output(
                lines,
                "%d of %d packets from %s to %s came back."
                        .formatted(received, sent, session.here().hostName(), way.name()));
    }

    /** {@code mtr -rw}: the loss lies on the way, so it shows from the hop on where it begins. */
    static Printed mtr(Session session, Stage stage) {
        var found = way(session, stage, "-c", "-i", "-P", "-s");
        if (found.isEmpty()) {
            return unknown(stage, "-c", "-i", "-P", "-s");
        }
        var way = found.get();
        int sent = Arguments.number(
                stage.arguments().value("-c", "-rwc", "-rc", "-rwbc", "-rnc").orElse("100"), 100, 1, 1000);
        var lines = new ArrayList<String>();
        lines.add("Start: " + Numbers.formatter("yyyy-MM-dd'T'HH:mm:ssxx").format(session.now()));
        lines.add("%-34s %6s %5s %6s %5s %5s %5s %5s"
                .formatted(
                        "HOST: " + session.here().hostName(), "Loss%", "Snt", "Last", "Avg", "Best", "Wrst", "StDev"));
        var hops = way.millis() < 1
                ? List.of(gateway(session), way.name())
                : List.of(gateway(session), "transit-1.net.internal", "transit-2.net.internal", way.name());
        for (int hop = 0; hop < hops.size(); hop++) {
            boolean beyond = hop == hops.size() - 1;
            double loss = beyond ? (double) session.whole(sent * way.loss(), "mtr" + way.address()) / sent : 0;
            double millis = beyond ? way.millis() : Math.max(0.2, way.millis() * hop / hops.size());
            lines.add("%3d.|-- %-26s %5s%% %5d %6s %5s %5s %5s %5s"
                    .formatted(
                            hop + 1,
                            hops.get(hop),
                            Numbers.fixed(100 * loss, 1),
                            sent,
                            Numbers.fixed(millis * (0.9 + 0.2 * session.chance("last", hop)), 1),
                            Numbers.fixed(millis, 1),
                            Numbers.fixed(millis * 0.85, 1),
                            Numbers.fixed(millis * 1.6, 1),
                            Numbers.fixed(millis * 0.1, 1)));
        }
        return session.output(
                lines,
                "Of the packets from %s to %s, %s are lost."
                        .formatted(session.here().hostName(), way.name(), Numbers.percent(way.loss())));
    }

    private static String gateway(Session session) {
        return session.fleet().resolverAddress(session.region()).replaceFirst("\\.2$", ".1");
    }

    static Printed traceroute(Session session, Stage stage) {
        var found = way(session, stage, "-m", "-p", "-q");
        if (found.isEmpty()) {
            return unknown(stage, "-m", "-p", "-q");
        }
        var way = found.get();
        var lines = new ArrayList<String>();
        lines.add("traceroute to %s (%s), 30 hops max, 60 byte packets".formatted(way.name(), way.address()));
        lines.add(hop(session, 1, gateway(session), 0.3, 0));
        if (way.millis() > 1) {
            lines.add(hop(session, 2, "transit-1.net.internal", way.millis() / 2, 0));
        }
        lines.add(hop(session, lines.size(), way.name() + " (" + way.address() + ")", way.millis(), way.loss()));
        return session.output(lines, "");
    }

    private static String hop(Session session, int number, String name, double millis, double loss) {
        var probes = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            probes.add(
                    session.chance("probe" + number, i) < loss
                            ? "*"
                            : Numbers.fixed(millis * (0.9 + 0.2 * session.chance("probe-time" + number, i)), 3)
                                    + " ms");
        }
        return "%2d  %s  %s".formatted(number, name, String.join("  ", probes));
    }

    /** {@code nc -vz host port}, {@code telnet host port}. */
    static Printed nc(Session session, Stage stage) {
        var operands = stage.arguments().operands("-w");
        var to = operands.isEmpty()
                ? Optional.<Machine>empty()
                : session.fleet().machine(operands.getFirst(), session.region());
        if (to.isEmpty()) {
            return unknown(stage, "-w");
        }
        var service = to.get().service();
        int own = Software.of(service).port();
        int port = operands.size() > 1 ? Arguments.number(operands.get(1), own, 1, 65_535) : own;
        var target = "%s (%s) %d port [tcp/%s]"
                .formatted(
                        Fleet.bare(operands.getFirst()),
                        session.fleet()
                                .address(
                                        service,
                                        to.get().region(),
                                        Math.max(1, to.get().number())),
                        port,
                        protocol(port));
        var edge = edge(session, to.get());
        double lost = edge.map(each -> session.instruments().lately(DependencySignal.LOSS, each, session.where()))
                .orElse(0.0);
        boolean refused = port != own
                || session.chance("nc/refused")
                        < edge.map(each -> session.instruments()
                                        .lately(DependencySignal.REFUSED_RATIO, each, session.where()))
                                .orElse(0.0);
        var line = session.chance("nc/lost") < lost
                ? "nc: connect to "
                        + target.replaceFirst(" (\\d+) port.*", " port $1 (tcp) failed: Connection timed out")
                : refused
                        ? "nc: connect to "
                                + target.replaceFirst(" (\\d+) port.*", " port $1 (tcp) failed: Connection refused")
                        : "Connection to " + target + " succeeded!";
        return session.output(List.of(line), "");
    }

    private static String protocol(int port) {
        return switch (port) {
            case 53 -> "domain";
            case 443 -> "https";
            case 3306 -> "mysql";
            case 5432 -> "postgresql";
            case 6379 -> "redis";
            case 8080 -> "http-alt";
            default -> "*";
        };
    }
}
