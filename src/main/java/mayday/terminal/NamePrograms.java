package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mayday.terminal.CommandLine.Stage;
import mayday.terminal.NameServer.Status;

/** {@code dig} of BIND 9.20, {@code nslookup}, {@code host}, {@code getent hosts}, {@code resolvectl}, and {@code resolv.conf}. */
final class NamePrograms {
    private static final Set<String> TYPES =
            Set.of("A", "AAAA", "NS", "SOA", "TXT", "MX", "SRV", "CNAME", "PTR", "ANY");

    /** Names that one dig asks for. */
    private static final int MOST_NAMES = 20;

    private NamePrograms() {}

    /** What the arguments name: the names that are asked for, and the server. */
    static List<String> names(Stage stage) {
        return stage.arguments().operands("-t", "-p", "-b", "-q").stream()
                .filter(word -> !word.startsWith("+") && !TYPES.contains(word.toUpperCase(java.util.Locale.ROOT)))
                .map(word -> word.startsWith("@") ? word.substring(1) : word)
                .filter(word -> !word.equalsIgnoreCase("IN") && !word.matches("hosts|ahosts|ahostsv4|query|status"))
                .toList();
    }

    private static String server(Stage stage) {
        return stage.words().stream()
                .filter(word -> word.startsWith("@"))
                .map(word -> word.substring(1))
                .findFirst()
                .orElse("");
    }

    /** The names that are asked for, without the server. */
    static List<String> asked(Stage stage) {
        return names(stage).stream()
                .filter(word -> !word.equals(server(stage)))
                .limit(MOST_NAMES)
                .toList();
    }

    private static String type(Stage stage) {
        return stage.words().stream()
                .map(word -> word.toUpperCase(java.util.Locale.ROOT))
                .filter(TYPES::contains)
                .findFirst()
                .orElse("A");
    }

    static Printed dig(Session session, Stage stage) {
        var server = NameServer.of(session, server(stage));
        var asked = asked(stage);
        if (asked.isEmpty()) {
            return new Printed.Word("dig what? Name it, such as `dig +short "
                    + Fleet.hostname(session.here().service()) + "`.");
        }
        boolean brief = stage.words().contains("+short");
        var lines = new ArrayList<String>();
        int failed = 0;
        for (int i = 0; i < asked.size(); i++) {
            var name = asked.get(i).replaceFirst("\\.$", "");
            var answer = server.ask(name, type(stage), i);
            failed += answer.status() == Status.NOERROR ? 0 : 1;
            if (answer.status() == Status.TIMED_OUT) {
                lines.addAll(timedOut(server, brief, stage));
            } else if (brief) {
                lines.addAll(answer.addresses());
            } else {
                lines.addAll(whole(session, stage, server, name, answer));
            }
        }
        return session.output(lines, words(server, asked, failed));
    }

    private static String words(NameServer server, List<String> asked, int failed) {
        if (!server.exists()) {
            return "Nothing answers at " + server.address() + "; hosts here ask "
                    + NameServer.own(server.session()).address() + ".";
        }
        return asked.size() == 1
                ? "%s from %s: %s."
                        .formatted(asked.getFirst(), server.session().region(), failed == 0 ? "answered" : "no address")
                : "%d of %d look-ups answered.".formatted(asked.size() - failed, asked.size());
    }

    private static List<String> timedOut(NameServer server, boolean brief, Stage stage) {
        var lines = new ArrayList<String>();
        if (!brief) {
            lines.add("");
        }
        for (int i = 0; i < 3; i++) {
            lines.add(";; communications error to " + server.address() + "#53: timed out");
        }
        if (!brief) {
            lines.add("; <<>> DiG 9.20.11 <<>> " + String.join(" ", stage.words()));
            lines.add(";; global options: +cmd");
        }
        lines.add(";; no servers could be reached");
        return lines;
    }

    private static List<String> whole(
            Session session, Stage stage, NameServer server, String name, NameServer.Answer answer) {
        var type = type(stage);
        boolean nothing = answer.addresses().isEmpty() && answer.status() != Status.SERVFAIL;
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("; <<>> DiG 9.20.11 <<>> " + String.join(" ", stage.words()));
        lines.add(";; global options: +cmd");
        lines.add(";; Got answer:");
        lines.add(";; ->>HEADER<<- opcode: QUERY, status: %s, id: %d"
                .formatted(
                        answer.status(),
                        Chance.below(
                                65_536,
                                Chance.hash(
                                        session.instruments().seed(),
                                        name,
                                        session.now().getEpochSecond()))));
        lines.add(";; flags: qr rd ra; QUERY: 1, ANSWER: %d, AUTHORITY: %d, ADDITIONAL: 1"
                .formatted(answer.addresses().size(), nothing ? 1 : 0));
        lines.add("");
        lines.add(";; OPT PSEUDOSECTION:");
        lines.add("; EDNS: version: 0, flags:; udp: 1232");
        lines.add(";; QUESTION SECTION:");
        lines.add(";%s.\t\tIN\t%s".formatted(name, type));
        lines.add("");
        if (!answer.addresses().isEmpty()) {
            lines.add(";; ANSWER SECTION:");
            answer.addresses().forEach(each -> lines.add("%s.\t%d\tIN\tA\t%s".formatted(name, answer.ttl(), each)));
            lines.add("");
        } else if (nothing) {
            lines.add(";; AUTHORITY SECTION:");
            lines.add(authority(name, answer.ttl()));
            lines.add("");
        }
        lines.add(";; Query time: %d msec".formatted(Numbers.whole(answer.millis())));
        lines.add(";; SERVER: %s#53(%s) (UDP)".formatted(server.address(), server.address()));
        lines.add(";; WHEN: "
                + Numbers.formatter("EEE MMM dd HH:mm:ss 'UTC' yyyy").format(session.now()));
        lines.add(";; MSG SIZE  rcvd: %d"
                .formatted(45 + name.length() + 16 * answer.addresses().size()));
        lines.add("");
        return lines;
    }

