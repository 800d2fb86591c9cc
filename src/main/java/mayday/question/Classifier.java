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
    /** How much the regression's opinion weighs; 1 would take its probabilities as they are. */
    private static final double REGRESSION = 0.8;

    /** How many times likelier a topic is whose phrasings are more like the text by 1: e to the power of this. */
    private static final double LIKENESS = 10;

    private final SentenceEncoder encoder;
    private final Lessons lessons;
    private final List<Topic> own;
    private final List<SoftmaxRegression.Labelled> ownExamples;

    Classifier(SentenceEncoder encoder, Lessons lessons) {
        this(encoder, lessons, List.of());
    }

    /** @param own phrasings of topics that {@code lessons} do not have */
    Classifier(SentenceEncoder encoder, Lessons lessons, List<Example> own) {
        this.encoder = encoder;
        this.lessons = lessons;
        this.own = own.stream().map(Example::topic).distinct().toList();
        this.ownExamples = own.stream()
                .map(example -> new SoftmaxRegression.Labelled(
                        Features.of(example.phrasing(), encoder), this.own.indexOf(example.topic())))
                .toList();
    }

    /** A topic and how likely it is, 0 to 1. */
    record Ranked(Topic topic, double probability) {}

    /** A classifier that knows {@code more} beside all that this one knows. */
    Classifier with(List<Example> more) {
        return new Classifier(encoder, lessons, more);
    }

    List<Ranked> rank(String text) {
        var features = Features.of(text, encoder);
        var known = lessons.topics().size();
        var opinions = new double[known + own.size()];
        var probabilities = lessons.regression().probabilities(features);
        var likeness = lessons.neighbours().likeness(features, known);
        var ownLikeness = ownLikeness(features);
        for (var i = 0; i < opinions.length; i++) {
            opinions[i] = i < known
                    ? REGRESSION * StrictMath.log(probabilities[i] + 1e-12) + LIKENESS * likeness[i]
                    : LIKENESS * ownLikeness[i - known];
        }
        return ranked(opinions);
    }

    private float[] ownLikeness(Features text) {
        var nearest = new Neighbours.Nearest(own.size());
        ownExamples.forEach(example -> nearest.add(example.label(), Neighbours.alike(text, example.features())));
        return nearest.means();
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
            if (i < lessons.topics().size()) {
                sum += opinions[i];
            } else {
                likeliestOwn = Math.max(likeliestOwn, opinions[i]);
            }
        }
        // However many questions an author wrote, they do not make everything else less likely.
        sum += likeliestOwn;
        var ranked = new ArrayList<Ranked>();
        for (var i = 0; i < opinions.length; i++) {
            var known = lessons.topics().size();
            var topic = i < known ? lessons.topics().get(i) : own.get(i - known);
            ranked.add(new Ranked(topic, opinions[i] / sum));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return ranked;
    }
}
