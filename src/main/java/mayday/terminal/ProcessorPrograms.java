package mayday.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.terminal.CommandLine.Stage;

/** {@code top} (procps-ng), {@code htop}, {@code uptime}, {@code vmstat}, {@code mpstat} and {@code sar} (sysstat), {@code nproc}. */
final class ProcessorPrograms {
    /** Rows of a program that prints one every few seconds. */
    private static final int MOST_ROWS = 20;

    private static final int BAR = 30;

    private ProcessorPrograms() {}

    static Printed top(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        boolean threads = stage.arguments().has("-H");
        var processes = threads ? Processes.threads(session, vitals) : Processes.of(session, vitals);
        var lines = new ArrayList<String>();
        lines.add("top - " + vitals.uptime(session));
        int all = threads ? Processes.threadCount(session) : processes.size() + Processes.others(session);
        long running = Math.clamp(
                threads
                        ? Numbers.whole(vitals.load1())
                        : processes.stream().filter(each -> each.cores() > 0.3).count(),
                1,
                all);
        lines.add("%s: %3d total, %3d running, %3d sleeping,   0 stopped,   0 zombie"
                .formatted(threads ? "Threads" : "Tasks", all, running, all - running));
        lines.add("%%Cpu(s): %4s us, %4s sy,  0.0 ni, %4s id,  0.0 wa,  0.0 hi,  0.0 si, %4s st"
                .formatted(
                        Numbers.fixed(vitals.user(), 1),
                        Numbers.fixed(vitals.system(), 1),
                        Numbers.fixed(vitals.idle(), 1),
                        Numbers.fixed(vitals.stolen(), 1)));
        lines.add("MiB Mem : %8s total, %8s free, %8s used, %8s buff/cache"
                .formatted(
                        Numbers.fixed(vitals.totalMib(), 1),
                        Numbers.fixed(vitals.freeMib(), 1),
                        Numbers.fixed(vitals.usedMib(), 1),
                        Numbers.fixed(vitals.cachedMib(), 1)));
        lines.add("MiB Swap: %8s total, %8s free, %8s used. %8s avail Mem"
                .formatted("0.0", "0.0", "0.0", Numbers.fixed(vitals.availableMib(), 1)));
        lines.add("");
        lines.add("    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND");
        for (var process : processes) {
            lines.add("%7d %-8s %3s %3s %7s %6s %6s %s %5s %5s %9s %s"
                    .formatted(
                            process.id(),
                            process.user(),
                            "20",
                            "0",
                            size(process.residentMib() * 6 + 480),
                            size(process.residentMib()),
                            size(Math.min(28, process.residentMib() / 3)),
                            process.cores() > 0.3 ? "R" : "S",
                            Numbers.fixed(100 * process.cores(), 1),
                            Numbers.fixed(100 * process.residentMib() / vitals.totalMib(), 1),
                            hundredths(process.time()),
                            process.command()));
        }
        return session.output(lines, words(session, vitals));
    }

    static String words(Session session, Vitals vitals) {
        var stolen = vitals.stolen() < 1
                ? ""
                : ", of which " + Numbers.percent(vitals.stolen() / 100)
                        + " of their time is stolen by the machine underneath";
        return "%s: %s of %s cores busy%s, load %s."
                .formatted(
                        session.here().hostName(),
                        Numbers.percent(vitals.busy()),
                        Numbers.fixed(vitals.cores(), vitals.cores() < 1 ? 1 : 0),
                        stolen,
                        Numbers.fixed(vitals.load1(), 2));
    }

    /** As top writes sizes: kibibytes while they fit, then {@code 1.2g}. */
    private static String size(double mib) {
        double kib = mib * 1024;
        return kib < 100_000
                ? Numbers.fixed(kib, 0)
                : kib < 10_000_000 ? Numbers.fixed(mib, 1) + "m" : Numbers.fixed(mib / 1024, 1) + "g";
    }

