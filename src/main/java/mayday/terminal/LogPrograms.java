package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mayday.terminal.CommandLine.Stage;
import mayday.terminal.Instruments.Line;
import mayday.terminal.Instruments.Search;

/**
 * {@code journalctl}, {@code kubectl logs}, {@code stern}, {@code aws logs}, and {@code tail}, {@code cat} and {@code grep} of a log's
 * file. Greps behind the pipe look through the whole log, not through what would be shown of it.
 */
final class LogPrograms {
    /** What a log shows that is asked for no number of lines. */
    private static final int USUAL_LINES = 60;

    private static final Duration USUAL_WINDOW = Duration.ofMinutes(10);
    private static final Set<String> READERS =
            Set.of("tail", "cat", "less", "head", "more", "grep", "egrep", "zgrep", "fgrep");

    /** Parts of paths that name no service. */
    private static final Set<String> PLAIN_NAMES = Set.of(
            "var",
            "log",
            "logs",
            "opt",
            "srv",
            "home",
            "containers",
            "pods",
            "syslog",
            "messages",
            "app",
            "error",
            "access",
            "application",
            "stdout",
            "stderr",
            "server",
            "current",
            "*");

    private LogPrograms() {}

    /** Whether the stage reads a service's log. */
    static boolean reads(Stage stage) {
        return switch (stage.program()) {
            case "journalctl", "stern" -> !isKernel(stage);
            case "kubectl", "k", "oc" ->
                stage.words().contains("logs") || stage.words().contains("log");
            case "aws" -> stage.words().contains("logs");
            default -> READERS.contains(stage.program()) && file(stage).isPresent();
        };
    }

    static boolean isKernel(Stage stage) {
        return stage.program().equals("dmesg")
                || (stage.program().equals("journalctl") && stage.arguments().has("-k", "--dmesg"));
    }

    /** The log file among the arguments; a slow log is another program's. */
    private static Optional<String> file(Stage stage) {
        return stage.words().stream()
                .filter(word -> word.matches(".*(\\.log(\\.\\d+)?(\\.gz)?|/var/log/\\S+|syslog|messages)"))
                .filter(word -> !word.contains("slow"))
                .findFirst();
    }

    /** What the arguments name: the unit, the pod, the group, or the file if it is called as a service. */
    static List<String> names(Stage stage) {
        var arguments = stage.arguments();
        return switch (stage.program()) {
            case "journalctl" ->
                arguments.value("-u", "--unit").map(unit -> unit.replaceFirst("\\.service$", "")).stream()
                        .toList();
            case "kubectl", "k", "oc" -> Kubectl.names(stage);
            case "stern" ->
                arguments.operands("-n", "--since", "-l", "-c").stream()
                        .limit(1)
                        .toList();
            case "aws" -> group(stage).stream().toList();
            default ->
                file(stage).stream()
                        .flatMap(path -> Arrays.stream(path.split("/")))
                        .map(name -> name.replaceFirst("\\.log.*$", ""))
                        .filter(name -> !name.isEmpty() && !PLAIN_NAMES.contains(name))
                        .toList();
        };
    }

    private static Optional<String> group(Stage stage) {
        return stage.arguments()
                .value("--log-group-name", "--log-group")
                .or(() -> stage.words().stream()
                        .filter(word -> word.startsWith("/"))
                        .findFirst())
                .map(group -> group.replaceFirst("^.*/", ""));
    }

    static Printed run(Session session, Stage stage, List<Stage> filters) {
        var arguments = stage.arguments();
        var now = session.now();
        var since = arguments.value("--since", "-S", "--start-time", "--since-time");
        var from = since.flatMap(text -> Moments.of(text, now)).orElse(now.minus(USUAL_WINDOW));
        var until = arguments
                .value("--until", "-U", "--end-time")
                .flatMap(text -> Moments.of(text, now))
                .orElse(now);
        if (since.isPresent() && Moments.of(since.get(), now).isEmpty()) {
            return new Printed.Word(
                    "I cannot read the time \"" + since.get() + "\": write \"10 min ago\", 15m or 2026-03-12 13:50.");
        }
        if (arguments.has("--previous")
                && session.instruments().restarts(session.here()).isEmpty()) {
            return new Printed.Word("previous terminated container \""
                    + session.here().id() + "\" in pod \"" + session.here().hostName() + "\" not found");
        }
        if (Software.of(session.here().service()).managed()) {
            return new Printed.Word("The logs of " + session.here().id()
                    + " are its provider's. Its callers' logs say how calls to it end.");
        }
        var asked = new Asked(session, stage, from, until.isBefore(from) ? now : until, Processes.mainProcess(session));
        return asked.answered(filters);
    }

    /** A log, a stretch of time, and which lines of it. */
    private record Asked(Session session, Stage stage, Instant from, Instant until, int process) {

        Printed answered(List<Stage> filters) {
            var passes = own();
            int whole = 0;
            while (whole < filters.size() && isWhole(filters.get(whole))) {
                var wanted = TextFilters.wanted(filters.get(whole));
                if (wanted.isEmpty()) {
                    return new Printed.Word("grep: `" + filters.get(whole).text()
                            + "` holds no regular expression that I can read (RE2).");
                }
                passes = passes.and(line -> wanted.get().test(formatted(line)));
                whole++;
            }
            var rest = filters.subList(whole, filters.size());
            boolean greps = !rest.isEmpty() && TextFilters.counts(rest.getFirst());
            boolean counts =
                    greps || TextFilters.counts(stage) || (!rest.isEmpty() && TextFilters.isCount(rest.getFirst()));
            if (greps) {
                var wanted = TextFilters.wanted(rest.getFirst());
                if (wanted.isPresent()) {
                    passes = passes.and(line -> wanted.get().test(formatted(line)));
                }
            }
            int most = rest.isEmpty() || counts ? shown() : Terminal.MOST_PIPED;
            boolean newest = tail().isPresent() || isFollowed() || isEnd(rest);
            var found = session.instruments().lines(new Search(where(), from, until, passes, most, newest));
            if (counts) {
                return session.output(
                        List.of(Long.toString(found.matching())), words(found.matching(), found.matching()));
            }
            var lines = found.lines().stream().map(this::formatted).toList();
            return switch (Terminal.filtered(session.output(lines, ""), rest)) {
                case Printed.Output(var host, var left, var _) ->
                    new Printed.Output(
                            host, left, words(found.matching(), rest.isEmpty() ? left.size() : found.matching()));
                case Printed.Word word -> word;
                case Printed.Unknown unknown -> unknown;
            };
        }

