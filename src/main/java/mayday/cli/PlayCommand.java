package mayday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Participant;
import mayday.journal.JournalUnavailable;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayday play}: an incident in the terminal, by the same engine and the same moves as in a browser. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Plays an incident in the terminal. A line is a question; /help lists the other moves.")
final class PlayCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario's id, such as elevated-500s.")
    private String scenarioName = "";

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            defaultValue = "scenarios",
            description = "Folder of the scenarios (default: ${DEFAULT-VALUE}).")
    private Path scenarios = Path.of("scenarios");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Keep the incident in this folder; without it, it is forgotten at the end.")
    private String data = "";

    @Option(names = "--seed", defaultValue = "", description = "Play this seed again; without it one is drawn.")
    private String seed = "";

    @Option(names = "--cause", defaultValue = "", description = "Fix the true cause, as a facilitator does.")
    private String cause = "";

    @Option(
            names = "--clock",
            defaultValue = "practice",
            description = "practice: moves with your moves; live: real time (default: ${DEFAULT-VALUE}).")
    private String clock = "practice";

    PlayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var mode = Words.parse(ClockMode.class, clock);
        if (mode.isEmpty()) {
            return wrong("--clock must be practice or live, not " + clock + ".");
        }
        if (!seed.matches("-?[0-9]{0,18}")) {
            return wrong("--seed must be a whole number of at most 18 digits.");
        }
        if (!data.isEmpty()) {
            return play(Path.of(data), mode.get());
        }
        var forgotten = Files.createTempDirectory("mayday-play");
        try {
            return play(forgotten, mode.get());
        } finally {
            delete(forgotten);
        }
    }

    private int play(Path folder, ClockMode mode) throws IOException {
        try (var assembly = Assembly.of(scenarios, folder, surroundings)) {
            assembly.loadModel();
            var scenario = assembly.library().find(new ScenarioId(scenarioName));
            if (scenario.isEmpty()) {
                var known = assembly.library().scenarios().stream()
                        .map(each -> each.id().value())
                        .toList();
                return wrong("There is no playable scenario " + scenarioName + ". There are: "
                        + String.join(", ", known) + ".");
            }
            var drawn = seed.isEmpty() ? surroundings.entropy().nextLong() : Long.parseLong(seed);
            var truth = cause.isEmpty() ? Decider.drawCause(scenario.get(), drawn) : new CauseId(cause);
            if (!causes(scenario.get()).contains(truth)) {
                return wrong("The scenario has no cause " + cause + ".");
            }
            var player = new Participant("terminal", "You");
            var room = assembly.rooms().open(scenario.get(), drawn, truth, mode, player);
            surroundings.out().println(String.format(Locale.ROOT, "Incident %s, seed %d", room.id(), drawn));
            new PlayLoop(room, player, surroundings.in(), surroundings.out()).run();
            return GOOD;
        } catch (Assembly.Unfit | JournalUnavailable unfit) {
            surroundings.err().println("mayday play: " + unfit.getMessage());
            return FAILED;
        }
    }

    private static List<CauseId> causes(Scenario scenario) {
        return scenario.causes().stream().map(each -> each.id()).toList();
    }

    private int wrong(String message) {
        surroundings.err().println("mayday play: " + message);
        return WRONG_USAGE;
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
