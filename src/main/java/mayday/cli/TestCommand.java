package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Playthroughs;
import mayday.compiler.Problem;
import mayday.playthrough.Rehearsal;
import mayday.playthrough.Script;
import mayday.question.Interpreters;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code mayday test}: plays every playthrough of a scenario, or of a folder of scenarios. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Plays playthroughs and tells what did not come out as they say. Exit code 1 if one fails.")
final class TestCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(
            index = "0",
            defaultValue = ScenariosFolder.DEFAULT,
            description =
                    "A folder of scenarios, one scenario's folder, or one playthrough (default: ${DEFAULT-VALUE}).")
    private Path path = Path.of("scenarios");

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Write the results as JUnit XML as well, for a build server.")
    private String junit = "";

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    TestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.err = surroundings.err();
    }

    @Override
    public Integer call() {
        if (!Files.exists(path)) {
            return wrong("there is no " + path + ". Name a folder of scenarios, one scenario, or one playthrough.");
        }
        var chosen = PlaythroughPaths.of(path);
        var library = Library.read(chosen.library());
        var playthroughs = Playthroughs.read(chosen.library(), library);
        var problems = Stream.concat(library.problems().stream(), playthroughs.problems().stream())
                .filter(each -> each.severity() == Problem.Severity.ERROR)
                .filter(each -> chosen.concerns(each.file()))
                .toList();
        var scripts = playthroughs.scripts().stream()
                .filter(each -> chosen.holds(each.file()))
                .toList();
        if (scripts.isEmpty() && problems.isEmpty()) {
            return wrong(
                    "there are no playthroughs in " + path
                            + ". They are files such as SCENARIO/playthroughs/right.yaml; `mayday record` makes one of a played incident.");
        }
        var results = results(library, scripts);
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(TestReport.json(problems, results)));
        } else {
            problems.forEach(each -> out.println(each.rendered()));
            TestReport.lines(problems, results).forEach(out::println);
        }
        if (!junit.isEmpty() && !written(problems, results)) {
            return FAILED;
        }
        return problems.isEmpty() && results.stream().allMatch(TestReport.Result::passed) ? GOOD : FAILED;
    }

    private List<TestReport.Result> results(Library library, List<Script> scripts) {
        var model = new FutureTask<>(QuestionModel::load);
        model.run();
        Interpreters interpreters = new ScenarioInterpreters(model);
        var results = new ArrayList<TestReport.Result>();
        for (var script : scripts) {
            var scenario = library.find(script.scenario()).orElseThrow();
            var began = surroundings.wallClock().millis();
            var performance = Rehearsal.play(script, scenario, interpreters.of(scenario));
            results.add(
                    new TestReport.Result(performance, surroundings.wallClock().millis() - began));
        }
        return results;
    }

    private boolean written(List<Problem> problems, List<TestReport.Result> results) {
        try {
            var file = Path.of(junit);
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, JUnitXml.of(problems, results));
            return true;
        } catch (IOException unwritable) {
            err.println("mayday test: " + junit + " cannot be written. Name another file with --junit.");
            return false;
        }
    }

    private int wrong(String message) {
        err.println("mayday test: " + message);
        return WRONG_USAGE;
    }
}
