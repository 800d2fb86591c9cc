package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mayday.compiler.RecordedBatch;
import mayday.recording.Scrubber;
import mayday.recording.WishesInWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayday import}: takes recordings of a real incident into a scenario, or the cards of a wheel of misfortune as skeletons. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes metrics and logs of a real incident into a scenario, and replaces addresses, names and secrets in them.",
            "What would be replaced is shown first; nothing is written before you say so."
        })
final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "JSON of Prometheus' query_range, CSV, or a log: plain, JSON lines, key=value. With --wheel: the game's incidents.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The scenario's folder. With --wheel: the folder of all scenarios.")
    private Path into = Path.of("");

    @Option(
            names = "--at",
            defaultValue = "",
            paramLabel = "INSTANT",
            description = "When the pager went off in the recording, UTC: 2024-05-01T12:04:30.")
    private String at = "";

    @Option(names = "--from", defaultValue = "", paramLabel = "INSTANT", description = "Leave out what was before.")
    private String from = "";

    @Option(names = "--until", defaultValue = "", paramLabel = "INSTANT", description = "Leave out what was after.")
    private String until = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "Replace host names in this domain, such as acme.com; may be said several times.")
    private List<String> domains = new ArrayList<>();

    @Option(names = "--uuids", description = "Replace UUIDs as well.")
    private boolean uuids;

    @Option(
            names = "--format",
            defaultValue = "",
            description = "prometheus, csv, plain, json-lines or logfmt; found out if left out.")
    private String format = "";

    @Option(
            names = "--time",
            defaultValue = "",
            paramLabel = "KEY",
            description = "The column or key that has the times; found out if left out.")
    private String time = "";

    @Option(names = "--append", description = "Put the questions and the evidence into the scenario's file.")
    private boolean append;

    @Option(names = "--yes", description = "Write without asking.")
    private boolean yes;

    @Option(
            names = "--wheel",
            description = "FILE has the incidents of a wheel of misfortune: make a skeleton of a scenario of each.")
    private boolean wheel;

    @Option(
            names = "--system",
            defaultValue = "",
            description = "With --wheel: the system that the scenarios are played on.")
    private String system = "";

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (wheel) {
                return new WheelImport(surroundings, into, system).of(files);
            }
            if (files.size() > RecordedBatch.MOST_FILES) {
                throw new Refused("At most " + RecordedBatch.MOST_FILES + " recordings are taken at once.");
            }
            var said = wishes();
            var imported = new RecordingImport(into, said.wishes(), new Scrubber(said.domains(), uuids));
            for (var file : files) {
                surroundings.out().println(String.join(System.lineSeparator(), imported.take(file)));
            }
            surroundings.out().println();
            imported.replacements().forEach(surroundings.out()::println);
            imported.toWrite().forEach(file -> surroundings.out().println("Would be written: " + file));
            if (!yes && !isWanted()) {
                surroundings.out().println("Nothing was written.");
                return FAILED;
            }
            return written(imported);
        } catch (Refused refused) {
            surroundings.out().flush();
            surroundings.err().println("mayday import: " + refused.getMessage());
            return refused.code();
        }
    }

    /** Why nothing is imported, in a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        /** It was asked in a way that makes no sense. */
        Refused(String why) {
            this(WRONG_USAGE, why);
        }

        Refused(int code, String why) {
            super(why);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private int written(RecordingImport imported) throws Refused {
        imported.write(append).forEach(line -> surroundings.out().println(line));
        return GOOD;
    }

    private boolean isWanted() throws IOException {
        surroundings.out().print("Write this? [y/N] ");
        surroundings.out().flush();
        var said = Optional.ofNullable(surroundings.in().readLine()).orElse("").strip();
        surroundings.out().println();
        return said.equalsIgnoreCase("y") || said.equalsIgnoreCase("yes");
    }

    private WishesInWords.Understood.As wishes() throws Refused {
        return switch (new WishesInWords(format, at, from, until, time, domains).understood(name -> "--" + name)) {
            case WishesInWords.Understood.As said -> said;
            case WishesInWords.Understood.Unclear(var why) -> throw new Refused(why);
        };
    }
}
