package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.terminal.CommandLine.Stage;

/** {@code lsof}: what the service's process on a host has open, its sockets among it. */
final class OpenFiles {
    /** Files that a store keeps open. */
    private static final int DATA_FILES = 40;

    private static final List<String> HEAD =
            List.of("COMMAND", "PID", "USER", "FD", "TYPE", "DEVICE", "SIZE/OFF", "NODE", "NAME");

    private OpenFiles() {}

    /** All of it, or with {@code -i} the sockets alone, of one port with {@code -i :5432}. */
    static Printed lsof(Session session, Stage stage) {
        var sockets = Sockets.of(session);
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        boolean network = stage.words().stream().anyMatch(word -> word.matches("-[A-Za-z]*i.*"));
        if (!network) {
            files(session, rows);
        }
        int descriptor = network ? 9 : rows.size();
        rows.add(row(session, descriptor + "u", "IPv4", "0t0", "TCP", "*:" + sockets.port() + " (LISTEN)"));
        for (var each : sockets.open()) {
            // What waits for the time to pass belongs to no process any more.
            if (each.state().equals("ESTAB") && (!network || isWanted(each, stage))) {
                descriptor++;
                var name = each.local() + "->" + each.peer() + " (ESTABLISHED)";
                rows.add(row(session, descriptor + "u", "IPv4", "0t0", "TCP", name));
            }
        }
        return session.output(
                Numbers.columns(rows, 1),
                "%s has %d things open, %d of them established connections."
                        .formatted(session.here().hostName(), rows.size() - 1, sockets.count("ESTAB")));
    }

    private static boolean isWanted(Sockets.Socket socket, Stage stage) {
        var ports = stage.words().stream()
                .filter(word -> word.matches("(-i)?(TCP|tcp)?@?.*:\\d{1,5}"))
                .map(word -> word.substring(word.lastIndexOf(':')))
                .toList();
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(port ->
                                socket.local().endsWith(port) || socket.peer().endsWith(port));
    }

    private static void files(Session session, List<List<String>> rows) {
        var id = session.here().id().value();
        var software = Software.of(session.here().service());
        boolean data = MemoryPrograms.keepsData(session.here().service().kind());
        rows.add(row(session, "cwd", "DIR", "4096", "2", data ? "/data" : "/app"));
        rows.add(row(session, "rtd", "DIR", "4096", "2", "/"));
        rows.add(row(session, "txt", "REG", "14352", "131", "/usr/bin/" + software.command()));
        rows.add(row(session, "mem", "REG", "1922136", "1907", "/usr/lib/x86_64-linux-gnu/libc.so.6"));
        rows.add(row(session, "0r", "CHR", "0t0", "5", "/dev/null"));
        rows.add(row(session, "1w", "REG", "0t0", "77", "/var/log/" + id + ".log"));
        rows.add(row(session, "2w", "REG", "0t0", "77", "/var/log/" + id + ".log"));
        for (int i = 0; data && i < DATA_FILES; i++) {
            var size = Long.toString(8_192L * (1 + session.drawn("file/" + i, 131_072)));
            rows.add(
                    row(session, 10 + i + "u", "REG", size, Integer.toString(4_000 + i), "/data/base/" + (16_384 + i)));
        }
    }

    private static List<String> row(
            Session session, String descriptor, String type, String size, String node, String name) {
        var software = Software.of(session.here().service());
        var command = software.command();
        return List.of(
                command.length() > 9 ? command.substring(0, 9) : command,
                Integer.toString(Processes.mainProcess(session)),
                software.user(),
                descriptor,
                type,
                type.equals("IPv4")
                        ? Integer.toString(40_000 + session.drawn("inode/" + descriptor, 900_000))
                        : "259,1",
                size,
                node,
                name);
    }
}