        /** {@code grep} as the program itself, {@code -p err}, {@code -g}, {@code --filter-pattern}. */
        private Predicate<Line> own() {
            Predicate<Line> passes = _ -> true;
            if (TextFilters.isGrep(stage)) {
                var wanted = TextFilters.wanted(stage);
                passes = line -> wanted.map(each -> each.test(formatted(line))).orElse(true);
            }
            var priority = stage.program().equals("journalctl")
                    ? stage.arguments().value("-p", "--priority").orElse("")
                    : "";
            if (priority.matches("err.*|[0-3]|crit.*|alert|emerg")) {
                passes = passes.and(line -> line.level().equals("ERROR"));
            } else if (priority.matches("warn.*|4")) {
                passes = passes.and(line -> !line.level().equals("INFO"));
            }
            var pattern = stage.arguments()
                    .value("-g", "--grep", "--filter-pattern", "--filter")
                    .orElse("");
            var text = stage.program().equals("aws")
                    ? com.google.re2j.Pattern.quote(pattern.replaceAll("^[\"?]+|\"$", ""))
                    : pattern;
            var found = LinePattern.compile(text, text.equals(text.toLowerCase(java.util.Locale.ROOT)));
            return pattern.isEmpty() || found.isEmpty()
                    ? passes
                    : passes.and(line -> found.get().test(formatted(line)));
        }

        /** A grep that neither counts nor shows what is around the lines can look through the whole log. */
        private static boolean isWhole(Stage filter) {
            return TextFilters.isGrep(filter)
                    && !TextFilters.counts(filter)
                    && !filter.arguments().has("-A", "-B", "-C");
        }

        private static boolean isEnd(List<Stage> rest) {
            return !rest.isEmpty() && rest.getFirst().program().equals("tail");
        }

        private boolean isFollowed() {
            return stage.arguments().has("-f", "--follow", "-F");
        }

        private Optional<String> tail() {
            return stage.program().equals("tail")
                            && stage.arguments().value("-n").isEmpty()
                            && !stage.text().matches(".* -\\d+ .*")
                    ? Optional.of("10")
                    : stage.arguments()
                            .value("-n", "--lines", "--tail", "--limit")
                            .filter(text -> text.matches("[+]?\\d+"));
        }

        private int shown() {
            return tail().map(text -> Arguments.number(text, USUAL_LINES, 1, Terminal.MOST_LINES))
                    .orElse(USUAL_LINES);
        }

        /** A unit on a host is that host's; a deployment or a group speaks for all. */
        private Machine where() {
            var here = session.here();
            return here.number() > 0
                            || stage.program().equals("kubectl")
                            || stage.program().equals("aws")
                            || stage.program().equals("stern")
                    ? here
                    : here.fleet();
        }

        private static String host(Line line) {
            return line.host().substring(line.host().indexOf('/') + 1);
        }

        private String formatted(Line line) {
            var clock = Numbers.isoMillis(line.at());
            var service = session.here().id();
            return switch (stage.program()) {
                case "journalctl" ->
                    Numbers.syslog(line.at()) + " " + host(line) + " " + service + "[" + process + "]: " + line.level()
                            + " " + line.text();
                case "stern" -> line.host() + " " + service + " " + clock + " " + line.level() + " " + line.text();
                case "aws" -> clock + " " + line.host() + " " + line.level() + " " + line.text();
                case "kubectl", "k", "oc" ->
                    (stage.arguments().has("--prefix") ? "[pod/" + line.host() + "/" + service + "] " : "") + clock
                            + " " + line.level() + " " + line.text();
                default -> clock + " " + line.level() + " " + line.text();
            };
        }

        private String words(long matching, long shown) {
            var window = Duration.between(from, until).toMinutes();
            return "%s: %d such lines in %d min%s."
                    .formatted(
                            where().number() > 0 ? where().hostName() : where().id(),
                            matching,
                            window,
                            shown < matching ? ", " + shown + " of them shown" : "");
        }
    }

    /** {@code dmesg}, {@code journalctl -k}: what the kernel has to say about memory and sockets. */
    static Printed kernel(Session session, Stage stage) {
        var lines = new ArrayList<String>();
        for (var event : KernelEvents.of(session)) {
            lines.add(
                    stage.arguments().has("-T") || stage.program().equals("journalctl")
                            ? "[%s] %s"
                                    .formatted(
                                            Numbers.formatter("EEE MMM d HH:mm:ss yyyy")
                                                    .format(event.at()),
                                            event.text())
                            : "[%12s] %s"
                                    .formatted(
                                            Numbers.fixed(
                                                    Duration.between(Vitals.bootedAt(session), event.at())
                                                                    .toMillis()
                                                            / 1000.0,
                                                    6),
                                            event.text()));
        }
        return session.output(lines, session.here().hostName() + ": " + lines.size() + " lines of the kernel.");
    }
}
