package mayday.question;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import mayday.compiler.Library;
import mayday.incident.Understanding;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * The sets that understanding is measured on, each with the system that its utterances are about:
 * {@code development}, which may be looked at; {@code held-out}, which may not; and {@code question-eval}, about three systems that
 * nothing was built on.
 */
final class Evaluations {
    private static final Library LIBRARY = Library.read(Path.of("scenarios"));

    private Evaluations() {}

    /** Prints everything that is measured; ends with 1 if any bar is missed. */
    public static void main(String[] arguments) {
        var model = QuestionModel.load();
        var reached = List.of(
                print("development", development(model), Bar.DEVELOPMENT),
                print("held-out", heldOut(model), Bar.HELD_OUT),
                print("question-eval", questionEval(model), Bar.QUESTION_EVAL));
        System.exit(reached.contains(false) ? 1 : 0);
    }

    private static boolean print(String set, QuestionReport report, List<Bar> bars) {
        System.out.println(summary(set, report, bars) + System.lineSeparator() + report.text());
        return bars.stream().allMatch(bar -> bar.isReachedBy(report));
    }

    /** The bars of a set, a line each. */
    static String summary(String set, QuestionReport report, List<Bar> bars) {
        return bars.stream()
                .map(bar -> bar.line(report))
                .collect(Collectors.joining(System.lineSeparator(), set + System.lineSeparator(), ""));
    }

    static QuestionReport development(QuestionModel model) {
        return new QuestionReport().add(Utterances.named("development"), asking(model, Storefront.scenario()));
    }

    static QuestionReport heldOut(QuestionModel model) {
        return new QuestionReport()
                .add(Utterances.named("held-out-storefront"), asking(model, shipped("elevated-500s")))
                .add(Utterances.named("held-out-streaming"), asking(model, shipped("elevated-500s-streaming")));
    }

    static QuestionReport questionEval(QuestionModel model) {
        return new ForeignSet().measured(model);
    }

    static Scenario shipped(String id) {
        return LIBRARY.find(new ScenarioId(id)).orElseThrow();
    }

    /** Asks about {@code scenario}, two minutes after the page, when nothing was said before. */
    static Function<String, Understanding> asking(QuestionModel model, Scenario scenario) {
        var interpreter = (ScenarioInterpreter) model.interpreterOf(scenario);
        var nothingSaid = new Conversation(
                List.of(),
                scenario.page().condition().service(),
                scenario.pagedAt(),
                scenario.pagedAt().plus(Duration.ofMinutes(2)));
        return words -> interpreter.understand(words, nothingSaid);
    }
}