    private static String hundredths(Duration time) {
        return "%d:%02d.%02d".formatted(time.toMinutes(), time.toSecondsPart(), time.toMillisPart() / 10);
    }

    static Printed htop(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var lines = new ArrayList<String>();
        var shares = Processes.cores(session, vitals);
        for (int core = 0; core < Math.min(shares.length, 16); core++) {
            lines.add("%3d[%s%5s%%]".formatted(core, bar(shares[core]), Numbers.fixed(100 * shares[core], 1)));
        }
        lines.add("Mem[%s%s/%s]"
                .formatted(bar(vitals.usedMib() / vitals.totalMib()), gib(vitals.usedMib()), gib(vitals.totalMib())));
        lines.add("Swp[%s0K/0K]".formatted(" ".repeat(BAR)));
        var processes = Processes.of(session, vitals);
        lines.add("Tasks: %d, %d thr; %d running"
                .formatted(
                        processes.size(), Processes.threadCount(session), Math.max(1, Numbers.whole(vitals.load1()))));
        lines.add("Load average: %s %s %s"
                .formatted(
                        Numbers.fixed(vitals.load1(), 2),
                        Numbers.fixed(vitals.load5(), 2),
                        Numbers.fixed(vitals.load15(), 2)));
        lines.add("");
        lines.add("    PID USER       PRI  NI  VIRT   RES   SHR S  CPU%  MEM%   TIME+  Command");
        for (var process : processes) {
            lines.add("%7d %-10s %3s %3s %5s %5s %5s %s %5s %5s %8s %s"
                    .formatted(
                            process.id(),
                            process.user(),
                            "20",
                            "0",
                            brief(process.residentMib() * 6 + 480),
                            brief(process.residentMib()),
                            brief(Math.min(28, process.residentMib() / 3)),
                            process.cores() > 0.3 ? "R" : "S",
                            Numbers.fixed(100 * process.cores(), 1),
                            Numbers.fixed(100 * process.residentMib() / vitals.totalMib(), 1),
                            "%d:%02d.%02d"
                                    .formatted(
                                            process.time().toMinutes(),
                                            process.time().toSecondsPart(),
                                            process.time().toMillisPart() / 10),
                            process.line()));
        }
        return session.output(lines, words(session, vitals));
    }

    private static String bar(double share) {
        int full = Math.clamp(Math.round(BAR * share), 0, BAR);
        return "|".repeat(full) + " ".repeat(BAR - full);
    }

    private static String gib(double mib) {
        return Numbers.fixed(mib / 1024, 2) + "G";
    }

    private static String brief(double mib) {
        return mib < 1024 ? Numbers.fixed(mib, 0) + "M" : Numbers.fixed(mib / 1024, 1) + "G";
    }

    static Printed uptime(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        return session.output(List.of(" " + vitals.uptime(session)), words(session, vitals));
    }

    /** {@code vmstat [delay [count]]}: each row is a mean of the same minute, for that is how fine the model is. */
    static Printed vmstat(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var lines = new ArrayList<String>();
        lines.add("procs -----------memory---------- ---swap-- -----io---- -system-- -------cpu-------");
        lines.add(" r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st gu");
        double rate = session.instruments()
                .lately(mayday.scenario.Signal.REQUEST_RATE, session.here().host());
        for (int row = 0; row < rows(stage, 1); row++) {
            long user = Numbers.whole(vitals.user());
            long system = Numbers.whole(vitals.system());
            lines.add("%2d %2d %6d %6d %6d %6d %4d %4d %5d %5d %4d %4d %2d %2d %2d %2d %2d %2d"
                    .formatted(
                            session.whole(vitals.load1(), "runnable", row),
                            0,
                            0,
                            Numbers.whole(1024 * vitals.freeMib()),
                            Numbers.whole(1024 * vitals.cachedMib() * 0.1),
                            Numbers.whole(1024 * vitals.cachedMib() * 0.9),
                            0,
                            0,
                            0,
                            12 + session.whole(rate / 40, "blocks", row),
                            400 + session.whole(1.8 * rate, "interrupts", row),
                            700 + session.whole(3.4 * rate, "switches", row),
                            user,
                            system,
                            Math.max(0, 100 - user - system - Numbers.whole(vitals.stolen())),
                            0,
                            Numbers.whole(vitals.stolen()),
                            0));
        }
        return session.output(lines, words(session, vitals));
    }

