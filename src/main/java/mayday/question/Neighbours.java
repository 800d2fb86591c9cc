package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The phrasings that were learnt, so that a text can be compared with each of them. A topic is as like a text as the {@value #NEAREST}
 * of its phrasings that are most like it, on average: by their sentence vectors, and by the words that they share.
 *
 * <p>All are compared roughly ({@link Outlines}); of each topic that may be the one, the {@value #CANDIDATES} that seem most like the text
 * are compared with it whole. A byte holds a coordinate. Immutable.
 */
final class Neighbours {
    /** So many of a topic's phrasings count. */
    static final int NEAREST = 3;

    /** So many of a topic's phrasings are compared whole: enough for all but four of 5,976 texts ({@code docs/performance.md}). */
    private static final int CANDIDATES = 20;

    /** A topic whose logarithm is so far below the likeliest one's does not become likely by a closer look. */
    private static final double OUT_OF_REACH = 14;

    /** How much shared words count, sentence vectors the rest; together 1. */
    private static final float WORDS = 0.3f;

    private final byte[] labels;

    /** The sentence vector of one phrasing after the other, each coordinate in units of {@code units}. */
    private final byte[] dense;

    private final float[] units;
    private final Outlines outlines;

    /** Where each bucket's occurrences begin in {@code phrasings}; one more at the end. */
    private final int[] starts;

    /** By bucket, the phrasings that have it. */
    private final char[] phrasings;

    /** How much of each, in units of 1/255. */
    private final byte[] weights;

    private Neighbours(
            byte[] labels,
            byte[] dense,
            float[] units,
            Outlines outlines,
            int[] starts,
            char[] phrasings,
            byte[] weights) {
        this.labels = labels;
        this.dense = dense;
        this.units = units;
        this.outlines = outlines;
        this.starts = starts;
        this.phrasings = phrasings;
        this.weights = weights;
    }

    /** How many phrasings there are. */
    int size() {
        return labels.length;
    }

    /** @param examples at most 65,535 of them, of at most 127 topics */
    static Neighbours of(List<Regression.Labelled> examples) {
        var size = examples.size();
        if (size > Character.MAX_VALUE) {
            throw new IllegalArgumentException("more phrasings than can be counted: " + size);
        }
        var labels = new byte[size];
        var dense = new byte[SentenceEncoder.DIMENSIONS * size];
        var units = new float[SentenceEncoder.DIMENSIONS];
        for (var i = 0; i < size; i++) {
            labels[i] = (byte) examples.get(i).label();
        }
        for (var d = 0; d < units.length; d++) {
            for (var example : examples) {
                units[d] = Math.max(units[d], Math.abs(example.features().dense()[d]) / Byte.MAX_VALUE);
            }
            for (var i = 0; i < size && units[d] > 0; i++) {
                dense[i * units.length + d] =
                        (byte) Math.round(examples.get(i).features().dense()[d] / units[d]);
            }
        }
        var outlines = Outlines.of(
                examples.stream().map(example -> example.features().dense()).toList());
        return inverted(examples, labels, dense, units, outlines);
    }

    private static Neighbours inverted(
            List<Regression.Labelled> examples, byte[] labels, byte[] dense, float[] units, Outlines outlines) {
        var starts = new int[Features.BUCKETS + 1];
        for (var example : examples) {
            for (var bucket : example.features().buckets()) {
                starts[bucket + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var phrasings = new char[starts[Features.BUCKETS]];
        var weights = new byte[phrasings.length];
        var next = Arrays.copyOf(starts, Features.BUCKETS);
        for (var i = 0; i < examples.size(); i++) {
            var features = examples.get(i).features();
            for (var j = 0; j < features.buckets().length; j++) {
                var at = next[features.buckets()[j]]++;
                phrasings[at] = (char) i;
                weights[at] = (byte) Math.round(features.weights()[j] * 255);
            }
        }
        return new Neighbours(labels, dense, units, outlines, starts, phrasings, weights);
    }

    /**
     * How like each topic is, up to 1.
     *
     * @param opinions what else speaks for each topic, in the logarithm; what cannot be likely is only compared roughly
     * @param weight how much likeness adds to such an opinion
     */
    float[] likeness(Features text, double[] opinions, double weight) {
        var shared = shared(text);
        var seeming = shared.clone();
        outlines.add(seeming, text.dense(), 1 - WORDS);
        var candidates = new Nearest(opinions.length, CANDIDATES);
        for (var i = 0; i < seeming.length; i++) {
            candidates.add(labels[i], seeming[i], i);
        }
        var likeness = candidates.means(NEAREST);
        var best = Double.NEGATIVE_INFINITY;
        for (var topic = 0; topic < likeness.length; topic++) {
            best = Math.max(best, opinions[topic] + weight * likeness[topic]);
        }
        var scaled = new float[units.length];
        for (var d = 0; d < units.length; d++) {
            scaled[d] = (1 - WORDS) * text.dense()[d] * units[d];
        }
        var nearest = new Nearest(opinions.length, NEAREST);
        for (var topic = 0; topic < likeness.length; topic++) {
            if (opinions[topic] + weight * likeness[topic] >= best - OUT_OF_REACH) {
                for (var i : candidates.numbers(topic)) {
                    nearest.add(topic, shared[i] + meaning(scaled, i), i);
                }
                likeness[topic] = nearest.mean(topic, NEAREST);
            }
        }
        return likeness;
    }

    /** How like a phrasing's vector is; four sums at once are what a processor is quick at. */
    private float meaning(float[] scaled, int phrasing) {
        var from = phrasing * scaled.length;
        var first = 0f;
        var second = 0f;
        var third = 0f;
        var fourth = 0f;
        for (var d = 0; d < scaled.length; d += 4) {
            first += scaled[d] * dense[from + d];
            second += scaled[d + 1] * dense[from + d + 1];
            third += scaled[d + 2] * dense[from + d + 2];
            fourth += scaled[d + 3] * dense[from + d + 3];
        }
        return first + second + (third + fourth);
    }

    /** How like two texts are, up to 1. */
    static float alike(Features one, Features other) {
        var shared = 0f;
        for (int i = 0, j = 0; i < one.buckets().length && j < other.buckets().length; ) {
            var difference = one.buckets()[i] - other.buckets()[j];
            if (difference == 0) {
                shared += one.weights()[i] * other.weights()[j];
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return (1 - WORDS) * alikeInMeaning(one, other) + WORDS * shared;
    }

    /** How like their sentence vectors are, up to 1. */
    static float alikeInMeaning(Features one, Features other) {
        var sum = 0f;
        for (var d = 0; d < SentenceEncoder.DIMENSIONS; d++) {
            sum += one.dense()[d] * other.dense()[d];
        }
        return sum;
    }

    /** How much of its words each phrasing shares with a text. */
    private float[] shared(Features text) {
        var shared = new float[labels.length];
        for (var i = 0; i < text.buckets().length; i++) {
            var bucket = text.buckets()[i];
            var weight = WORDS * text.weights()[i] / 255;
            for (var at = starts[bucket]; at < starts[bucket + 1]; at++) {
                shared[phrasings[at]] += weight * (weights[at] & 0xff);
            }
        }
        return shared;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(labels.length);
        out.write(labels);
        out.write(dense);
        Floats.write(units, out);
        outlines.write(out);
        for (var start : starts) {
            out.writeInt(start);
        }
        for (var phrasing : phrasings) {
            out.writeChar(phrasing);
        }
        out.write(weights);
    }

    static Neighbours read(ByteBuffer in) {
        var labels = bytes(in.getInt(), in);
        var dense = bytes(labels.length * SentenceEncoder.DIMENSIONS, in);
        var units = Floats.read(SentenceEncoder.DIMENSIONS, in);
        var outlines = Outlines.read(labels.length, in);
        var starts = new int[Features.BUCKETS + 1];
        Arrays.setAll(starts, _ -> in.getInt());
        var phrasings = new char[starts[Features.BUCKETS]];
        for (var i = 0; i < phrasings.length; i++) {
            phrasings[i] = in.getChar();
        }
        return new Neighbours(labels, dense, units, outlines, starts, phrasings, bytes(phrasings.length, in));
    }

    private static byte[] bytes(int length, ByteBuffer in) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
