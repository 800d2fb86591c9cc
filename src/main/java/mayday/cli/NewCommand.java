package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mayday.compiler.Outline;
import mayday.compiler.Sketch;
import mayday.compiler.Suspect;
import mayday.compiler.Systems;
import mayday.scenario.FaultClass;
import mayday.scenario.Level;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mayday new}: asks a few questions and writes a scenario that can be played. What an option says is not asked. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Writes a scenario to begin with: asks a few questions, or takes the answers from options.")
final class NewCommand implements Callable<Integer> {
    /** Whoever gives as many answers in a row that will not do is no person. */
    private static final int MOST_WRONG_ANSWERS = 20;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "ID", arity = "0..1", description = "The scenario's id, such as slow-search.")
    private String id = "";

    @Option(names = "--title", defaultValue = "", description = "Its title, which must not give the cause away.")
    private String title = "";

    @Option(names = "--level", defaultValue = "", description = "foundation, intermediate, advanced or expert.")
    private String level = "";

    @Option(names = "--system", defaultValue = "", description = "The system that it is played on, such as storefront.")
    private String system = "";

    @Option(
            names = "--cause",
            paramLabel = "FAULT:SERVICE",
            description = "A cause, such as bad-release:search; twice or more.")
    private List<String> causes = new ArrayList<>();

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            defaultValue = "scenarios",
            description = "Folder of the scenarios (default: ${DEFAULT-VALUE}).")
    private Path scenarios = Path.of("scenarios");

    NewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Why it goes no further, in a sentence for the author. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;

        Stopped(String why) {
            super(why);
        }
    }

    /** What an answer says, or why it will not do. */
    private interface Reading<T> {
        T of(String said) throws Stopped;
    }

    @Override
    public Integer call() throws IOException {
        try {
            var systems = Systems.in(scenarios);
            if (systems.names().isEmpty()) {
                throw new Stopped("There are no systems in " + scenarios.resolve("systems")
                        + ". Name the folder of your scenarios with --scenarios.");
            }
            return write(sketch(systems), systems);
        } catch (Stopped stopped) {
            surroundings.out().flush();
            surroundings.err().println("mayday new: " + stopped.getMessage());
            return WRONG_USAGE;
        }
    }

    private Sketch sketch(Systems systems) throws Stopped, IOException {
        var name = id.isEmpty() ? typed("ID", "Its id, which is the name of its folder: ", this::wellNamed) : fresh(id);
        var called = title.isEmpty()
                ? typed("--title", "Its title, which must not give the cause away: ", NewCommand::entitled)
                : title;
        var hard = answer(
                level, "--level", "How hard is it: " + Words.all(Level.values()), "foundation", NewCommand::level);
        var names = String.join(", ", systems.names());
        var found = answer(
                system,
                "--system",
                "On which system: " + names,
                systems.names().getFirst(),
                said -> systems.find(said)
                        .orElseThrow(() -> new Stopped(
                                "There is no system " + said + " without errors. There is " + names + ".")));
        var sketch = new Sketch(name, called, hard, found, suspects(found));
        if (!sketch.flaws().isEmpty()) {
            throw new Stopped(String.join(" ", sketch.flaws()));
        }
        return sketch;
    }

    /** A name that nothing has yet. */
    private String fresh(String name) throws Stopped {
        if (FreshFiles.isName(name) && Files.exists(scenarios.resolve(name))) {
            throw new Stopped(scenarios.resolve(name) + " is there already, and nothing is written over.");
        }
        return name;
    }

    private String wellNamed(String said) throws Stopped {
        refuse(Sketch.flawOfId(said));
        return fresh(said);
    }

    private static String entitled(String said) throws Stopped {
        refuse(Sketch.flawOfTitle(said));
        return said;
    }

    private static void refuse(Optional<String> flaw) throws Stopped {
        if (flaw.isPresent()) {
            throw new Stopped(flaw.get());
        }
    }

    private List<Suspect> suspects(SimulatedSystem on) throws Stopped, IOException {
        var suspects = new ArrayList<Suspect>();
        for (var cause : causes) {
            suspects.add(suspect(on, cause));
        }
        if (!suspects.isEmpty()) {
            return suspects;
        }
        surroundings
                .out()
                .println("What may be behind it? Write a fault and a service, such as bad-release:"
                        + on.traffic().entry() + ".");
        surroundings.out().println("  faults:   " + Words.all(Suspect.FAULTS.toArray(FaultClass[]::new)));
        surroundings
                .out()
                .println("  services: "
                        + on.services().stream().map(each -> each.id().value()).collect(Collectors.joining(", ")));
        while (suspects.size() < Sketch.MOST_SUSPECTS) {
            var isEnough = suspects.size() >= Sketch.FEWEST_SUSPECTS;
            var question = "Cause " + (suspects.size() + 1) + (isEnough ? ", or nothing if that is all: " : ": ");
            var another = this.<Optional<Suspect>>typed(
                    "--cause, twice or more",
                    question,
                    said -> isEnough && said.isEmpty() ? Optional.empty() : Optional.of(another(on, suspects, said)));
            if (another.isEmpty()) {
                break;
            }
            suspects.add(another.get());
        }
        return suspects;
    }

    private static Suspect another(SimulatedSystem on, List<Suspect> suspects, String said) throws Stopped {
        var suspect = suspect(on, said);
        refuse(Sketch.flawOf(suspect));
        if (suspects.contains(suspect)) {
            throw new Stopped("That is one of them already.");
        }
        return suspect;
    }

    private static Suspect suspect(SimulatedSystem on, String said) throws Stopped {
        return switch (Outline.suspect(on, said)) {
            case Outline.Named.As(var suspect) -> suspect;
            case Outline.Named.Unclear(var why) -> throw new Stopped(why);
        };
    }

    private static Level level(String said) throws Stopped {
        return Words.parse(Level.class, said)
                .orElseThrow(
                        () -> new Stopped("The level is one of " + Words.all(Level.values()) + ", not " + said + "."));
    }

    /** What the option says, or what is typed; {@code usual} if nothing is typed. */
    private <T> T answer(String option, String name, String question, String usual, Reading<T> reading)
            throws Stopped, IOException {
        return option.isEmpty()
                ? typed(name, question + " [" + usual + "]: ", said -> reading.of(said.isEmpty() ? usual : said))
                : reading.of(option);
    }

    /** What is typed. An answer that will not do is told why, and asked for again. */
    private <T> T typed(String name, String question, Reading<T> reading) throws Stopped, IOException {
        for (var wrong = 1; ; wrong++) {
            var said = asked(question).orElseThrow(() -> unsaid(name));
            try {
                return reading.of(said);
            } catch (Stopped why) {
                if (wrong == MOST_WRONG_ANSWERS) {
                    throw why;
                }
                surroundings.out().println("  " + why.getMessage());
            }
        }
    }

    private static Stopped unsaid(String name) {
        return new Stopped("The input has ended, and something was not said. Say it with " + name + ".");
    }

    /** What is typed; empty if the input has ended. */
    private Optional<String> asked(String question) throws IOException {
        surroundings.out().print(question);
        surroundings.out().flush();
        return Optional.ofNullable(surroundings.in().readLine()).map(String::strip);
    }

    private int write(Sketch sketch, Systems systems) throws Stopped {
        surroundings.out().println("Trying it out ...");
        surroundings.out().flush();
        switch (sketch.drawn(systems.text(sketch.system().id().value()))) {
            case Sketch.Unplayable(var why) -> {
                surroundings.err().println("mayday new: " + why + " Nothing was written.");
                return FAILED;
            }
            case Sketch.Complete complete -> {
                return written(sketch, complete);
            }
        }
    }

    private int written(Sketch sketch, Sketch.Complete complete) {
        var files = new FreshFiles(scenarios);
        try {
            var text =
                    complete.sources().files().getOrDefault(complete.sources().main(), "");
            var main = files.write(text, sketch.id(), "scenario.yaml");
            surroundings.out().println("Written: " + main);
            for (var playthrough : complete.playthroughs().entrySet()) {
                var file = files.write(
                        playthrough.getValue(), sketch.id(), "playthroughs", playthrough.getKey() + ".yaml");
                surroundings.out().println("Written: " + file);
            }
            surroundings
                    .out()
                    .println("Next: mayday check " + main.getParent() + ", mayday test " + main.getParent()
                            + ", mayday play " + sketch.id() + ".");
            return GOOD;
        } catch (FreshFiles.NotWritten unable) {
            surroundings.err().println("mayday new: " + unable.getMessage());
            return FAILED;
        }
    }
}
