package mayday.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code mayday check}: every problem of a scenario, or of a folder of scenarios. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks scenarios and rubrics and prints every problem with its place. Exit code 1 if there is an error.")
final class CheckCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int PROBLEMS_FOUND = 1;
    private static final int WRONG_USAGE = 2;
    private static final List<String> SCENARIO_FILES = List.of("scenario.yaml", "scenario.yml", "scenario.json");

    private static final String RUBRICS = "rubrics";

    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(
            index = "0",
            defaultValue = "scenarios",
            description =
                    "A folder of scenarios, one scenario's folder, or its file, or a rubric's file (default: ${DEFAULT-VALUE}).")
    private Path path = Path.of("scenarios");

    @Option(names = "--json", description = "Print the problems as JSON.")
    private boolean json;

    CheckCommand(Surroundings surroundings) {
        this.out = surroundings.out();
        this.err = surroundings.err();
    }

    @Override
    public Integer call() {
        if (!Files.exists(path)) {
            err.println("mayday check: there is no " + path + ". Name a folder of scenarios, or one scenario.");
            return WRONG_USAGE;
        }
        var scenario = scenarioFolder();
        var alone = isScenario(path) || !scenario.equals(path) || isRubrics(path);
        var library = Library.read(alone ? parent(scenario) : path);
        var problems = isScenario(scenario)
                ? about(library, scenario)
                : isRubrics(scenario) ? aboutRubrics(library) : library.problems();
        var errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(problems));
        } else {
            problems.forEach(problem -> out.println(problem.rendered() + System.lineSeparator()));
            out.println(summary(library, errors, problems.size() - errors));
        }
        return errors > 0 ? PROBLEMS_FOUND : GOOD;
    }

    /** The folder of the one scenario that was named, or the path itself. */
    private Path scenarioFolder() {
        return Files.isRegularFile(path) ? parent(path) : path;
    }

    private static boolean isScenario(Path folder) {
        return SCENARIO_FILES.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    private static Path parent(Path path) {
        var parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /** The problems of one scenario, and those of the systems, which it may be built on. */
    private static List<Problem> about(Library library, Path scenario) {
        var name = scenario.toAbsolutePath().normalize().getFileName() + "/";
        return library.problems().stream()
                .filter(problem ->
                        problem.file().startsWith(name) || problem.file().startsWith("systems/"))
                .toList();
    }

    private static boolean isRubrics(Path folder) {
        return folder.toAbsolutePath().normalize().endsWith(RUBRICS);
    }

    /** The problems of the rubrics, or of the one that was named. */
    private List<Problem> aboutRubrics(Library library) {
        var beginning = Files.isRegularFile(path) ? RUBRICS + "/" + path.getFileName() : RUBRICS + "/";
        return library.problems().stream()
                .filter(problem -> problem.file().startsWith(beginning))
                .toList();
    }

    private static String summary(Library library, long errors, long warnings) {
        var playable = library.scenarios().size();
        return errors == 0 && warnings == 0
                ? "No problems. " + count(playable, "scenario") + " can be played, and judged by "
                        + count(library.rubrics().size(), "rubric") + "."
                : count(errors, "error") + ", " + count(warnings, "warning") + ".";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
