package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import mayday.compiler.Library;
import mayday.compiler.PlaythroughText;
import mayday.incident.IncidentId;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.journal.Place;
import mayday.playthrough.Recorder;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayday record}: turns an incident that was played into a playthrough. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Turns a played incident into a playthrough: its moves, and what followed from them.")
final class RecordCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "INCIDENT",
            description = "The incident's id, as `mayday play` prints it and the address of its page has it.")
    private String incident = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the journal (default: ./${DEFAULT-VALUE}). No server may be using it.")
    private Path data = Path.of("data");

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            defaultValue = ScenariosFolder.DEFAULT,
            description = "Folder of the scenarios (default: ${DEFAULT-VALUE}).")
    private Path scenarios = Path.of("scenarios");

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Keep it as SCENARIO/playthroughs/NAME.yaml; without it, it is printed.")
    private String as = "";

    RecordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var place = Place.of(surroundings.environment(), data);
        if (place instanceof Place.Folder && !Files.isDirectory(data)) {
            return told(WRONG_USAGE, "There is no folder " + data + ". Name the server's with --data.");
        }
        if (!Files.isDirectory(scenarios)) {
            return told(
                    WRONG_USAGE, "There is no folder " + scenarios + ". Name that of your scenarios with --scenarios.");
        }
        if (!as.isEmpty() && !FreshFiles.isName(as)) {
            return told(WRONG_USAGE, "--as is a name of small letters, digits and single hyphens, not " + as + ".");
        }
        try (var journal = Journal.open(place, surroundings.wallClock())) {
            return record(journal);
        } catch (DataUnusable | JournalUnavailable | FreshFiles.NotWritten unable) {
            return told(FAILED, String.valueOf(unable.getMessage()));
        }
    }

    private int record(Journal journal) throws FreshFiles.NotWritten {
        var id = new IncidentId(incident);
        var heading = journal.find(id);
        if (heading.isEmpty()) {
            return told(WRONG_USAGE, "There is no incident " + incident + " in the journal.");
        }
        var scenario = Library.read(scenarios).find(heading.get().scenario());
        if (scenario.isEmpty()) {
            return told(
                    FAILED,
                    "It was played on " + heading.get().scenario()
                            + ", and there is no such scenario without errors in " + scenarios + ".");
        }
        var model = new FutureTask<>(QuestionModel::load);
        model.run();
        var interpreter = new ScenarioInterpreters(model).of(scenario.get());
        var recording = Recorder.record(journal.read(id, 0), scenario.get(), interpreter);
        if (recording.script().steps().isEmpty()) {
            return told(FAILED, "Nothing was done in that incident.");
        }
        var text = PlaythroughText.of(recording);
        if (as.isEmpty()) {
            surroundings.out().print(text);
            return GOOD;
        }
        var file = new FreshFiles(scenarios).write(text, scenario.get().id().value(), "playthroughs", as + ".yaml");
        recording.remarks().forEach(remark -> surroundings.err().println("mayday record: " + remark));
        surroundings.out().println("Kept as " + file + ". Read it through, then: mayday test " + file);
        return GOOD;
    }

    private int told(int code, String message) {
        surroundings.err().println("mayday record: " + message);
        return code;
    }
}
