package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Value.Text;
import mayday.playthrough.Expectation;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredId;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Condition;
import mayday.scenario.Scenario;
import mayday.scenario.StateId;

/** What a playthrough may name of the scenario that it plays. */
final class ScenarioNames {
    private final Scenario scenario;
    private final CauseId truth;
    private final Topology topology;
    private final Vocabulary vocabulary;
    private final Problems problems;

    /** @param truth the cause that is played */
    ScenarioNames(Scenario scenario, CauseId truth, Topology topology, Vocabulary vocabulary, Problems problems) {
        this.scenario = scenario;
        this.truth = truth;
        this.topology = topology;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Scenario scenario() {
        return scenario;
    }

    Topology topology() {
        return topology;
    }

    Condition condition(Text text) {
        return new ConditionReader(topology, vocabulary, problems).read(text);
    }

    /** One action as people say it; empty, with a problem, if it is none. */
    Optional<Action> action(Text text) {
        var pattern = new ActionReader(topology, vocabulary, vocabulary.flags(), problems).read(text);
        if (pattern.isPresent() && pattern.get().kind() == ActionKind.USE_RESOLVER) {
            problems.error(
                    text.place(),
                    "bad-action",
                    "this does not say which resolver",
                    "write `act: { do: use-resolver, target: " + pattern.get().target()
                            + ", with: { resolver: bypass } }`");
            return Optional.empty();
        }
        return pattern.flatMap(each -> new ExactAction(scenario.particulars().actions(), problems).of(text, each));
    }

    /** All evidence that the scenario's author wrote, whether a question reveals it or not. */
    List<AuthoredEvidence> evidence() {
        return scenario.questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.reveals().stream())
                .distinct()
                .toList();
    }

    AuthoredId question(Text text) {
        var questions =
                scenario.questions().stream().map(each -> each.id().value()).toList();
        return new AuthoredId(Known.of("question", questions).check(text, problems));
    }

    /** A state of the true cause; of one of its faults where it is written {@code fault/state}. */
    Optional<Expectation> state(Text text) {
        var slash = text.text().indexOf('/');
        var cause = scenario.causes().stream()
                .filter(each -> each.id().equals(truth))
                .findFirst();
        if (cause.isEmpty() || Scalars.isUnusable(text)) {
            return Optional.empty();
        }
        var faults = cause.get().faults();
        var known = Known.of(
                "cause", faults.stream().map(fault -> fault.id().value()).toList());
        var name = slash < 0
                ? faults.getFirst().id().value()
                : known.check(text, text.text().substring(0, slash), 0, problems);
        if (slash < 0 && faults.size() > 1) {
            problems.error(
                    text.place(),
                    "state-without-cause",
                    "`" + truth + "` is several causes at once, and this does not say which",
                    "write `" + faults.getFirst().id() + "/" + text.text() + "`");
        }
        var state = text.text().substring(slash + 1);
        faults.stream()
                .filter(fault -> fault.id().value().equals(name))
                .findFirst()
                .ifPresent(fault -> Known.of("state", states(fault)).check(text, state, slash + 1, problems));
        return Optional.of(new Expectation.InState(new CauseId(name), new StateId(state)));
    }

    private static List<String> states(Cause fault) {
        var names = new ArrayList<>(
                fault.states().stream().map(state -> state.id().value()).toList());
        names.add(Cause.UNDONE.value());
        return names;
    }
}
