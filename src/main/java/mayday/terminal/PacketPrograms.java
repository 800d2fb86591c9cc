package mayday.terminal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.terminal.CommandLine.Stage;
import mayday.terminal.NameServer.Status;

/** {@code tcpdump}: the packets of one port, among them those that went unanswered. */
final class PacketPrograms {
    private static final int USUAL_PACKETS = 40;
    private static final int MOST_PACKETS = 150;
    private static final Pattern PORT = Pattern.compile("\\bport (\\d{1,5}|domain|https?)\\b");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PacketPrograms() {}

    static Printed tcpdump(Session session, Stage stage) {
        int most = stage.arguments().number(USUAL_PACKETS, 1, MOST_PACKETS, "-c");
        var port = PORT.matcher(stage.text());
        var wanted = port.find() ? port.group(1) : "";
        var packets =
                wanted.equals("53") || wanted.equals("domain") || stage.text().contains(" udp")
                        ? names(session, most)
                        : segments(session, wanted, most);
        var lines = new ArrayList<String>();
        lines.add("tcpdump: verbose output suppressed, use -v[v]... for full protocol decode");
        lines.add("listening on %s, link-type EN10MB (Ethernet), snapshot length 262144 bytes"
                .formatted(stage.arguments().value("-i", "-ni", "-nni").orElse("eth0")));
        lines.addAll(packets);
        lines.add(packets.size() + " packets captured");
        lines.add(packets.size() + " packets received by filter");
        lines.add("0 packets dropped by kernel");
        return session.output(
                lines,
                "%d packets on %s.".formatted(packets.size(), session.here().hostName()));
    }

    private static Instant at(Session session, int number) {
        return session.now()
                .minusSeconds(3)
                .plusNanos(number * 61_000_000L + (long) (40_000_000 * session.chance("packet", number)));
    }

    /** Look-ups of what the host calls by name; of anything else it asks for nothing. */
    private static List<String> names(Session session, int most) {
        var looked = session.callsFrom(session.here()).stream()
                .filter(Dependency::resolvesNames)
                .toList();
        var server = NameServer.of(session, "");
        var here = session.fleet()
                .address(
                        session.here().service(),
                        session.region(),
                        session.here().host().number());
        var packets = new ArrayList<String>();
        for (int i = 0; !looked.isEmpty() && packets.size() < most; i++) {
            var callee = session.system().service(looked.get(i % looked.size()).to());
            var name = Fleet.hostname(callee);
            var answer = server.ask(name, "A", i);
            int port = 33_000 + Chance.below(27_000, Chance.hash(4, here, i));
            int id = Chance.below(65_536, Chance.hash(4, name, i, session.now().getEpochSecond()));
            packets.add("%s IP %s.%d > %s.53: %d+ A? %s. (%d)"
                    .formatted(
                            TIME.format(at(session, i)), here, port, server.address(), id, name, 18 + name.length()));
            if (answer.status() != Status.TIMED_OUT && packets.size() < most) {
                var found = answer.addresses().isEmpty()
                        ? (answer.status() == Status.SERVFAIL ? "ServFail" : "NXDomain") + " 0/0/0"
                        : answer.addresses().size() + "/0/0 A " + String.join(", A ", answer.addresses());
                packets.add("%s IP %s.53 > %s.%d: %d %s (%d)"
                        .formatted(
                                TIME.format(at(session, i).plusNanos((long) (1e6 * answer.millis()))),
                                server.address(),
                                here,
                                port,
                                id,
                                found,
                                18 + name.length() + 16 * answer.addresses().size()));
            }
        }
        return packets;
    }

    /** New connections to what the host calls on this port: a lost packet shows as the same one sent again. */
    private static List<String> segments(Session session, String port, int most) {
        var edges = session.callsFrom(session.here()).stream()
                .filter(edge -> port.isEmpty()
                        || port(session, edge)
                                .equals(port.replace("https", "443").replace("http", "80")))
                .toList();
        var here = session.fleet()
                .address(
                        session.here().service(),
                        session.region(),
                        session.here().host().number());
        var packets = new ArrayList<String>();
        for (int i = 0; !edges.isEmpty() && packets.size() < most; i++) {
            var edge = edges.get(i % edges.size());
            var callee = session.system().service(edge.to());
            var there = session.fleet()
                    .address(callee, callee.runsIn(session.region()) ? session.region() : callee.primaryRegion(), 1);
            var local = here + "." + (33_000 + Chance.below(27_000, Chance.hash(8, here, i)));
            var remote = there + "." + port(session, edge);
            var at = session.instruments();
            double loss = at.lately(DependencySignal.LOSS, edge, session.where());
            double refused = at.lately(DependencySignal.REFUSED_RATIO, edge, session.where());
            packets.add(
                    segment(at(session, i), local, remote, "S", "seq %d, win 64240, length 0".formatted(sequence(i))));
            if (session.chance("lost/" + edge.to(), i) < loss) {
                packets.add(segment(
                        at(session, i).plusSeconds(1),
                        local,
                        remote,
                        "S",
                        "seq %d, win 64240, length 0".formatted(sequence(i))));
            } else if (session.chance("refused/" + edge.to(), i) < refused) {
                packets.add(segment(
                        at(session, i).plusNanos(400_000),
                        remote,
                        local,
                        "R.",
                        "seq 0, ack %d, win 0, length 0".formatted(sequence(i) + 1)));
            } else {
                packets.add(segment(
                        at(session, i).plusNanos(400_000),
                        remote,
                        local,
                        "S.",
                        "seq %d, ack %d, win 65160, length 0".formatted(sequence(i + 500), sequence(i) + 1)));
                packets.add(segment(at(session, i).plusNanos(450_000), local, remote, ".", "ack 1, win 502, length 0"));
            }
        }
        return packets.subList(0, Math.min(most, packets.size()));
    }

    private static String port(Session session, Dependency edge) {
        return Integer.toString(Software.of(session.system().service(edge.to())).port());
    }

    private static long sequence(int number) {
        return Chance.hash(10, "seq", number) >>> 33;
    }

    private static String segment(Instant at, String from, String to, String flags, String rest) {
        return "%s IP %s > %s: Flags [%s], %s".formatted(TIME.format(at), from, to, flags, rest);
    }
}
