package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Logistic regression over {@link Features}: of one class among several, or of each class by itself. Trained by stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan
 * and Singer 2011). The same examples in the same order give the same weights. Immutable once trained.
 */
final class Regression {
    private static final int INPUTS = SentenceEncoder.DIMENSIONS + Features.BUCKETS + 1;
    private static final int BIAS = INPUTS - 1;

    /** Sentence vectors differ little in any one coordinate; scaled up they learn as fast as the words. */
    private static final float DENSE_SCALE = 3.0f;

    private static final float STEP = 0.15f;
    private static final float DECAY = 1e-4f;

    private final Kind kind;
    private final int classes;
    private final float[] weights;

    private Regression(Kind kind, int classes, float[] weights) {
        this.kind = kind;
        this.classes = classes;
        this.weights = weights;
    }

    /** Which classes an example may be of. */
    enum Kind {
        /** Of exactly one: the probabilities add up to 1. */
        ONE,
        /** Of any number of them, or none: each probability stands for itself. */
        ANY
    }

    /** An example: what is seen, and the numbers of its classes. */
    record Labelled(Features features, Set<Integer> labels) {
        Labelled {
            labels = Set.copyOf(labels);
        }

        Labelled(Features features, int label) {
            this(features, Set.of(label));
        }

        /** The number of its only class. */
        int label() {
            return labels.iterator().next();
        }
    }

    /** Learns to tell of which one of so many classes something is; each example is of one. */
    static Regression train(List<Labelled> examples, int classes, int epochs) {
        var fresh = new Regression(Kind.ONE, classes, new float[INPUTS * classes]);
        fresh.fit(examples, weights(examples, classes), epochs);
        return fresh;
    }

    /** Learns to tell of which of so many classes something is, if of any. */
    static Regression trainEach(List<Labelled> examples, int classes, int epochs) {
        var fresh = new Regression(Kind.ANY, classes, new float[INPUTS * classes]);
        var importance = new float[classes];
        Arrays.fill(importance, 1);
        fresh.fit(examples, importance, epochs);
        return fresh;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(kind == Kind.ANY ? 1 : 0);
        out.writeInt(classes);
        Floats.write(weights, out);
    }

    static Regression read(ByteBuffer in) {
        var kind = in.getInt() == 1 ? Kind.ANY : Kind.ONE;
        var classes = in.getInt();
        return new Regression(kind, classes, Floats.read(INPUTS * classes, in));
    }

    /** The probability of each class. */
    float[] probabilities(Features features) {
        var scores = new float[classes];
        addRow(scores, BIAS, 1);
        for (var i = 0; i < SentenceEncoder.DIMENSIONS; i++) {
            addRow(scores, i, features.dense()[i] * DENSE_SCALE);
        }
        for (var i = 0; i < features.buckets().length; i++) {
            addRow(scores, SentenceEncoder.DIMENSIONS + features.buckets()[i], features.weights()[i]);
        }
        return switch (kind) {
            case ONE -> normalised(scores);
            case ANY -> eachByItself(scores);
        };
    }

    private static float[] eachByItself(float[] scores) {
        for (var c = 0; c < scores.length; c++) {
            scores[c] = (float) (1 / (1 + StrictMath.exp(-scores[c])));
        }
        return scores;
    }

    private void addRow(float[] scores, int input, float value) {
        var row = input * classes;
        for (var c = 0; c < classes; c++) {
            scores[c] += weights[row + c] * value;
        }
    }

    private static float[] normalised(float[] scores) {
        var largest = Float.NEGATIVE_INFINITY;
        for (var score : scores) {
            largest = Math.max(largest, score);
        }
        var sum = 0.0;
        for (var c = 0; c < scores.length; c++) {
            scores[c] = (float) StrictMath.exp(scores[c] - largest);
            sum += scores[c];
        }
        for (var c = 0; c < scores.length; c++) {
            scores[c] = (float) (scores[c] / sum);
        }
        return scores;
    }

    /** How much an example of each class counts: one of a class with many phrasings less, or it would be thought likelier. */
    private static float[] weights(List<Labelled> examples, int classes) {
        var counts = new int[classes];
        examples.forEach(example -> example.labels().forEach(label -> counts[label]++));
        var weights = new float[classes];
        for (var c = 0; c < classes; c++) {
            weights[c] = (float) Math.sqrt(examples.size() / (double) classes / Math.max(1, counts[c]));
        }
        return weights;
    }

    private void fit(List<Labelled> examples, float[] importance, int epochs) {
        var order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        var random = new java.util.SplittableRandom(20_260_101);
        var sums = new float[weights.length];
        var squares = new float[weights.length];
        var slopes = new float[SentenceEncoder.DIMENSIONS * classes];
        var summed = epochs - epochs / 2;
        for (var epoch = 0; epoch < epochs; epoch++) {
            for (var i = order.length - 1; i > 0; i--) {
                var j = random.nextInt(i + 1);
                var swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (var i : order) {
                step(examples.get(i), importance, slopes, squares);
            }
            if (epoch >= epochs / 2) {
                add(weights, sums);
            }
        }
        // The mean over the later epochs is steadier than where the last step happened to lead.
        for (var i = 0; i < weights.length; i++) {
            weights[i] = sums[i] / summed;
        }
    }

    private static void add(float[] values, float[] sums) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    private void step(Labelled example, float[] importance, float[] slopes, float[] squares) {
        var features = example.features();
        var error = probabilities(features);
        var counts = 0f;
        for (var label : example.labels()) {
            error[label] -= 1;
            counts = Math.max(counts, importance[label]);
        }
        for (var c = 0; c < error.length; c++) {
            error[c] *= example.labels().isEmpty() ? 1 : counts;
        }
        spread(1, error, slopes, 0);
        descend(BIAS * classes, slopes, classes, squares);
        for (var i = 0; i < SentenceEncoder.DIMENSIONS; i++) {
            spread(features.dense()[i] * DENSE_SCALE, error, slopes, i * classes);
        }
        descend(0, slopes, SentenceEncoder.DIMENSIONS * classes, squares);
        for (var i = 0; i < features.buckets().length; i++) {
            spread(features.weights()[i], error, slopes, 0);
            descend((SentenceEncoder.DIMENSIONS + features.buckets()[i]) * classes, slopes, classes, squares);
        }
    }

    /** The slope of the loss along each weight of one input. */
    private static void spread(float value, float[] error, float[] slopes, int at) {
        for (var c = 0; c < error.length; c++) {
            slopes[at + c] = value * error[c];
        }
    }

    /**
     * One step down for {@code count} weights in a row; a long row at once is what processors are quick at.
     *
     * @param squares the sum of each weight's squared gradients, from which its steps get their size
     */
    private void descend(int first, float[] slopes, int count, float[] squares) {
        for (var i = 0; i < count; i++) {
            var gradient = slopes[i] + DECAY * weights[first + i];
            var square = squares[first + i] + gradient * gradient;
            squares[first + i] = square;
            weights[first + i] -= STEP * gradient / (float) Math.sqrt(square + 1e-6f);
        }
    }
}
