package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mayday.debrief.Appraisal;
import mayday.debrief.Rubric;
import mayday.drill.Room;
import mayday.drill.Rooms;
import mayday.incident.OpeningRequest;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.journal.JournalUnavailable;
import mayday.player.Expected;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.scenario.Words;
import mayday.web.FirstIncident;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayday play}: an incident in the terminal, by the same engine and the same moves as in a browser. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = {
            "Plays an incident in the terminal. A line is a question; /help lists the other moves.",
            "Without a SCENARIO a guide leads through a first incident of about three minutes."
        })
final class PlayCommand implements Callable<Integer> {
    private static final String GUIDE = Words.kebab(Terms.Coaching.GUIDE);

    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "",
            description = "The scenario's id, such as elevated-500s.")
    private String scenario = "";

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            defaultValue = ScenariosFolder.DEFAULT,
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

    @Option(
            names = "--rubric",
            defaultValue = "",
            description = "Judge it by this rubric, such as amazon or netflix; without it, by the default one.")
    private String rubric = "";

    @Option(
            names = "--coach",
            paramLabel = "LEVEL",
            defaultValue = "",
            description =
                    "Have a coach speak up, on the practice clock: off, sparse, usual, close, or guide, which leads step by step"
                            + " (default: off).")
    private String coach = "";

    @Option(names = "--no-hints", description = "Play without hints; on the practice clock there are some, at a price.")
    private boolean noHints = false;

    @Option(
            names = "--as",
            paramLabel = "PLAYER",
            defaultValue = "",
            description =
                    "Let a built-in player play it, on the practice clock, and print its debrief: expert, methodical, jumper, "
                            + "shotgun, lucky-guesser, silent or random.")
    private String as = "";

    PlayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (!as.isEmpty() && Words.parse(Style.class, as).isEmpty()) {
            surroundings
                    .err()
                    .println("mayday play: --as has to be one of " + Words.all(Style.values()) + ", not " + as + ".");
            return WRONG_USAGE;
        }
        if (!data.isEmpty()) {
            return play(Path.of(data));
        }
        var forgotten = Files.createTempDirectory("mayday-play");
        try {
            return play(forgotten);
        } finally {
            delete(forgotten);
        }
    }

    private int play(Path folder) throws IOException {
        try (var assembly = Assembly.of(scenarios, folder, surroundings)) {
            assembly.loadModel();
            var guided = scenario.isEmpty() && coach.isEmpty() && as.isEmpty() && clock.equals("practice");
            var help = new OpeningRequest.Help(noHints ? "false" : "", guided ? GUIDE : coach, false);
            var request = new OpeningRequest(scenario, clock, seed, cause, rubric, help).orFirst(FirstIncident.read());
            return switch (request.read(
                    assembly.library().scenarios(),
                    assembly.library().rubricIds(),
                    surroundings.entropy().nextLong())) {
                case OpeningRequest.Parsed what -> {
                    var style = Words.parse(Style.class, as);
                    var judgedBy =
                            assembly.library().rubric(what.terms().rubric()).orElse(Rubric.DEFAULT);
                    yield style.isEmpty() ? play(what, assembly.rooms(), judgedBy) : watch(what, style.get(), judgedBy);
                }
                case OpeningRequest.Rejected(var mistakes) -> wrong(mistakes);
            };
        } catch (Assembly.Unfit | JournalUnavailable unfit) {
            surroundings.err().println("mayday play: " + unfit.getMessage());
            return FAILED;
        }
    }

    private int play(OpeningRequest.Parsed what, Rooms rooms, Rubric judgedBy) throws IOException {
        var player = new Participant("terminal", "You");
        var room = rooms.open(what.scenario(), what.seed(), what.cause(), what.mode(), what.terms(), player);
        surroundings.out().println(String.format(Locale.ROOT, "Incident %s, seed %d", room.id(), what.seed()));
        surroundings.out().flush();
        try (var screen = screen(room)) {
            new PlayLoop(rooms, room, player, judgedBy, screen).run();
        }
        return GOOD;
    }

    private Screen screen(Room room) throws IOException {
        return surroundings.interactive()
                ? Interactive.open(surroundings.environment(), line -> Completions.of(line, room.incident()))
                : new Screen.Pipe(surroundings.in(), surroundings.out());
    }

    private int watch(OpeningRequest.Parsed what, Style style, Rubric judgedBy) {
        var incident = Playthrough.play(what.scenario(), what.seed(), what.cause(), style);
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%s, seed %d, played by %s",
                        what.scenario().id(),
                        what.seed(),
                        as));
        DebriefText.lines(Appraisal.of(incident, Expected.debriefOf(incident), judgedBy, List.of()))
                .forEach(surroundings.out()::println);
        return GOOD;
    }

    private int wrong(List<OpeningRequest.Mistake> mistakes) {
        for (var mistake : mistakes) {
            var where = mistake.where().equals("scenario") ? "SCENARIO" : "--" + mistake.where();
            surroundings
                    .err()
                    .println("mayday play: " + where + " " + mistake.detail()
                            + (mistake.said().isEmpty() ? "." : ", not " + mistake.said() + "."));
        }
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
