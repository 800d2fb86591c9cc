package mayday.question;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import mayday.compiler.Shipped;
import mayday.incident.Understanding;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * The sets that understanding is measured on, each with the system that its utterances are about:
 * {@code development} and {@code development-2}, which may be looked at; half of {@code development-3}, {@code development-4},
 * {@code development-5}, {@code naming}, {@code unnamed} and {@code commands}; {@code development-6}, which may not; {@code windows}, of one system;
 * {@code own}, of which one system may not; {@code held-out}, which may not; and {@code question-eval}, about three systems that nothing was
 * built on. Of each set one text of so many is measured.
 */
final class Evaluations {
    private static final String ERRORS = "errors";

    /** One of one. */
    private static final int ALL = 1;

    private Evaluations() {}

    /**
     * Prints everything that is measured; ends with 1 if any bar is missed.
     *
     * @param arguments none for all sets; or {@code errors development} or {@code errors development-2} (to {@code -5}) or {@code errors naming}, {@code errors unnamed}, {@code errors windows} or {@code errors commands} or {@code errors own} for
     *     what was misunderstood in a set that may be looked at, and {@code A} or {@code B} for a half of it; of the third to fifth, of naming, unnamed and commands it is A
     */
    public static void main(String[] arguments) {
        var model = QuestionModel.load();
        if (arguments.length > 1 && arguments[0].equals(ERRORS)) {
            var half = arguments.length > 2 ? arguments[2] : "";
            if (arguments[1].matches("development-[3-5]|naming|unnamed|commands") && half.equals("B")) {
                throw new IllegalArgumentException("of this half nobody looks at errors");
            }
            System.out.println(
                    switch (arguments[1]) {
                        case "development" -> development(model, ALL).errors(half);
                        case "development-2" -> development2(model, ALL).errors(half);
                        case "development-3" -> development3(model, ALL).errors("A");
                        case "development-4" -> development4(model, ALL).errors("A");
                        case "development-5" -> development5(model, ALL).errors("A");
                        case "naming" -> naming(model, ALL).errors("A");
                        case "unnamed" -> unnamed(model, ALL).errors("A");
                        case "windows" ->
                            String.join(
                                    System.lineSeparator(),
                                    TimesSet.lookedAt(model).mistaken());
                        case "own" -> own(model, OwnSet.TEACHING, ALL).errors(half);
                        case "commands" -> commands(model, ALL).errors("A");
                        default ->
                            throw new IllegalArgumentException("of this set nobody looks at errors: " + arguments[1]);
                    });
            return;
        }
        var reached = new ArrayList<Boolean>();
        reached.add(print("development", development(model, ALL), Bar.DEVELOPMENT));
        reached.add(print("development-2", development2(model, ALL), Bar.DEVELOPMENT_2));
        reached.add(print("development-3", development3(model, ALL), Bar.DEVELOPMENT_3));
        reached.add(print("development-4", development4(model, ALL), Bar.DEVELOPMENT_4));
        reached.add(print("development-5", development5(model, ALL), Bar.DEVELOPMENT_5));
        reached.add(print("development-6", development6(model, ALL), Bar.DEVELOPMENT_6));
        reached.add(print("naming", naming(model, ALL), Bar.NAMING));
        reached.add(print("unnamed", unnamed(model, ALL), Bar.UNNAMED));
        reached.add(print("commands", commands(model, ALL), Bar.COMMANDS));
        System.out.println("windows A: " + TimesSet.lookedAt(model));
        System.out.println("windows B: " + TimesSet.unseen(model));
        if (hasHeldOut()) {
            reached.add(print("held-out", heldOut(model, ALL), Bar.HELD_OUT));
        }
        reached.add(print("own", own(model, OwnSet.TEACHING, ALL), Bar.OWN));
        reached.add(print("own, unseen", own(model, List.of(OwnSet.UNSEEN), ALL), Bar.OWN_UNSEEN));
        reached.add(print(
                "question-eval, our ontology alone",
                questionEval(model, ALL, ForeignSet.Authored.OWN_ONLY),
                Bar.QUESTION_EVAL));
        reached.add(print(
                "question-eval, with its authors' phrasings",
                questionEval(model, ALL, ForeignSet.Authored.ALL),
                Bar.QUESTION_EVAL_AUTHORED));
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

    static QuestionReport development(QuestionModel model, int of) {
        return new QuestionReport()
                .add(Utterances.named("development").share(of), asking(model, Storefront.scenario()));
    }

    static QuestionReport development2(QuestionModel model, int of) {
        return onShippedSystems("development-2", model, of);
    }

    static QuestionReport development3(QuestionModel model, int of) {
        return onAllSystems("development-3", model, of);
    }

    static QuestionReport development4(QuestionModel model, int of) {
        return onAllSystems("development-4", model, of);
    }

    static QuestionReport development5(QuestionModel model, int of) {
        return onAllSystems("development-5", model, of);
    }

    static QuestionReport development6(QuestionModel model, int of) {
        return onAllSystems("development-6", model, of);
    }

    /** Texts in which it is hard to tell what they are about. */
    static QuestionReport naming(QuestionModel model, int of) {
        return onAllSystems("naming", model, of);
    }

    /** Texts about one thing that they do not name, about any, and about one that they describe. */
    static QuestionReport unnamed(QuestionModel model, int of) {
        return onAllSystems("unnamed", model, of);
    }

    /** Command lines and queries. */
    static QuestionReport commands(QuestionModel model, int of) {
        return onAllSystems("commands", model, of);
    }

    /** Whether there is a set that nobody who works on understanding has looked at. */
    static boolean hasHeldOut() {
        return Utterances.exists("held-out-storefront") && Utterances.exists("held-out-streaming");
    }

    static QuestionReport heldOut(QuestionModel model, int of) {
        return onShippedSystems("held-out", model, of);
    }

    private static QuestionReport onAllSystems(String set, QuestionModel model, int of) {
        return onShippedSystems(set, model, of)
                .add(Utterances.named(set + "-payments").share(of), asking(model, shipped("queue-backlog")));
    }

    private static QuestionReport onShippedSystems(String set, QuestionModel model, int of) {
        return new QuestionReport()
                .add(Utterances.named(set + "-storefront").share(of), asking(model, shipped("elevated-500s")))
                .add(Utterances.named(set + "-streaming").share(of), asking(model, shipped("elevated-500s-streaming")));
    }

    /** Questions of scenarios' authors: systems that may be looked at, or the one that may not. */
    static QuestionReport own(QuestionModel model, List<String> systems, int of) {
        var report = new QuestionReport();
        systems.forEach(system -> OwnSet.of(system).measure(report, model, of));
        return report;
    }

    static QuestionReport questionEval(QuestionModel model, int of, ForeignSet.Authored authored) {
        return new ForeignSet().measured(model, of, authored);
    }

    static Scenario shipped(String id) {
        return Shipped.library().find(new ScenarioId(id)).orElseThrow();
    }

    /** An interpreter that is asked one thing after another as if nothing had been said before. */
    record Asked(ScenarioInterpreter interpreter, Conversation nothingSaid) implements Function<String, Understanding> {
        @Override
        public Understanding apply(String words) {
            return interpreter.understand(words, nothingSaid);
        }
    }

    /** The same, decided by somebody else. */
    static Asked asking(QuestionModel model, Scenario scenario, Decisions.Maker deciding) {
        return asking(scenario, model.interpreterOf(scenario, Thresholds.USUAL, deciding));
    }

    /** Asks about {@code scenario}, two minutes after the page, when nothing was said before. */
    static Asked asking(QuestionModel model, Scenario scenario) {
        return asking(scenario, model.interpreterOf(scenario));
    }

    private static Asked asking(Scenario scenario, Interpreter interpreter) {
        var nothingSaid = new Conversation(
                List.of(),
                scenario.page().condition().service(),
                scenario.pagedAt(),
                scenario.pagedAt().plus(Duration.ofMinutes(2)));
        return new Asked((ScenarioInterpreter) interpreter, nothingSaid);
    }
}