    /** The zone's SOA record, whose last figure says for how long a denial may be kept (RFC 2308). */
    private static String authority(String name, long ttl) {
        var zone = name.substring(name.indexOf('.') + 1) + ".";
        return "%s\t\t%d\tIN\tSOA\tns.%s hostmaster.%s 2026031200 7200 1800 86400 %d"
                .formatted(zone, ttl, zone, zone, ttl);
    }

    static Printed nslookup(Session session, Stage stage) {
        var operands = names(stage);
        if (operands.isEmpty()) {
            return new Printed.Word("nslookup what? Give it a name.");
        }
        var server = NameServer.of(session, operands.size() > 1 ? operands.get(1) : "");
        var name = operands.getFirst();
        var answer = server.ask(name, "A", 0);
        var lines = new ArrayList<String>();
        if (answer.status() == Status.TIMED_OUT) {
            lines.add(";; communications error to " + server.address() + "#53: timed out");
            lines.add(";; no servers could be reached");
            return session.output(lines, words(server, List.of(name), 1));
        }
        lines.add("Server:\t\t" + server.address());
        lines.add("Address:\t" + server.address() + "#53");
        lines.add("");
        if (answer.addresses().isEmpty()) {
            lines.add("** server can't find " + name + ": "
                    + (answer.status() == Status.NOERROR ? "No answer" : answer.status()));
        } else {
            lines.add("Non-authoritative answer:");
            for (var each : answer.addresses()) {
                lines.add("Name:\t" + name);
                lines.add("Address: " + each);
            }
        }
        return session.output(
                lines, words(server, List.of(name), answer.addresses().isEmpty() ? 1 : 0));
    }

    static Printed host(Session session, Stage stage) {
        var operands = names(stage);
        if (operands.isEmpty()) {
            return new Printed.Word("host what? Give it a name.");
        }
        var server = NameServer.of(session, operands.size() > 1 ? operands.get(1) : "");
        var name = operands.getFirst();
        var answer = server.ask(name, "A", 0);
        var lines = switch (answer.status()) {
            case NOERROR ->
                answer.addresses().stream()
                        .map(each -> name + " has address " + each)
                        .toList();
            case SERVFAIL -> List.of("Host " + name + " not found: 2(SERVFAIL)");
            case NXDOMAIN -> List.of("Host " + name + " not found: 3(NXDOMAIN)");
            case TIMED_OUT ->
                List.of(
                        ";; communications error to " + server.address() + "#53: timed out",
                        ";; no servers could be reached");
        };
        return session.output(
                lines, words(server, List.of(name), answer.addresses().isEmpty() ? 1 : 0));
    }

    /** {@code getent hosts}: prints nothing where there is nothing. */
    static Printed getent(Session session, Stage stage) {
        var operands = names(stage);
        var name = operands.isEmpty() ? Fleet.hostname(session.here().service()) : operands.getFirst();
        var server = NameServer.of(session, "");
        var answer = server.ask(name, "A", 0);
        var lines = answer.addresses().stream()
                .map(each -> "%-15s %s".formatted(each, name))
                .toList();
        return session.output(lines, words(server, List.of(name), lines.isEmpty() ? 1 : 0));
    }

    static List<String> resolvConf(Session session) {
        var region = session.region();
        return switch (session.platform().runsOn()) {
            case KUBERNETES ->
                List.of(
                        "search default.svc.cluster.local svc.cluster.local cluster.local internal",
                        "nameserver " + NameServer.own(session).address(),
                        "options ndots:5");
            case EC2_AUTO_SCALING, BARE_HOSTS ->
                List.of(
                        "search " + region + ".internal internal",
                        "nameserver " + NameServer.own(session).address(),
                        "options timeout:2 attempts:2");
        };
    }

    static Printed resolvectl(Session session, Stage stage) {
        if (!names(stage).isEmpty() && stage.words().contains("query")) {
            return getent(session, stage);
        }
        return session.output(
                List.of(
                        "Global",
                        "         Protocols: -LLMNR -mDNS -DNSOverTLS DNSSEC=no/unsupported",
                        "  resolv.conf mode: foreign",
                        "",
                        "Link 2 (eth0)",
                        "    Current Scopes: DNS",
                        "Current DNS Server: " + NameServer.own(session).address(),
                        "       DNS Servers: " + NameServer.own(session).address(),
                        "        DNS Domain: internal"),
                "");
    }
}