    /** The last number among the arguments is how often, the one before it how far apart. */
    private static int rows(Stage stage, int otherwise) {
        var numbers =
                stage.words().stream().filter(word -> word.matches("\\d{1,4}")).toList();
        return numbers.size() < 2 ? otherwise : Arguments.number(numbers.getLast(), otherwise, 1, MOST_ROWS);
    }

    static Printed mpstat(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var shares = Processes.cores(session, vitals);
        var lines = new ArrayList<String>();
        lines.add(banner(session, shares.length));
        lines.add("");
        var time = Numbers.clock(session.now());
        lines.add(time + "     CPU    %usr   %nice    %sys %iowait    %irq   %soft  %steal  %guest  %gnice   %idle");
        lines.add(time + mpstatRow("all", vitals.busy(), vitals.stolen()));
        if (stage.arguments().has("-P", "-A")) {
            for (int core = 0; core < shares.length; core++) {
                lines.add(time + mpstatRow(Integer.toString(core), shares[core], vitals.stolen()));
            }
        }
        return session.output(lines, words(session, vitals));
    }

    private static String mpstatRow(String core, double used, double stolen) {
        double busy = Math.max(0, used - stolen / 100);
        return "%8s%8s%8s%8s%8s%8s%8s%8s%8s%8s%8s"
                .formatted(
                        core,
                        Numbers.fixed(82 * busy, 2),
                        "0.00",
                        Numbers.fixed(18 * busy, 2),
                        "0.00",
                        "0.00",
                        "0.00",
                        Numbers.fixed(Math.min(stolen, 100 * used), 2),
                        "0.00",
                        "0.00",
                        Numbers.fixed(100 - 100 * used, 2));
    }

    private static String banner(Session session, int cores) {
        return "Linux 6.12.57 (%s) \t%s \t_x86_64_\t(%d CPU)"
                .formatted(
                        session.here().hostName(),
                        Numbers.formatter("MM/dd/yyyy").format(session.now()),
                        cores);
    }

    static Printed sar(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var hour = session.now().minus(Duration.ofHours(1));
        var begin = session.instruments().begin();
        var from = hour.isBefore(begin) ? begin : hour;
        var means = session.instruments()
                .means(mayday.scenario.Signal.CPU, session.here().host(), from, Duration.ofMinutes(10), MOST_ROWS);
        var lines = new ArrayList<String>();
        lines.add(banner(session, Processes.cores(session, vitals).length));
        lines.add("");
        var row = "%s%11s%10s%10s%10s%10s%10s%10s";
        lines.add(row.formatted(Numbers.clock(from), "CPU", "%user", "%nice", "%system", "%iowait", "%steal", "%idle"));
        for (int i = 0; i < means.size(); i++) {
            double busy = means.get(i);
            lines.add(row.formatted(
                    Numbers.clock(from.plus(Duration.ofMinutes(10L * (i + 1)))),
                    "all",
                    Numbers.fixed(82 * busy, 2),
                    "0.00",
                    Numbers.fixed(18 * busy, 2),
                    "0.00",
                    "0.00",
                    Numbers.fixed(100 - 100 * busy, 2)));
        }
        return session.output(lines, words(session, vitals));
    }

    static Printed nproc(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        return session.output(
                List.of(Integer.toString(Processes.cores(session, vitals).length)), words(session, vitals));
    }
}
