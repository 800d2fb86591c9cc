package mayday.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code free}, {@code /proc/meminfo}, {@code jstat -gcutil}, {@code df}, {@code du}. */
final class MemoryPrograms {
    private static final int DISK_GIB = 100;
    private static final int DATA_DISK_GIB = 500;
    private static final int MOST_ROWS = 20;

    private MemoryPrograms() {}

    static String words(Session session, Vitals vitals) {
        return "%s uses %s of %s MiB of memory."
                .formatted(
                        session.here().hostName(),
                        Numbers.fixed(vitals.usedMib(), 0),
                        Numbers.fixed(vitals.totalMib(), 0));
    }

    /** {@code free}, with {@code -h}, {@code -m}, {@code -g} or in kibibytes. */
    static Printed free(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var arguments = stage.arguments();
        var row = "%-9s%11s %11s %11s %11s %11s %11s";
        var lines = List.of(
                row.formatted("", "total", "used", "free", "shared", "buff/cache", "available"),
                row.formatted(
                        "Mem:",
                        size(vitals.totalMib(), arguments),
                        size(vitals.usedMib(), arguments),
                        size(vitals.freeMib(), arguments),
                        size(2, arguments),
                        size(vitals.cachedMib(), arguments),
                        size(vitals.availableMib(), arguments)),
                "%-9s%11s %11s %11s".formatted("Swap:", zero(arguments), zero(arguments), zero(arguments)));
        return session.output(lines, words(session, vitals));
    }

    private static String zero(Arguments arguments) {
        return arguments.has("-h") ? "0B" : "0";
    }

    private static String size(double mib, Arguments arguments) {
        if (arguments.has("-h")) {
            return mib < 1024 ? Numbers.fixed(mib, 0) + "Mi" : Numbers.fixed(mib / 1024, 1) + "Gi";
        }
        if (arguments.has("-m")) {
            return Numbers.fixed(mib, 0);
        }
        return arguments.has("-g") ? Numbers.fixed(Math.floor(mib / 1024), 0) : Numbers.fixed(mib * 1024, 0);
    }

    static List<String> meminfo(Vitals vitals) {
        var row = "%-16s%8d kB";
        return List.of(
                row.formatted("MemTotal:", Numbers.whole(1024 * vitals.totalMib())),
                row.formatted("MemFree:", Numbers.whole(1024 * vitals.freeMib())),
                row.formatted("MemAvailable:", Numbers.whole(1024 * vitals.availableMib())),
                row.formatted("Buffers:", Numbers.whole(102.4 * vitals.cachedMib())),
                row.formatted("Cached:", Numbers.whole(921.6 * vitals.cachedMib())),
                row.formatted("SwapTotal:", 0),
                row.formatted("SwapFree:", 0));
    }

    /** {@code jstat -gcutil PID [interval [count]]}: the old generation is full as the memory is. */
    static Printed jstat(Session session, Stage stage) {
        if (!Software.isJava(session.here().service())) {
            return new Printed.Word(session.here().id() + " is no Java program: jstat finds no JVM there.");
        }
        var vitals = Vitals.of(session);
        double full = Math.min(1, vitals.usedMib() / vitals.totalMib());
        var pressure = Collections.of(session);
        double share =
                session.instruments().lately(Signal.GC_TIME, session.here().host());
        var numbers =
                stage.words().stream().filter(word -> word.matches("\\d{1,5}")).toList();
        int rows = numbers.size() < 3 ? 1 : Arguments.number(numbers.getLast(), 1, 1, MOST_ROWS);
        var row = "%6s %6s %6s %6s %6s %6s %6s %8s %6s %8s %6s %8s %10s";
        var lines = new ArrayList<String>();
        lines.add(row.formatted("S0", "S1", "E", "O", "M", "CCS", "YGC", "YGCT", "FGC", "FGCT", "CGC", "CGCT", "GCT"));
        for (int i = 0; i < rows; i++) {
            lines.add(row.formatted(
                    "-",
                    Numbers.fixed(100 * session.chance("survivor", i), 2),
                    Numbers.fixed(100 * session.chance("eden", i), 2),
                    Numbers.fixed(100 * full, 2),
                    "97.84",
                    "94.12",
                    Long.toString(pressure.young()),
                    Numbers.fixed(pressure.youngSeconds(), 3),
                    Long.toString(pressure.full()),
                    Numbers.fixed(pressure.fullSeconds(), 3),
                    Long.toString(pressure.young() / 14),
                    Numbers.fixed(pressure.youngSeconds() / 30, 3),
                    Numbers.fixed(pressure.youngSeconds() + pressure.fullSeconds() + pressure.youngSeconds() / 30, 3)));
        }
        return session.output(
                lines,
                "%s: the old generation is %s full, and %s of the processor time goes into collecting garbage."
                        .formatted(session.here().hostName(), Numbers.percent(full), Numbers.percent(share)));
    }

