package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells what a text is about: every topic with its probability, the likeliest first. Safe for use by several threads.
 *
 * <p>Two opinions are multiplied: the regression's, which knows what words and meanings speak for a topic, and the nearest phrasings',
 * which knows what has been said before. Of a scenario's own questions only the phrasings are known, so that nothing has to be trained
 * when a scenario is loaded.
 */
final class Classifier {
    /** How many times likelier a topic is whose phrasings are more like the text by 1: e to the power of this. */
    static final double LIKENESS = 10;

    private final Impressions impressions;
    private final AskedOrTold manner;
    private final AskedTogether together;
    private final List<Topic> known;
    private final List<Topic> own;
    private final OnDemand<List<Regression.Labelled>> ownExamples;

    Classifier(SentenceEncoder encoder, Lessons lessons, AskedOrTold manner, AskedTogether together) {
        this(
                new Impressions(encoder, lessons),
                manner,
                together,
                lessons.topics(),
                List.of(),
                new OnDemand<>(List::of));
    }

    /**
     * @param own topics that are not {@code known} to the lessons
     * @param ownExamples what is said of them
     */
    private Classifier(
            Impressions impressions,
            AskedOrTold manner,
            AskedTogether together,
            List<Topic> known,
            List<Topic> own,
            OnDemand<List<Regression.Labelled>> ownExamples) {
        this.impressions = impressions;
        this.manner = manner;
        this.together = together;
        this.known = known;
        this.own = own;
        this.ownExamples = ownExamples;
    }

    /** A topic and how likely it is, 0 to 1. */
    record Ranked(Topic topic, double probability) {}

    /**
     * A classifier that knows {@code more} topics beside all that this one knows from its lessons.
     *
     * @param phrasings of these topics; asked for when the first text is classified, since to embed them takes a millisecond each
     */
    Classifier with(List<Topic> more, Supplier<List<Example>> phrasings) {
        return new Classifier(
                impressions,
                manner,
                together,
                known,
                List.copyOf(more),
                new OnDemand<>(() -> phrasings.get().stream()
                        .map(example -> new Regression.Labelled(
                                impressions.features(example.phrasing()), more.indexOf(example.topic())))
                        .toList()));
    }

    /** Does now what the first text would have to wait for. */
    void prepare() {
        ownExamples.get();
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

    /** How likely an utterance asks about each topic, whether or not it asks about others, too; 0 to 1. */
    Map<Topic.Known, Double> asksTogether(String utterance) {
        return together.in(impressions.of(utterance).features());
    }

    List<Ranked> rank(String text) {
        var impression = impressions.of(text);
        var opinions = impression.opinions(own.size());
        var likeness = ownLikeness(impression.features());
        for (var i = 0; i < likeness.length; i++) {
            opinions[known.size() + i] = LIKENESS * likeness[i];
        }
        return ranked(opinions);
    }

    private float[] ownLikeness(Features text) {
        var nearest = new Nearest(own.size(), Neighbours.NEAREST);
        var examples = ownExamples.get();
        for (var i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            nearest.add(example.label(), Neighbours.alike(text, example.features()), i);
        }
        return nearest.means(Neighbours.NEAREST);
    }

    private List<Ranked> ranked(double[] opinions) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var opinion : opinions) {
            largest = Math.max(largest, opinion);
        }
        var sum = 0.0;
        var likeliestOwn = 0.0;
        for (var i = 0; i < opinions.length; i++) {
            opinions[i] = StrictMath.exp(opinions[i] - largest);
            if (i < known.size()) {
                sum += opinions[i];
            } else {
                likeliestOwn = Math.max(likeliestOwn, opinions[i]);
            }
        }
        // However many questions an author wrote, they do not make everything else less likely.
        sum += likeliestOwn;
        var ranked = new ArrayList<Ranked>();
        for (var i = 0; i < opinions.length; i++) {
            var topic = i < known.size() ? known.get(i) : own.get(i - known.size());
            ranked.add(new Ranked(topic, opinions[i] / sum));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return ranked;
    }
}
