package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code ps}, {@code pgrep}, {@code strace -c}, {@code jstack} and {@code jcmd}. */
final class ProcessPrograms {
    /** Seconds that a trace of system calls is left to run. */
    private static final int TRACED_SECONDS = 10;

    private ProcessPrograms() {}

    static Printed ps(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var processes = Processes.of(session, vitals);
        var columns = stage.arguments().value("-o", "-eo", "--format");
        if (columns.isEmpty() && stage.text().contains("-eo")) {
            columns =
                    stage.words().stream().filter(word -> word.contains("pid")).findFirst();
        }
        var lines = columns.isPresent()
                ? chosen(columns.get(), processes, vitals)
                : stage.arguments().has("-f", "-ef") ? full(session, processes) : aux(session, processes, vitals);
        return session.output(lines, ProcessorPrograms.words(session, vitals));
    }

    private static List<String> aux(Session session, List<Processes.Task> processes, Vitals vitals) {
        var row = "%-10s %5s %4s %4s %6s %5s %-8s %-4s %-7s %5s %s";
        var lines = new ArrayList<String>();
        lines.add(
                row.formatted("USER", "PID", "%CPU", "%MEM", "VSZ", "RSS", "TTY", "STAT", "START", "TIME", "COMMAND"));
        for (var each : processes) {
            lines.add(row.formatted(
                    each.user(),
                    each.id(),
                    percent(each.cores()),
                    Numbers.fixed(100 * each.residentMib() / vitals.totalMib(), 1),
                    Numbers.whole(1024 * (each.residentMib() * 6 + 480)),
                    Numbers.whole(1024 * each.residentMib()),
                    "?",
                    each.cores() > 0.3 ? "Rsl" : "Ssl",
                    Numbers.formatter("MMMdd")
                            .format(session.instruments().bornAt(session.here().host())),
                    each.time().toMinutes() + ":"
                            + String.format(Locale.ROOT, "%02d", each.time().toSecondsPart()),
                    each.line()));
        }
        return lines;
    }

    /** ps leaves the decimal out where there is no room for it. */
    private static String percent(double cores) {
        double percent = 100 * cores;
        return Numbers.fixed(percent, percent >= 99.95 ? 0 : 1);
    }

    private static List<String> full(Session session, List<Processes.Task> processes) {
        var row = "%-8s %7s %7s %2s %-5s %-8s %8s %s";
        var lines = new ArrayList<String>();
        lines.add(row.formatted("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"));
        for (var each : processes) {
            lines.add(row.formatted(
                    each.user(),
                    each.id(),
                    each.id() == 1 ? 0 : 1,
                    Math.min(99, Numbers.whole(100 * each.cores())),
                    Numbers.formatter("MMMdd")
                            .format(session.instruments().bornAt(session.here().host())),
                    "?",
                    String.format(
                            Locale.ROOT,
                            "%02d:%02d:%02d",
                            each.time().toHours(),
                            each.time().toMinutesPart(),
                            each.time().toSecondsPart()),
                    each.line()));
        }
        return lines;
    }

    private static List<String> chosen(String columns, List<Processes.Task> processes, Vitals vitals) {
        var wanted = List.of(columns.split(","));
        var rows = new ArrayList<List<String>>();
        rows.add(wanted.stream().map(ProcessPrograms::head).toList());
        for (var each : processes) {
            rows.add(wanted.stream().map(column -> cell(column, each, vitals)).toList());
        }
        return Numbers.columns(rows, 1);
    }

    private static String head(String column) {
        return switch (column) {
            case "pcpu", "%cpu" -> "%CPU";
            case "pmem", "%mem" -> "%MEM";
            case "comm", "args", "cmd", "command" -> "COMMAND";
            default -> column.toUpperCase(Locale.ROOT);
        };
    }

