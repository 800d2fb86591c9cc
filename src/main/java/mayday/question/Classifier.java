package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private final List<Topic> known;
    private final List<Topic> own;
    private final List<SoftmaxRegression.Labelled> ownExamples;

    Classifier(SentenceEncoder encoder, Lessons lessons) {
        this(new Impressions(encoder, lessons), lessons.topics(), List.of());
    }

    /** @param own phrasings of topics that are not {@code known} to the lessons */
    private Classifier(Impressions impressions, List<Topic> known, List<Example> own) {
        this.impressions = impressions;
        this.known = known;
        this.own = own.stream().map(Example::topic).distinct().toList();
        this.ownExamples = own.stream()
                .map(example -> new SoftmaxRegression.Labelled(
                        impressions.features(example.phrasing()), this.own.indexOf(example.topic())))
                .toList();
    }

    /** A topic and how likely it is, 0 to 1. */
    record Ranked(Topic topic, double probability) {}

    /** A classifier that knows {@code more} beside all that this one knows from its lessons. */
    Classifier with(List<Example> more) {
        return new Classifier(impressions, known, more);
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
        for (var i = 0; i < ownExamples.size(); i++) {
            var example = ownExamples.get(i);
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
