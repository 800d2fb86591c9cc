package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.scenario.Dimension;
import mayday.terminal.CommandLine.Stage;

/** Runs command lines: the door of this room. */
public final class Terminal {
    /** Lines of output that are shown. */
    public static final int MOST_LINES = 200;

    /** Lines that a program may print into a pipe. */
    static final int MOST_PIPED = 20_000;

    private Terminal() {}

    /**
     * What a command line asks.
     *
     * @param names what it names of the system, as typed
     * @param onHost whether it looks at the host on which it runs
     * @param ofAll whether it makes sense without any name, as a list of everything does
     */
    public record Asked(Dimension dimension, List<String> names, boolean onHost, boolean ofAll) {
        public Asked {
            names = List.copyOf(names);
        }
    }

    /** Whether a program of this name is known here. */
    public static boolean isProgram(String name) {
        return Programs.isOne(name);
    }

    /** What the line asks, if its program is known here. */
    public static Optional<Asked> asked(CommandLine line) {
        if (isStats(line)) {
            return Optional.of(new Asked(
                    Dimension.CACHE,
                    line.stages().get(1).arguments().operands().stream()
                            .limit(1)
                            .toList(),
                    false,
                    false));
        }
        var fed = fed(line);
        return fed.isPresent()
                ? asked(fed.get())
                : Programs.find(line.first())
                        .map(program -> new Asked(
                                program.dimension().apply(line.first()),
                                program.names().apply(line.first()),
                                program.onHost(),
                                isOfAll(line.first())));
    }

    /**
     * What the line prints.
     *
     * @param here what it is about, where programs that need no host find at least their region
     * @param loggedIn whether it runs there, rather than on the console
     */
    public static Printed run(CommandLine line, Instruments instruments, Machine here, boolean loggedIn) {
        var session = new Session(instruments, here, loggedIn);
        var fed = fed(line);
        if (fed.isPresent()) {
            return run(fed.get(), instruments, here, loggedIn);
        }
        if (isStats(line)) {
            return StorePrograms.memcached(session);
        }
        var program = Programs.find(line.first());
        if (program.isEmpty()) {
            return new Printed.Unknown();
        }
        if (program.get().onHost() && Software.of(here.service()).managed()) {
            return new Printed.Word(managed(here));
        }
        var filters = line.stages().subList(1, line.stages().size());
        if (LogPrograms.reads(line.first())) {
            return LogPrograms.run(session, line.first(), filters);
        }
        return filtered(program.get().runs().run(session, line.first()), filters);
    }

    private static boolean isOfAll(Stage stage) {
        return switch (stage.program()) {
            case "kubectl", "k", "oc" -> !LogPrograms.reads(stage);
            case "promtool" -> true;
            case "aws" -> stage.text().matches("aws (route53|sts|cloudwatch list-metrics).*");
            default -> false;
        };
    }

    /** Without an {@code echo} in front that only closes the input of what follows. */
    private static Optional<CommandLine> fed(CommandLine line) {
        return line.first().program().equals("echo") && line.stages().size() > 1 && !isStats(line)
                ? Optional.of(
                        new CommandLine(line.stages().subList(1, line.stages().size())))
                : Optional.empty();
    }

    /** {@code echo stats | nc evcache-1 11211}. */
    private static boolean isStats(CommandLine line) {
        return line.stages().size() > 1
                && line.first().text().matches("(echo|printf) .*stats.*")
                && line.stages().get(1).program().matches("nc|netcat|telnet");
    }

    private static String managed(Machine here) {
        var service = here.service();
        return switch (service.kind()) {
            case THIRD_PARTY -> service.id() + " is a third party: its hosts are not ours to log in to.";
            case EDGE, SERVICE, DATABASE, CACHE, QUEUE, RESOLVER ->
                service.id() + " is " + service.technology()
                        + ", run by its provider: there is no host to log in to. Its metrics can be asked for.";
        };
    }

    /** The output after the programs behind the pipes, cut to what is shown. */
    static Printed filtered(Printed printed, List<Stage> filters) {
        return switch (printed) {
            case Printed.Word word -> word;
            case Printed.Unknown unknown -> unknown;
            case Printed.Output output -> {
                var lines = output.lines()
                        .subList(0, Math.min(MOST_PIPED, output.lines().size()));
                for (var filter : filters) {
                    var made = TextFilters.apply(lines, filter);
                    if (made.isEmpty()) {
                        yield new Printed.Word(cannot(filter));
                    }
                    lines = made.get();
                }
                yield new Printed.Output(output.host(), shown(lines), output.words());
            }
        };
    }

    private static String cannot(Stage filter) {
        return "I cannot run `" + filter.text()
                + "` here. Behind a pipe I have grep, head, tail, sort, uniq, wc, cut and awk '{print $1}'.";
    }

    /** The first lines, and how many more there are. */
    static List<String> shown(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        shown.add("… " + (lines.size() - MOST_LINES + 1) + " more lines");
        return shown;
    }
}
