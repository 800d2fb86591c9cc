package mayday.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mayday.scenario.Dimension;

/**
 * Tells what a text is about: every topic with its probability, the likeliest first. Safe for use by several threads.
 *
 * <p>Two opinions are multiplied: the regression's, which knows what words and meanings speak for a topic, and the nearest phrasings',
 * which knows what has been said before. What is likely one of a scenario's own questions ({@link OwnQuestions}) is as much less likely
 * another one.
 */
final class Classifier {
    /** How many times likelier a topic is whose phrasings are more like the text by 1: e to the power of this. */
    static final double LIKENESS = 10;

    private final Impressions impressions;
    private final AskedOrTold manner;
    private final AskedTogether together;
    private final List<Topic> known;
    private final Rarity rarity;
    private final OwnQuestions own;
    private final Map<Dimension, Ontology.Saying> sayings;

    /** What asks for a dimension and nothing particular of it; seen once for all scenarios, since a start looks at all of them. */
    private final Map<Dimension, List<OwnQuestions.Seen>> plain;

    Classifier(SentenceEncoder encoder, Learnt learnt) {
        this.impressions = new Impressions(encoder, learnt.lessons());
        this.manner = learnt.manner();
        this.together = learnt.together();
        this.known = learnt.lessons().topics();
        this.rarity = Rarity.of(learnt.words());
        this.sayings = learnt.sayings();
        this.plain = new ConcurrentHashMap<>();
        this.own = own(List.of(), List::of, new Weights(0, Map.of()));
    }

    private Classifier(Classifier all, OwnQuestions own) {
        this.impressions = all.impressions;
        this.manner = all.manner;
        this.together = all.together;
        this.known = all.known;
        this.rarity = all.rarity;
        this.own = own;
        this.sayings = all.sayings;
        this.plain = all.plain;
    }

    /** A topic and how likely it is, 0 to 1. */
    record Ranked(Topic topic, double probability) {}

    /**
     * A classifier that knows a scenario's own questions, too.
     *
     * @param phrasings of these questions; asked for when the first text is classified
     */
    Classifier with(List<Topic.Authored> questions, Supplier<List<Example>> phrasings, Weights weights) {
        return new Classifier(this, own(questions, phrasings, weights));
    }

    private OwnQuestions own(List<Topic.Authored> questions, Supplier<List<Example>> phrasings, Weights weights) {
        return new OwnQuestions(
                questions, phrasings, this::plain, phrasing -> seen(phrasing, Mentions.NONE), rarity, weights);
    }

    /** What asks for {@code dimension} and nothing particular of it: of nothing, and of a service. */
    private List<OwnQuestions.Seen> plain(Dimension dimension) {
        return plain.computeIfAbsent(
                dimension,
                unseen -> Stream.of("", "service")
                        .map(name -> seen(PlainText.of(Ontology.say(sayings, unseen, name)), Mentions.NONE))
                        .toList());
    }

    /** Does now what the first text would have to wait for. */
    void prepare() {
        own.prepare();
    }

    /** How likely a stretch asks something, whatever it is about; 0 to 1. */
    double asks(String stretch) {
        return manner.asks(impressions.of(stretch).features());
    }

    /** How likely an utterance asks more than one thing, 0 to 1. */
    double asksSeveral(String utterance) {
        return manner.asksSeveral(impressions.of(utterance).features());
    }

    /** How likely a question that names nothing is about one thing that it does not name, rather than about anything; 0 to 1. */
    double meansOne(String question) {
        return manner.meansOne(impressions.of(question).features());
    }

    /** How likely a text is about one thing that it does not name, whatever else it names; 0 to 1. */
    double pointsAtOne(String text) {
        return manner.pointsAtOne(impressions.of(text).features());
    }

    /** How likely an utterance asks about each topic, whether or not it asks about others, too; 0 to 1. */
    Map<Topic.Known, Double> asksTogether(String utterance) {
        return together.in(impressions.of(utterance).features());
    }

    /** @param mentions what it names */
    List<Ranked> rank(String text, Mentions mentions) {
        var seen = seen(text, mentions);
        var probabilities = own.probabilities(seen);
        var none = 1
                - probabilities.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        var ranked = new ArrayList<Ranked>();
        seen.known().forEach((topic, probability) -> ranked.add(new Ranked(topic, none * probability)));
        probabilities.forEach((topic, probability) -> ranked.add(new Ranked(topic, probability)));
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return ranked;
    }

    /** What speaks for and against each of the scenario's own questions that may be asked. */
    Map<Topic.Authored, Traits> traitsOfOwn(String text, Mentions mentions) {
        return own.traits(seen(text, mentions));
    }

    private OwnQuestions.Seen seen(String text, Mentions mentions) {
        var impression = impressions.of(text);
        var opinions = impression.opinions();
        var largest = Arrays.stream(opinions).max().orElse(0);
        var sum = 0.0;
        for (var i = 0; i < opinions.length; i++) {
            opinions[i] = StrictMath.exp(opinions[i] - largest);
            sum += opinions[i];
        }
        var probabilities = new LinkedHashMap<Topic, Double>();
        for (var i = 0; i < opinions.length; i++) {
            probabilities.put(known.get(i), opinions[i] / sum);
        }
        return new OwnQuestions.Seen(text, mentions, impression.features(), probabilities, impression.nearest());
    }
}
