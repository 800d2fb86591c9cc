package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** The sockets of a host: {@code ss} of iproute2 and {@code netstat}. */
final class SocketPrograms {
    private SocketPrograms() {}

    private static String words(Session session, Sockets sockets) {
        return "%s: %d established connections, %d waiting to be accepted."
                .formatted(session.here().hostName(), sockets.count("ESTAB"), sockets.backlog());
    }

    /** {@code ss} of iproute2: {@code -s} sums up, {@code -l} shows what listens, {@code -p} the process. */
    static Printed ss(Session session, Stage stage) {
        var sockets = Sockets.of(session);
        var arguments = stage.arguments();
        if (arguments.has("-s")) {
            return session.output(summary(sockets), words(session, sockets));
        }
        var process = arguments.has("-p") ? users(session) : "";
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "State",
                "Recv-Q",
                "Send-Q",
                "Local Address:Port",
                "Peer Address:Port",
                process.isEmpty() ? "" : "Process"));
        boolean listening = arguments.has("-l", "-a");
        if (listening) {
            rows.add(List.of(
                    "LISTEN",
                    Long.toString(sockets.backlog()),
                    "511",
                    "0.0.0.0:" + sockets.port(),
                    "0.0.0.0:*",
                    process));
        }
        if (!arguments.has("-l")) {
            for (var each : sockets.open()) {
                if (wanted(each, stage.text(), listening)) {
                    rows.add(List.of(
                            each.state(),
                            "0",
                            Long.toString(each.sendQueue()),
                            each.local(),
                            each.peer(),
                            each.state().equals("TIME-WAIT") ? "" : process));
                }
            }
        }
        return session.output(Numbers.columns(rows, 2), words(session, sockets));
    }

    /** {@code state established}, {@code dst :5432}, {@code sport = :8080} and their like. */
    private static boolean wanted(Sockets.Socket socket, String text, boolean all) {
        var port = text.replaceFirst("^.*?[sd](?:port|st|rc) ?=? ?\\S*:(\\d+).*$", "$1");
        boolean fits = port.equals(text)
                || (text.contains("sport") || text.contains("src") ? socket.local() : socket.peer())
                        .endsWith(":" + port);
        var state = text.contains("time-wait") ? "TIME-WAIT" : text.contains("established") ? "ESTAB" : "";
        return fits
                && (state.isEmpty()
                        ? all || !socket.state().equals("TIME-WAIT")
                        : socket.state().equals(state));
    }

    private static String users(Session session) {
        return "users:((\"%s\",pid=%d,fd=%d))"
                .formatted(Software.of(session.here().service()).command(), Processes.mainProcess(session), 41);
    }

    static List<String> summary(Sockets sockets) {
        long established = sockets.count("ESTAB");
        long closed = sockets.count("TIME-WAIT");
        long all = established + closed + sockets.backlog() + 1;
        return List.of(
                "Total: " + (all + 41),
                "TCP:   %d (estab %d, closed %d, orphaned 0, timewait %d)".formatted(all, established, closed, closed),
                "",
                "Transport Total     IP        IPv6",
                "RAW\t  0         0         0",
                "UDP\t  6         4         2",
                "TCP\t  %-9d %-9d %-9d".formatted(all - closed, all - closed, 0),
                "INET\t  %-9d %-9d %-9d".formatted(all - closed + 6, all - closed + 4, 2),
                "FRAG\t  0         0         0");
    }

    static Printed netstat(Session session, Stage stage) {
        var sockets = Sockets.of(session);
        if (stage.arguments().has("-s")) {
            return session.output(statistics(session, sockets), words(session, sockets));
        }
        boolean programs = stage.arguments().has("-p");
        var row = "%-5s %6s %6s %-23s %-23s %-11s %s";
        var program = programs
                ? Processes.mainProcess(session) + "/"
                        + Software.of(session.here().service()).command()
                : "";
        var lines = new ArrayList<String>();
        lines.add("Active Internet connections ("
                + (stage.arguments().has("-l") ? "only servers)" : "servers and established)"));
        lines.add(row.formatted(
                        "Proto",
                        "Recv-Q",
                        "Send-Q",
                        "Local Address",
                        "Foreign Address",
                        "State",
                        programs ? "PID/Program name" : "")
                .stripTrailing());
        lines.add(
                row.formatted("tcp", sockets.backlog(), 0, "0.0.0.0:" + sockets.port(), "0.0.0.0:*", "LISTEN", program)
                        .stripTrailing());
        if (!stage.arguments().has("-l")) {
            for (var each : sockets.open()) {
                var state = each.state().equals("ESTAB") ? "ESTABLISHED" : "TIME_WAIT";
                lines.add(row.formatted(
                                "tcp",
                                0,
                                each.sendQueue(),
                                each.local(),
                                each.peer(),
                                state,
                                state.startsWith("E") ? program : programs ? "-" : "")
                        .stripTrailing());
            }
        }
        return session.output(lines, words(session, sockets));
    }

    private static List<String> statistics(Session session, Sockets sockets) {
        double sent = 60
                * 8
                * session.instruments()
                        .lately(Signal.REQUEST_RATE, session.here().host());
        double loss = session.callsFrom(session.here()).stream()
                .mapToDouble(edge -> session.instruments().lately(DependencySignal.LOSS, edge, session.where()))
                .max()
                .orElse(0);
        return List.of(
                "Tcp:",
                "    %d connections established".formatted(sockets.count("ESTAB")),
                "    %d segments sent out".formatted(Numbers.whole(sent)),
                "    %d segments retransmitted".formatted(session.whole(sent * (loss + 0.0001), "retransmitted")),
                "TcpExt:",
                "    %d times the listen queue of a socket overflowed"
                        .formatted(session.whole(
                                60
                                        * session.instruments()
                                                .lately(
                                                        Signal.REQUEST_RATE,
                                                        session.here().host())
                                        * session.instruments()
                                                .lately(
                                                        Signal.ERROR_REJECTED,
                                                        session.here().host()),
                                "overflowed")));
    }
}