    private static String cell(String column, Processes.Task each, Vitals vitals) {
        return switch (column) {
            case "pid" -> Integer.toString(each.id());
            case "ppid" -> each.id() == 1 ? "0" : "1";
            case "user" -> each.user();
            case "pcpu", "%cpu" -> percent(each.cores());
            case "pmem", "%mem" -> Numbers.fixed(100 * each.residentMib() / vitals.totalMib(), 1);
            case "rss" -> Long.toString(Numbers.whole(1024 * each.residentMib()));
            case "nlwp" -> Integer.toString(each.threads());
            case "comm" -> each.command();
            case "stat" -> each.cores() > 0.3 ? "Rsl" : "Ssl";
            case "args", "cmd", "command" -> each.line();
            default -> "-";
        };
    }

    static Printed pgrep(Session session, Stage stage) {
        var named = stage.arguments().operands().stream().findFirst().orElse("");
        var lines = Processes.of(session, Vitals.of(session)).stream()
                .filter(each -> each.line().contains(named))
                .map(each ->
                        stage.arguments().has("-a", "-l") ? each.id() + " " + each.line() : Integer.toString(each.id()))
                .toList();
        return session.output(lines, "");
    }

    /** {@code strace -c -p PID}: system calls by kind over ten seconds, from the requests and the calls that the replica makes. */
    static Printed strace(Session session, Stage stage) {
        if (!stage.arguments().has("-c", "-C")) {
            return new Printed.Word(
                    "A full strace of a busy process floods the terminal; try `strace -c -p PID`, which counts.");
        }
        var calls = new SystemCalls(session, TRACED_SECONDS);
        var lines = new ArrayList<String>();
        int pid = Processes.mainProcess(session);
        lines.add("strace: Process " + pid + " attached with " + Processes.threadCount(session) + " threads");
        lines.add("^Cstrace: Process " + pid + " detached");
        lines.addAll(calls.table());
        return session.output(
                lines,
                "System calls of %s in %d s: %d, %d of them with an error."
                        .formatted(session.here().hostName(), TRACED_SECONDS, calls.all(), calls.errors()));
    }

    /** {@code jstack PID}: every worker with what it does. */
    static Printed jstack(Session session, Stage stage) {
        if (!Software.isJava(session.here().service())) {
            return new Printed.Word(session.here().id() + " is "
                    + session.here().service().technology() + ": there is no JVM to dump the threads of.");
        }
        var workers = Workers.of(session);
        return session.output(ThreadDump.lines(session, workers), workers.words());
    }

    /** {@code jcmd PID Thread.print}, {@code GC.heap_info} or {@code VM.uptime}. */
    static Printed jcmd(Session session, Stage stage) {
        var text = stage.text();
        if (text.contains("Thread.print")) {
            return jstack(session, stage);
        }
        if (!Software.isJava(session.here().service())) {
            return jstack(session, stage);
        }
        int pid = Processes.mainProcess(session);
        var vitals = Vitals.of(session);
        if (text.contains("GC.heap_info")) {
            return session.output(
                    List.of(
                            pid + ":",
                            " garbage-first heap   total reserved %dK, committed %dK, used %dK"
                                    .formatted(
                                            Numbers.whole(1024 * vitals.totalMib()),
                                            Numbers.whole(1024 * vitals.totalMib()),
                                            Numbers.whole(1024 * vitals.usedMib()))),
                    MemoryPrograms.words(session, vitals));
        }
        return session.output(List.of(pid + " /app/" + session.here().id() + ".jar"), "");
    }

    /** What the busy workers of the replica do. */
    static double waitingFor(Session session, mayday.scenario.Dependency edge) {
        var at = session.instruments();
        return at.lately(DependencySignal.CALL_RATE, edge, session.where())
                * at.lately(DependencySignal.LATENCY, edge, session.where())
                / session.ready(session.here());
    }

    static double busy(Session session) {
        return session.instruments().lately(Signal.THREADS_BUSY, session.here().host());
    }
}
