package mayday.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mayday.compiler.Compilation;
import mayday.compiler.Problem;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.scenario.Scenario;

/** Small scenarios of {@code proofs/} on the corner shop, compiled and proved. */
final class Proving {
    static final Path FOLDER = Path.of("src/test/resources/proofs");
    private static final String SYSTEM = "systems/corner-shop.yaml";

    /** Scenarios called so play on the shop of {@code problems/}, which cannot carry its ordinary traffic. */
    private static final String OVERLOADED = "overloaded-";

    static final ScenarioInterpreters INTERPRETERS =
            new ScenarioInterpreters(CompletableFuture.completedFuture(QuestionModel.load()));

    private Proving() {}

    static Sources sources(String name) {
        return of(name, read(FOLDER.resolve(name + ".yaml")));
    }

    static Sources of(String name, String text) {
        var system = name.startsWith(OVERLOADED) ? Path.of("src/test/resources/problems") : FOLDER;
        return new Sources(
                name + "/scenario.yaml", Map.of(name + "/scenario.yaml", text, SYSTEM, read(system.resolve(SYSTEM))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario compiled(Sources sources) {
        return switch (ScenarioCompiler.compile(sources)) {
            case Compilation.Compiled(var scenario, var _) -> scenario;
            case Compilation.Failed(var problems) ->
                throw new AssertionError(
                        problems.stream().map(Problem::rendered).toList());
        };
    }

    /** What the compiler and all proofs find. */
    static List<Problem> problems(Sources sources) {
        var scenario = compiled(sources);
        var problems = new ArrayList<>(ScenarioCompiler.compile(sources).problems());
        problems.addAll(quick(sources));
        problems.addAll(Proofs.played(sources, scenario).problems());
        return problems;
    }

    static List<Problem> quick(Sources sources) {
        var scenario = compiled(sources);
        return Proofs.quick(sources, scenario, INTERPRETERS.of(scenario));
    }
}
