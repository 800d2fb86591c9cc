package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.evidence.Evidence.Output;
import mayday.scenario.Service;

/** What commands print on a host, from the model's numbers. */
final class Commands {
    private static final int MEBIBYTES = 1024;

    private Commands() {}

    /**
     * A look at a host's processor and memory.
     *
     * @param foreignCores cores that a process which is not the service's takes
     */
    record Load(double cpu, double load1, double load5, double load15, double memoryGib, double foreignCores) {}

    /** {@code top -bn1 | head}. */
    static Output top(Subject subject, Load load, String foreignProcess, long seed, Instant at) {
        var capacity = subject.service().capacity();
        var program = Program.of(subject.service());
        double busy = 100 * load.cpu();
        double user = busy * 0.82;
        double system = busy * 0.18;
        double totalMib = capacity.memoryLimitGib() * MEBIBYTES;
        double usedMib = load.memoryGib() * MEBIBYTES;
        var lines = new ArrayList<String>();
        lines.add("top - %s up %d days, %2d:%02d,  1 user,  load average: %s, %s, %s"
                .formatted(
                        Figures.clockSeconds(at),
                        20 + hash(subject, seed, 1, 80),
                        hash(subject, seed, 2, 24),
                        hash(subject, seed, 3, 60),
                        plain(load.load1(), 2),
                        plain(load.load5(), 2),
                        plain(load.load15(), 2)));
        lines.add("%%Cpu(s): %4s us, %4s sy,  0.0 ni, %4s id,  0.1 wa,  0.0 hi,  0.1 si,  0.0 st"
                .formatted(plain(user, 1), plain(system, 1), plain(Math.max(0, 100 - busy), 1)));
        lines.add("MiB Mem : %9s total, %9s free, %9s used, %9s buff/cache"
                .formatted(
                        plain(totalMib, 1),
                        plain(Math.max(0, totalMib - usedMib) * 0.6, 1),
                        plain(usedMib, 1),
                        plain(Math.max(0, totalMib - usedMib) * 0.4, 1)));
        lines.add("");
        lines.add("    PID USER      PR  NI    RES S  %CPU  %MEM COMMAND");
        double own = Math.max(0, load.cpu() * capacity.cores() - load.foreignCores());
        if (load.foreignCores() > 0) {
            lines.add(process(2000 + hash(subject, seed, 4, 900), "root", 180, load.foreignCores(), 1, foreignProcess));
        }
        lines.add(process(1, program.user(), (long) usedMib, own, usedMib / totalMib, program.command()));
        lines.add(process(30 + hash(subject, seed, 5, 60), "root", 38, 0.004, 0.001, "node-exporter"));
        return new Output(subject.hostName(), "top -bn1 | head", lines);
    }

    private static String process(int pid, String user, long residentMib, double cores, double memory, String command) {
        return "%7d %-9s 20   0 %5dm S %5s %5s %s"
                .formatted(
                        pid, user, residentMib, plain(100 * cores, 1), plain(Math.min(100, 100 * memory), 1), command);
    }

    /** {@code free -m}. */
    static Output free(Subject subject, double usedGib) {
        long total = Math.round(subject.service().capacity().memoryLimitGib() * MEBIBYTES);
        long used = Math.min(total, Math.round(usedGib * MEBIBYTES));
        long cache = Math.round((total - used) * 0.4);
        var row = "%-6s %12s %12s %12s %12s %12s %12s";
        return new Output(
                subject.hostName(),
                "free -m",
                List.of(
                        row.formatted("", "total", "used", "free", "shared", "buff/cache", "available"),
                        row.formatted("Mem:", total, used, total - used - cache, 2, cache, total - used),
                        row.formatted("Swap:", 0, 0, 0, "", "", "").stripTrailing()));
    }

    /** {@code df -h}; the data of a database or cache lies on a disk of its own. */
    static Output df(Subject subject, double usedRatio, int sizeGib) {
        var row = "%-14s %6s %6s %6s %5s %s";
        double used = sizeGib * Math.min(1, usedRatio);
        var mount = keepsData(subject.service()) ? "/data" : "/";
        return new Output(
                subject.hostName(),
                "df -h " + mount,
                List.of(
                        row.formatted("Filesystem", "Size", "Used", "Avail", "Use%", "Mounted on"),
                        row.formatted(
                                "/dev/nvme0n1p1",
                                sizeGib + "G",
                                plain(used, 0) + "G",
                                plain(sizeGib - used, 0) + "G",
                                plain(Math.ceil(100 * Math.min(1, usedRatio) - 1e-9), 0) + "%",
                                mount)));
    }

    /** {@code ss -s}: open connections of the host. */
    static Output sockets(Subject subject, double established, double waiting) {
        long open = Math.round(established);
        long backlog = Math.round(waiting);
        return new Output(
                subject.hostName(),
                "ss -s",
                List.of(
                        "Total: " + (open + backlog + 41),
                        "TCP:   %d (estab %d, closed %d, orphaned 0, timewait %d)"
                                .formatted(open + backlog + 12, open, open / 8, open / 8),
                        "",
                        "Transport Total     IP        IPv6",
                        "RAW       0         0         0",
                        "UDP       6         4         2",
                        "TCP       %-9d %-9d %d".formatted(open + backlog + 12, open + backlog + 10, 2)));
    }

    private static boolean keepsData(Service service) {
        return switch (service.kind()) {
            case DATABASE, CACHE, QUEUE -> true;
            case EDGE, SERVICE, RESOLVER, THIRD_PARTY -> false;
        };
    }

    /** With a point and without grouping, as commands print numbers. */
    static String plain(double value, int decimals) {
        double known = Double.isFinite(value) ? value : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", known);
    }

    static int hash(Subject subject, long seed, int what, int bound) {
        return Chance.below(bound, Chance.hash(seed, subject.hostName(), what));
    }
}
