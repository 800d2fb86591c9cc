package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Playthroughs;
import mayday.compiler.Problem;
import mayday.proof.Proofs;
import mayday.proof.Proved;
import mayday.question.Interpreters;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code mayday check}: every problem of a scenario, or of a folder of scenarios, and the proofs that they are fair. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks scenarios and rubrics and prints every problem with its place. What compiles is proved fair: it is asked and played.",
            "Exit code 0 if there is no problem, 1 if there is one (a warning, too), 2 for wrong usage. `mayday explain ID` says what a"
                    + " problem means."
        })
final class CheckCommand implements Callable<Integer> {
    private static final List<String> SCENARIO_FILES = List.of("scenario.yaml", "scenario.yml", "scenario.json");

    private static final String RUBRICS = "rubrics";

    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(
            index = "0",
            defaultValue = ScenariosFolder.DEFAULT,
            description =
                    "A folder of scenarios, one scenario's folder, or its file, or a rubric's file (default: ${DEFAULT-VALUE}).")
    private Path path = Path.of("scenarios");

    @Option(names = "--quick", description = "Leave out the proofs that play the scenarios, which take seconds.")
    private boolean quick;

    @Option(names = "--json", description = "Print the problems and what was proved as JSON.")
    private boolean json;

    @Option(names = "--sarif", description = "Print the problems as SARIF 2.1.0, for code hosts.")
    private boolean sarif;

    CheckCommand(Surroundings surroundings) {
        this.out = surroundings.out();
        this.err = surroundings.err();
    }

    @Override
    public Integer call() {
        if (json && sarif) {
            err.println("mayday check: choose one of --json and --sarif.");
            return WRONG_USAGE;
        }
        if (!Files.exists(path)) {
            err.println("mayday check: there is no " + path + ". Name a folder of scenarios, or one scenario.");
            return WRONG_USAGE;
        }
        var folder = scenarioFolder();
        var alone = isScenario(path) || !folder.equals(path) || isRubrics(path);
        var root = alone ? parent(folder) : path;
        var library = isScenario(folder) ? Library.readOnly(root, name(folder)) : Library.read(root);
        var found = Stream.concat(library.problems().stream(), Playthroughs.read(root, library).problems().stream())
                .toList();
        var problems = new ArrayList<>(
                isScenario(folder) ? about(found, folder) : isRubrics(folder) ? aboutRubrics(found) : found);
        var proved = prove(library, isRubrics(folder) ? List.of() : scenarios(library, folder), problems);
        if (sarif) {
            out.println(Sarif.of(problems));
        } else if (json) {
            out.println(inJson(problems, proved));
        } else {
            print(library, problems, proved);
        }
        return problems.isEmpty() ? GOOD : FAILED;
    }

    /** The scenarios that were meant and can be played. */
    private static List<Scenario> scenarios(Library library, Path folder) {
        var name = name(folder);
        return library.scenarios().stream()
                .filter(scenario -> !isScenario(folder) || scenario.id().value().equals(name))
                .toList();
    }

    /** Proves what compiled, and adds the problems of that. */
    private Map<Scenario, Proved> prove(Library library, List<Scenario> scenarios, List<Problem> problems) {
        var proved = new LinkedHashMap<Scenario, Proved>();
        if (scenarios.isEmpty()) {
            return proved;
        }
        var model = new FutureTask<>(QuestionModel::load);
        Thread.ofPlatform().name("question-model").daemon().start(model);
        var interpreters = new ScenarioInterpreters(model);
        // What is asked takes one core, and there are times when playing leaves one idle.
        try (var asking = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("asking").factory())) {
            var asked = scenarios.stream()
                    .map(scenario ->
                            CompletableFuture.supplyAsync(() -> asked(library, scenario, interpreters), asking))
                    .toList();
            for (var i = 0; i < scenarios.size(); i++) {
                if (!quick) {
                    proved.put(scenarios.get(i), played(library, scenarios.get(i), problems));
                }
                problems.addAll(asked.get(i).join());
            }
        }
        return proved;
    }

    private static Proved played(Library library, Scenario scenario, List<Problem> problems) {
        var played = Proofs.played(library.source(scenario.id()), scenario);
        problems.addAll(played.problems());
        return played;
    }

    private static List<Problem> asked(Library library, Scenario scenario, Interpreters interpreters) {
        return Proofs.quick(library.source(scenario.id()), scenario, interpreters.of(scenario));
    }

    private static String inJson(List<Problem> problems, Map<Scenario, Proved> proved) {
        var byId = new LinkedHashMap<ScenarioId, Proved>();
        proved.forEach((scenario, each) -> byId.put(scenario.id(), each));
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ProvedJson.of(problems, byId));
    }

    private void print(Library library, List<Problem> problems, Map<Scenario, Proved> proved) {
        problems.forEach(problem -> out.println(problem.rendered() + System.lineSeparator()));
        proved.forEach((scenario, each) -> {
            if (each.problems().isEmpty()) {
                SolvableTable.print(scenario, each, out);
            }
        });
        out.println(summary(library, problems));
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

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** The problems of one scenario, and those of the system that it is built on: no other scenario was read. */
    private static List<Problem> about(List<Problem> found, Path scenario) {
        var name = name(scenario) + "/";
        return found.stream()
                .filter(problem ->
                        problem.file().startsWith(name) || problem.file().startsWith("systems/"))
                .toList();
    }

    private static boolean isRubrics(Path folder) {
        return folder.toAbsolutePath().normalize().endsWith(RUBRICS);
    }

    /** The problems of the rubrics, or of the one that was named. */
    private List<Problem> aboutRubrics(List<Problem> found) {
        var beginning = Files.isRegularFile(path) ? RUBRICS + "/" + path.getFileName() : RUBRICS + "/";
        return found.stream()
                .filter(problem -> problem.file().startsWith(beginning))
                .toList();
    }

    private static String summary(Library library, List<Problem> problems) {
        var errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        var playable = library.scenarios().size();
        return problems.isEmpty()
                ? "No problems. " + count(playable, "scenario") + " can be played, and judged by "
                        + count(library.rubrics().size(), "rubric") + "."
                : count(errors, "error") + ", " + count(problems.size() - errors, "warning") + ". `mayday explain "
                        + problems.getFirst().id() + "` says more about the first.";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
