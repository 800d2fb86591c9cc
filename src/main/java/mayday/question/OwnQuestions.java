package mayday.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import mayday.scenario.Dimension;

/**
 * Tells how likely a text asks each of the questions that a scenario's author added, of which only a few phrasings are known: a conditional
 * logit over how like they are to the text, in meaning and in telling words, and what else it may ask. Its weights were learnt from
 * other systems ({@code ontology/own.yaml}), so that nothing has to be trained when a scenario is loaded.
 */
final class OwnQuestions {
    /** Who tells more than some words of their own tells enough. */
    private static final double MUCH = 3;

    /** Less likely is as good as impossible, 0 to 1. */
    private static final double FLOOR = 0.002;

    private final OnDemand<List<OwnPhrasings>> questions;
    private final Rarity rarity;
    private final Weights weights;

    /**
     * A text and what it may ask beside.
     *
     * @param mentions what it names
     * @param known of each topic that the ontology has, how likely the text asks about it; 0 to 1
     * @param nearest how like it is to what was learnt of the topic that it is most like, up to 1
     */
    record Seen(String text, Mentions mentions, Features features, Map<Topic, Double> known, double nearest) {}

    /**
     * @param phrasings asked for when the first text is seen, since to embed them takes a millisecond each
     * @param plain what asks for a dimension and nothing particular of it
     * @param seen what is seen of a phrasing
     */
    OwnQuestions(
            List<Topic.Authored> topics,
            Supplier<List<Example>> phrasings,
            Function<Dimension, List<Seen>> plain,
            Function<String, Seen> seen,
            Rarity rarity,
            Weights weights) {
        this.questions = new OnDemand<>(() -> {
            var all = phrasings.get();
            return topics.stream()
                    .map(topic -> OwnPhrasings.of(
                            topic,
                            all.stream()
                                    .filter(each -> each.topic().equals(topic))
                                    .map(each -> OwnPhrasings.Phrasing.of(seen.apply(each.phrasing()), rarity))
                                    .toList(),
                            plain.apply(topic.question().dimension()).stream()
                                    .map(each -> OwnPhrasings.Phrasing.of(each, rarity))
                                    .toList()))
                    .toList();
        });
        this.rarity = rarity;
        this.weights = weights;
    }

    /** Does now what the first text would have to wait for. */
    void prepare() {
        questions.get();
    }

    /** How likely {@code text} asks each of them, 0 to 1, together at most 1; none of those that {@link #traits} leaves out. */
    Map<Topic.Authored, Double> probabilities(Seen text) {
        var traits = traits(text);
        var probabilities = weights.probabilities(List.copyOf(traits.values()));
        var asked = new LinkedHashMap<Topic.Authored, Double>();
        for (var topic : traits.keySet()) {
            asked.put(topic, probabilities[asked.size()]);
        }
        return asked;
    }

    /**
     * What speaks for and against each of them; not of those that are about another service than the text names.
     */
    Map<Topic.Authored, Traits> traits(Seen text) {
        if (questions.get().isEmpty()) {
            return Map.of();
        }
        var phrasing = OwnPhrasings.Phrasing.of(text, rarity);
        var traits = new LinkedHashMap<Topic.Authored, Traits>();
        for (var question : questions.get()) {
            if (!isElsewhere(question.topic(), text.mentions())) {
                traits.put(question.topic(), traits(text, phrasing, question));
            }
        }
        return traits;
    }

    private Traits traits(Seen text, OwnPhrasings.Phrasing phrasing, OwnPhrasings question) {
        var likeness = question.likeness(phrasing, rarity);
        var dimension = text.known()
                .getOrDefault(new Topic.Of(question.topic().question().dimension()), 0.0);
        var amount = Math.min(phrasing.amount(), MUCH);
        var values = new LinkedHashMap<String, Double>();
        likeness.addTo(values);
        addOfKnown(values, question.topic(), dimension, text);
        // "Memory of playback" asks for the dimension, although the author asks something about memory.
        values.put("plain, dimension", dimension * likeness.plain());
        values.put("beyond plain, dimension", dimension * (likeness.nearest() - likeness.plain()));
        values.put("beyond", likeness.mean() - text.nearest());
        values.put("beyond, dimension", dimension * (likeness.nearest() - text.nearest()));
        values.put("amount", amount);
        values.put("told, amount", likeness.told() * amount);
        // Who asks many things in a scenario asks more of what is asked in it.
        values.put("many", StrictMath.log(questions.get().size()));
        return new Traits(values);
    }

    private static boolean isElsewhere(Topic.Authored topic, Mentions mentions) {
        var services = topic.question().services();
        return !services.isEmpty() && mentions.namesAService() && !mentions.isAboutAny(services);
    }

    private static void addOfKnown(Map<String, Double> values, Topic.Authored topic, double own, Seen text) {
        var another = 0.0;
        var refused = 0.0;
        for (var each : text.known().entrySet()) {
            if (!Reading.asks(each.getKey())) {
                refused += each.getValue();
            } else if (!each.getKey().equals(new Topic.Of(topic.question().dimension()))) {
                another = Math.max(another, each.getValue());
            }
        }
        values.put("dimension", own);
        values.put("log dimension", StrictMath.log(Math.max(own, FLOOR)));
        values.put("log not another", StrictMath.log(Math.max(1 - another, FLOOR)));
        values.put("refused", refused);
        var services = topic.question().services();
        var isNamed = text.mentions().isAboutAny(services);
        values.put("named", isNamed ? 1.0 : 0.0);
        values.put("named, dimension", isNamed ? own : 0.0);
        values.put("of nothing", services.isEmpty() ? 1.0 : 0.0);
    }
}
