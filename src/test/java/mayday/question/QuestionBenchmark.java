package mayday.question;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long it takes to understand a question, warm, by the clock and in processor time, on the development set and the shipped
 * storefront; and what loading the model and making interpreters cost. Prints a table.
 */
final class QuestionBenchmark {
    private static final int ROUNDS = 3;

    private QuestionBenchmark() {}

    public static void main(String[] arguments) {
        var begun = System.nanoTime();
        var processor = processorTime();
        var model = QuestionModel.load();
        row(
                "loading the model",
                List.of((System.nanoTime() - begun) / 1e6),
                List.of((processorTime() - processor) / 1e6));
        for (var scenario : List.of("elevated-500s", "elevated-500s-streaming", "dns-failures", "cpu-spike")) {
            var shipped = Evaluations.shipped(scenario);
            begun = System.nanoTime();
            processor = processorTime();
            var made = model.interpreterOf(shipped);
            row(
                    "making the " + made.getClass().getSimpleName() + " of " + scenario,
                    List.of((System.nanoTime() - begun) / 1e6),
                    List.of((processorTime() - processor) / 1e6));
        }
        var asking = Evaluations.asking(model, Evaluations.shipped("elevated-500s"));
        var words = Utterances.named("development").single().stream()
                .map(Utterances.Single::say)
                .toList();
        for (var round = 0; round < ROUNDS; round++) {
            var clock = new ArrayList<Double>();
            var work = new ArrayList<Double>();
            var answered = 0;
            for (var each : words) {
                begun = System.nanoTime();
                processor = processorTime();
                answered += asking.apply(each).interpretations().size();
                clock.add((System.nanoTime() - begun) / 1e6);
                work.add((processorTime() - processor) / 1e6);
            }
            row("a question, round " + (round + 1) + ", " + answered + " answers", clock, work);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void row(String what, List<Double> clock, List<Double> work) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                what,
                of(clock, 50),
                of(clock, 99),
                of(work, 50),
                of(work, 99));
    }

    private static double of(List<Double> figures, int percent) {
        var sorted = figures.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