    /** What the collector has done since the process began: counts and seconds. */
    private record Collections(long young, double youngSeconds, long full, double fullSeconds) {
        /** A pause of a young collection, and of one over the whole heap, in seconds; usual for heaps of some gigabytes. */
        private static final double YOUNG_PAUSE = 0.009;

        private static final double FULL_PAUSE = 1.4;

        /** Above this share of the cores' time the collector runs over the whole heap again and again. */
        private static final double THRASHING = 0.2;

        static Collections of(Session session) {
            var at = session.instruments();
            var host = session.here().host();
            double before =
                    Math.max(0, Duration.between(at.bornAt(host), at.begin()).toSeconds());
            double calm = before * Math.max(0.002, at.usual(Signal.GC_TIME, host));
            double thrashing = 0;
            for (double share : at.means(Signal.GC_TIME, host, at.begin(), Metric.STEP, Terminal.MOST_PIPED)) {
                double seconds = share * Metric.STEP.toSeconds();
                calm += share < THRASHING ? seconds : 0;
                thrashing += share < THRASHING ? 0 : seconds;
            }
            return new Collections(
                    Math.max(1, Numbers.whole(calm / YOUNG_PAUSE)),
                    calm,
                    Numbers.whole(thrashing / FULL_PAUSE),
                    thrashing);
        }
    }

    /** {@code df -h}; the data of what keeps data lies on a disk of its own. */
    static Printed df(Session session, Stage stage) {
        double used =
                session.instruments().lately(Signal.DISK_USED, session.here().host());
        boolean data = keepsData(session.here().service().kind());
        var arguments = stage.arguments();
        if (arguments.has("-i")) {
            return session.output(inodes(data, used), "");
        }
        var row = "%-14s %" + (arguments.has("-h") ? 5 : 11) + "s %9s %9s %4s %s";
        if (arguments.has("-h")) {
            row = "%-14s %5s %5s %5s %4s %s";
        }
        var lines = new ArrayList<String>();
        lines.add(row.formatted(
                "Filesystem",
                arguments.has("-h") ? "Size" : "1K-blocks",
                "Used",
                arguments.has("-h") ? "Avail" : "Available",
                "Use%",
                "Mounted on"));
        if (data) {
            lines.add(disk(row, "/dev/nvme0n1p1", DISK_GIB, 0.22, "/", arguments));
            lines.add(disk(row, "/dev/nvme1n1", DATA_DISK_GIB, used, "/data", arguments));
        } else {
            lines.add(disk(row, "/dev/nvme0n1p1", DISK_GIB, used, "/", arguments));
        }
        return session.output(
                lines,
                "%s: %s is %s full.".formatted(session.here().hostName(), data ? "/data" : "/", Numbers.percent(used)));
    }

    private static String disk(
            String row, String device, int sizeGib, double usedRatio, String mount, Arguments arguments) {
        double used = sizeGib * Math.clamp(usedRatio, 0, 1);
        // df rounds what is used upwards.
        var share = Numbers.fixed(Math.ceil(100 * Math.clamp(usedRatio, 0, 1) - 1e-9), 0) + "%";
        return arguments.has("-h")
                ? row.formatted(
                        device,
                        sizeGib + "G",
                        Numbers.fixed(used, 0) + "G",
                        Numbers.fixed(sizeGib - used, 0) + "G",
                        share,
                        mount)
                : row.formatted(
                        device,
                        sizeGib * 1024L * 1024,
                        Numbers.whole(used * 1024 * 1024),
                        Numbers.whole((sizeGib - used) * 1024 * 1024),
                        share,
                        mount);
    }

    private static List<String> inodes(boolean data, double used) {
        var row = "%-14s %8s %7s %8s %5s %s";
        long all = data ? 32_768_000L : 6_553_600L;
        long taken = Numbers.whole(all * Math.min(0.35, used / 8));
        return List.of(
                row.formatted("Filesystem", "Inodes", "IUsed", "IFree", "IUse%", "Mounted on"),
                row.formatted(
                        data ? "/dev/nvme1n1" : "/dev/nvme0n1p1",
                        all,
                        taken,
                        all - taken,
                        Math.ceilDiv(100 * taken, all) + "%",
                        data ? "/data" : "/"));
    }

    static boolean keepsData(ServiceKind kind) {
        return switch (kind) {
            case DATABASE, CACHE, QUEUE -> true;
            case EDGE, SERVICE, RESOLVER, THIRD_PARTY -> false;
        };
    }
}
