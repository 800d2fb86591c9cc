package mayday.playthrough;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.incident.Event;
import mayday.incident.Recorded;
import mayday.incident.Refusal;
import mayday.playthrough.Performance.Mismatch;
import mayday.playthrough.Performance.Scene;
import mayday.scenario.Words;

/** Compares what happened in a step with what the script has. */
final class SceneJudge {
    private final Scene scene;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private SceneJudge(Scene scene) {
        this.scene = scene;
    }

    static List<Mismatch> judge(Scene scene) {
        return new SceneJudge(scene).judged();
    }

    private List<Mismatch> judged() {
        if (scene.refusal().isPresent() && !scene.step().isToBeRefused()) {
            mismatch(scene.step().line(), "the move is made", "it was refused: " + refused(scene.refusal()));
            return mismatches;
        }
        if (!scene.late().isEmpty()) {
            mismatch(scene.step().line(), "`" + scene.late() + "` holds in time", late());
        }
        scene.step().then().forEach(check -> check(check.line(), check.expects()));
        return mismatches;
    }

    private String late() {
        return scene.after().isOver()
                ? "the incident ended before: it is " + status()
                : "it did not" + Figures.of(scene);
    }

    private void check(int line, Expectation expectation) {
        switch (expectation) {
            case Expectation.Became(var outcome) ->
                expect(
                        line,
                        "the question is " + Words.kebab(outcome),
                        asked().map(each -> Words.kebab(each.understoodAs().outcome()))
                                .orElse("nothing was asked"),
                        Words.kebab(outcome));
            case Expectation.Asks(var dimensions) -> {
                var wanted = sorted(dimensions.stream().map(Words::kebab));
                expect(line, "it is understood to ask for " + wanted, dimensions(), wanted);
            }
            case Expectation.IsAbout(var targets) -> {
                var wanted = sorted(targets.stream());
                expect(line, "it is understood to be about " + wanted, targets(), wanted);
            }
            case Expectation.IsQuestion(var question) ->
                expect(
                        line,
                        "it is understood as the scenario's question " + question,
                        sorted(readings().map(Interpretation::authored).filter(each -> !each.isEmpty())),
                        question.value());
            case Expectation.Reveals(var shown) -> {
                if (revealed().noneMatch(each -> Exhibits.isShown(each, shown))) {
                    mismatch(line, "it reveals " + shown.words(), "it revealed " + titles());
                }
            }
            case Expectation.Hides(var shown) ->
                revealed()
                        .filter(each -> Exhibits.isShown(each, shown))
                        .findFirst()
                        .ifPresent(each -> mismatch(
                                line, "it does not reveal " + shown.words(), "it revealed " + Exhibits.words(each)));
            case Expectation.AnswerHas(var words) -> {
                if (!has(answer(), words)) {
                    mismatch(line, "the answer says \"" + words + "\"", quoted(answer()));
                }
            }
            case Expectation.AnswerLacks(var words) -> {
                if (has(answer(), words)) {
                    mismatch(line, "the answer does not say \"" + words + "\"", quoted(answer()));
                }
            }
            case Expectation.Hears(var words) -> {
                if (scene.events().stream().map(Recorded::event).noneMatch(each -> has(Spoken.text(each), words))) {
                    mismatch(line, "somebody says \"" + words + "\"", "nobody did");
                }
            }
            case Expectation.Refused(var reason) -> refused(line, reason);
            case Expectation.InState(var fault, var state) ->
                expect(
                        line,
                        fault + " is in the state " + state,
                        scene.after()
                                .world()
                                .latest(fault)
                                .map(each -> each.state().id().value())
                                .orElse("none yet"),
                        state.value());
            case Expectation.Holds(var written, var condition, var expected) -> {
                if (scene.after().holds(condition, scene.at()) != expected) {
                    mismatch(
                            line,
                            "`" + written + "` " + (expected ? "holds" : "does not hold"),
                            (expected ? "it did not" : "it did") + Figures.of(scene, condition));
                }
            }
            case Expectation.IsStatus(var status) ->
                expect(line, "the incident is " + Words.kebab(status), status(), Words.kebab(status));
        }
    }

    private void refused(int line, String reason) {
        var refusal = scene.refusal();
        if (refusal.isEmpty()) {
            mismatch(line, "the move is refused" + (reason.isEmpty() ? "" : " (" + reason + ")"), "it was made");
        } else if (!refusal.get().id().equals(reason) && !has(refusal.get().reason(), reason)) {
            mismatch(line, "the move is refused (" + reason + ")", "it was refused: " + refused(refusal));
        }
    }

    private static String refused(Optional<Refusal> refusal) {
        return refusal.map(each -> each.reason() + " (" + each.id() + ")").orElse("");
    }

    private void expect(int line, String expected, String happened, String wanted) {
        if (!happened.equals(wanted)) {
            mismatch(line, expected, "it is " + (happened.isEmpty() ? "none" : happened));
        }
    }

    private void mismatch(int line, String expected, String happened) {
        mismatches.add(new Mismatch(line, expected, happened, scene.after().version()));
    }

    private String status() {
        return Words.kebab(scene.after().status());
    }

    private Optional<Event.QuestionAsked> asked() {
        return events(Event.QuestionAsked.class).findFirst();
    }

    private Stream<Interpretation> readings() {
        return asked().stream().flatMap(each -> each.understoodAs().interpretations().stream());
    }

    private String dimensions() {
        return sorted(readings().map(each -> Words.kebab(each.dimension())));
    }

    private String targets() {
        return sorted(readings().flatMap(each -> each.targets().stream()).map(Named::target));
    }

    private static String sorted(Stream<String> words) {
        Set<String> sorted = new TreeSet<>(words.toList());
        return String.join(", ", sorted);
    }

    private Stream<Evidence> revealed() {
        return events(Event.QuestionAnswered.class).flatMap(each -> each.evidence().stream());
    }

    private String titles() {
        var titles = revealed().map(Exhibits::words).toList();
        return titles.isEmpty() ? "nothing" : String.join("; ", titles);
    }

    /** What was answered; what was replied where nothing could be. */
    private String answer() {
        var answers = events(Event.QuestionAnswered.class).map(Event.QuestionAnswered::text);
        return String.join(" ", answers.toList());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "there was no answer" : "it says \"" + text + "\"";
    }

    private static boolean has(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private <E extends Event> Stream<E> events(Class<E> type) {
        return scene.events().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
