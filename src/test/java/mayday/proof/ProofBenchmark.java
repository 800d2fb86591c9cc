package mayday.proof;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import mayday.compiler.Library;
import mayday.compiler.ScenarioCompiler;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;

/** Prints how long the proofs take: {@code ProofBenchmark [SCENARIO]}. */
final class ProofBenchmark {
    private static final int ROUNDS = 5;

    private ProofBenchmark() {}

    public static void main(String[] arguments) {
        var library = Library.read(Path.of("scenarios"));
        var began = System.nanoTime();
        var model = QuestionModel.load();
        System.out.printf("%-28s %6.0f ms%n", "question model", since(began));
        for (var scenario : library.scenarios()) {
            if (arguments.length > 0 && !scenario.id().value().equals(arguments[0])) {
                continue;
            }
            var sources = library.source(scenario.id());
            for (var round = 0; round < ROUNDS; round++) {
                began = System.nanoTime();
                ScenarioCompiler.compile(sources);
                var compiled = System.nanoTime();
                var interpreter = new ScenarioInterpreters(CompletableFuture.completedFuture(model)).of(scenario);
                var fitted = System.nanoTime();
                var problems = Proofs.quick(sources, scenario, interpreter);
                var judged = System.nanoTime();
                System.out.printf(
                        "%-28s compile %6.0f ms, interpreter %6.0f ms, quick half %6.0f ms%n",
                        scenario.id(), (compiled - began) / 1e6, (fitted - compiled) / 1e6, (judged - fitted) / 1e6);
                if (round == 0) {
                    problems.forEach(problem -> System.out.println(problem.rendered()));
                }
            }
            for (var round = 0; round < (arguments.length > 0 ? ROUNDS : 1); round++) {
                began = System.nanoTime();
                var busy = processor();
                var proved = Proofs.played(sources, scenario);
                System.out.printf(
                        "%-28s played half %6.0f ms, %6.0f ms of processor time%n",
                        scenario.id(), since(began), processor() - busy);
                if (round == 0) {
                    proved.problems().forEach(problem -> System.out.println(problem.rendered()));
                    if (arguments.length > 1) {
                        proved.solvable().forEach(System.out::println);
                        proved.questions().stream().limit(8).forEach(System.out::println);
                        proved.pairs().forEach(System.out::println);
                    }
                }
            }
        }
    }

    private static double processor() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e6;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
