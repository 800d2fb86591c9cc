package mayday.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells how likely a text asks each of the questions that a scenario's author added, of which only a few phrasings are known: a conditional
 * logit over how like they are to the text, in meaning and in telling words, and what else it may ask. Its weights were learnt from
 * other systems ({@code ontology/own.yaml}), so that nothing has to be trained when a scenario is loaded.
 */
final class OwnQuestions {
    /** Who tells more than some words of their own tells enough. */
    private static final double MUCH = 3;

    /** From here on a text surely asks for a dimension, 0 to 1. */
    private static final double SURE_OF_DIMENSION = 0.9;

    /** By so much more it is like the phrasings of a dimension than any of an author's. */
    private static final double NEARER = 0.15;

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
     * @param seen what is seen of a phrasing
     */
    OwnQuestions(
            List<Topic.Authored> topics,
            Supplier<List<Example>> phrasings,
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
                                    .map(each -> OwnPhrasings.Phrasing.of(seen.apply(each.phrasing())))
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
     * What speaks for and against each of them; not of those that are about another service than the text names, or belong to a dimension
     * that it plainly asks for.
     */
    Map<Topic.Authored, Traits> traits(Seen text) {
        var phrasing = OwnPhrasings.Phrasing.of(text);
        var amount = Math.min(rarity.of(phrasing.stems()), MUCH);
        var traits = new LinkedHashMap<Topic.Authored, Traits>();
        for (var question : questions.get()) {
            if (isElsewhere(question.topic(), text.mentions())) {
                continue;
            }
            var likeness = question.likeness(phrasing, rarity);
            if (isAsDimensionsAre(text, question.topic(), likeness)) {
                continue;
            }
            var values = new LinkedHashMap<String, Double>();
            likeness.addTo(values);
            addOfKnown(values, question.topic(), text);
            values.put("amount", amount);
            values.put("told, amount", likeness.told() * amount);
            values.put("beyond", likeness.mean() - text.nearest());
            traits.put(question.topic(), new Traits(values));
        }
        return traits;
    }

    /** "Memory of playback": in the ontology's words rather than the author's, it asks for the dimension and nothing particular of it. */
    private static boolean isAsDimensionsAre(Seen text, Topic.Authored topic, OwnPhrasings.Likeness likeness) {
        var dimension = new Topic.Of(topic.question().dimension());
        return text.known().getOrDefault(dimension, 0.0) >= SURE_OF_DIMENSION
                && text.nearest() - likeness.nearest() > NEARER;
    }

    private static boolean isElsewhere(Topic.Authored topic, Mentions mentions) {
        var services = topic.question().services();
        return !services.isEmpty() && mentions.namesAService() && !mentions.isAboutAny(services);
    }

    private static void addOfKnown(Map<String, Double> values, Topic.Authored topic, Seen text) {
        var own = text.known().getOrDefault(new Topic.Of(topic.question().dimension()), 0.0);
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
