package mayday.question;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mayday.compiler.Shipped;

/**
 * Learns how likely a text asks a question that a scenario's author added ({@link OwnQuestions}), from systems with many of them, and
 * writes it to the ontology as {@code own.yaml}. Run it when the classifier has changed; see {@code docs/questions.md}.
 */
final class LearnOwn {
    private static final int PARTS = 4;

    /** Ways to ask for a dimension and nothing particular of it. */
    private static final List<String> PLAINLY = List.of(
            "%s",
            "%s of %s",
            "%2$s %1$s",
            "how is the %s of %s?",
            "%s on %s please",
            "show me the %s of %s",
            "whats the %s in %s rn");

    private LearnOwn() {}

    /**
     * Learns and writes.
     *
     * @param arguments the folder of the ontology's sources, {@code src/main/resources/ontology}
     */
    public static void main(String[] arguments) throws IOException {
        var model = QuestionModel.load();
        var choices = choices(model, OwnSet.TEACHING);
        choices.addAll(none(model));
        WeightsFit.write(
                Path.of(arguments[0]).resolve("own.yaml"),
                "What speaks for and against that a text asks a question of the scenario's author: the weights of `OwnQuestions`. Written by `LearnOwn`.",
                WeightsFit.toChosen(choices));
        System.out.printf("%d texts%n", choices.size());
    }

    /**
     * Every text of these systems with every question of a scenario: of one that has them all, and of {@value #PARTS} that have a part of
     * them each, where what is asked may well be none of its author's.
     */
    static List<WeightsFit.Choice> choices(QuestionModel model, List<String> systems) {
        var choices = new ArrayList<WeightsFit.Choice>();
        for (var system : systems) {
            var set = OwnSet.of(system);
            addChoices(choices, model, set);
            addPlain(choices, model, set);
            for (var part = 0; part < PARTS; part++) {
                addChoices(choices, model, set.withPart(part, PARTS));
            }
        }
        return choices;
    }

    /**
     * Texts about the shipped systems, and each stretch of those that have several, with the questions of all scenarios about them: they
     * were written by people who knew none of these, and ask none. Of what belongs to the same dimension some might, among several things;
     * who asks one thing asks for the dimension itself, which is not the author's to answer.
     */
    static List<WeightsFit.Choice> none(QuestionModel model) {
        var none = new ArrayList<WeightsFit.Choice>();
        for (var scenario : Shipped.library().scenarios()) {
            var stretches = new ArrayList<Stretch>();
            var asked = Evaluations.asking(model, scenario, said -> {
                stretches.addAll(said.stretches());
                return new Decisions(said, List.of());
            });
            DecidingSamples.untaught(scenario.system().id().value()).forEach((say, topics) -> {
                var others = topics.size() > 1 ? topics : Set.<Topic.Known>of();
                addNone(none, asked.interpreter().traitsOfOwn(say), others);
                stretches.clear();
                asked.apply(say);
                stretches.stream()
                        .filter(stretch -> stretches.size() > 1 && !stretch.isOnlyNames())
                        .forEach(stretch -> addNone(none, asked.interpreter().traitsOfOwn(stretch.pieces()), topics));
            });
        }
        return none;
    }

    private static void addNone(
            List<WeightsFit.Choice> none, Map<Topic.Authored, Traits> traits, Set<Topic.Known> except) {
        traits.keySet().removeIf(topic -> except.contains(Chances.known(topic)));
        if (!traits.isEmpty()) {
            none.add(new WeightsFit.Choice(List.copyOf(traits.values()), -1));
        }
    }

    /** What asks for the dimension of a question, of its service if it has one, and nothing particular: none of the author's. */
    private static void addPlain(List<WeightsFit.Choice> choices, QuestionModel model, OwnSet set) {
        var asked = Evaluations.asking(model, set.scenario());
        for (var question : set.scenario().questions()) {
            var of = question.services().isEmpty()
                    ? set.paged()
                    : question.services().getFirst().value();
            var dimension = question.dimension();
            Stream.concat(
                            Stream.of(dimension.question()),
                            PLAINLY.stream().map(form -> form.formatted(dimension.words(), of)))
                    .map(words -> asked.interpreter().traitsOfOwn(words))
                    .filter(traits -> !traits.isEmpty())
                    .forEach(traits -> choices.add(new WeightsFit.Choice(List.copyOf(traits.values()), -1)));
        }
    }

    private static void addChoices(List<WeightsFit.Choice> choices, QuestionModel model, OwnSet set) {
        var asked = Evaluations.asking(model, set.scenario());
        for (var utterance : set.utterances()) {
            var traits = asked.interpreter().traitsOfOwn(utterance.say());
            var ids = traits.keySet().stream()
                    .map(topic -> topic.question().id().value())
                    .toList();
            if (!ids.isEmpty()) {
                choices.add(new WeightsFit.Choice(
                        List.copyOf(traits.values()),
                        utterance.question().map(ids::indexOf).orElse(-1)));
            }
        }
    }
}
