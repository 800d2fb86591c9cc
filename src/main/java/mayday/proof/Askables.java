package mayday.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Answers;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;

/** The questions that are tried when causes are to be told apart. */
final class Askables {
    private Askables() {}

    /**
     * A question.
     *
     * @param takes until it is answered
     */
    record Askable(Interpretation read, String words, Duration takes) {}

    /** One of each dimension about the incident as a whole, and each of the scenario's own. */
    static List<Askable> wide(Scenario scenario) {
        var askables = new ArrayList<Askable>();
        for (var dimension : Dimension.values()) {
            askables.add(general(dimension, List.of(), dimension.question()));
        }
        scenario.questions().forEach(question -> askables.add(own(question)));
        return askables;
    }

    /** One of each dimension about each service, and about each region. */
    static List<Askable> narrow(Scenario scenario) {
        var askables = new ArrayList<Askable>();
        for (var dimension : Dimension.values()) {
            for (var service : scenario.system().services()) {
                askables.add(about(dimension, new Target.OfService(service.id())));
            }
            for (var region : scenario.system().regionIds()) {
                askables.add(about(dimension, new Target.OfRegion(region)));
            }
        }
        return askables;
    }

    private static Askable about(Dimension dimension, Target target) {
        return general(dimension, List.of(target), dimension.words() + " of " + target.words() + "?");
    }

    private static Askable general(Dimension dimension, List<Target> targets, String words) {
        var read = new Interpretation(dimension, targets, new Window.Usual(), 1, "");
        return new Askable(read, words, Duration.ofSeconds(Answers.costSeconds(dimension)));
    }

    private static Askable own(AuthoredQuestion question) {
        var targets =
                question.services().stream().<Target>map(Target.OfService::new).toList();
        var read = new Interpretation(
                question.dimension(),
                targets,
                new Window.Usual(),
                1,
                question.id().value());
        var words = question.asks().isEmpty()
                ? question.dimension().question()
                : question.asks().getFirst();
        return new Askable(
                read,
                words,
                Duration.ofSeconds(Answers.costSeconds(question.dimension())).plus(question.takes()));
    }
}
