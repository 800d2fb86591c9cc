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
 * <p>A byte holds a coordinate of a sentence vector, and all phrasings' first coordinates lie together, then all second ones: in this
 * order a processor compares a text with thousands of phrasings in less than a millisecond. Immutable.
 */
final class Neighbours {
    /** So many of a topic's phrasings count. */
    static final int NEAREST = 3;

    /** How much shared words count, sentence vectors the rest; together 1. */
    private static final float WORDS = 0.3f;

    private final byte[] labels;

    /** For each dimension of the sentence vectors, that coordinate of every phrasing, in units of {@code units}. */
    private final byte[] dense;

    private final float[] units;

    /** Where each bucket's occurrences begin in {@code phrasings}; one more at the end. */
    private final int[] starts;

    /** By bucket, the phrasings that have it. */
    private final short[] phrasings;

    /** How much of each, in units of 1/255. */
    private final byte[] weights;

    private Neighbours(byte[] labels, byte[] dense, float[] units, int[] starts, short[] phrasings, byte[] weights) {
        this.labels = labels;
        this.dense = dense;
        this.units = units;
        this.starts = starts;
        this.phrasings = phrasings;
        this.weights = weights;
    }

    /** How many phrasings there are. */
    int size() {
        return labels.length;
    }

    /** @param examples at most 32,767 of them, of at most 127 topics */
    static Neighbours of(List<SoftmaxRegression.Labelled> examples) {
        var size = examples.size();
        if (size > Short.MAX_VALUE) {
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
                dense[d * size + i] =
                        (byte) Math.round(examples.get(i).features().dense()[d] / units[d]);
            }
        }
        return inverted(examples, labels, dense, units);
    }

    private static Neighbours inverted(
            List<SoftmaxRegression.Labelled> examples, byte[] labels, byte[] dense, float[] units) {
        var starts = new int[Features.BUCKETS + 1];
        for (var example : examples) {
            for (var bucket : example.features().buckets()) {
                starts[bucket + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var phrasings = new short[starts[Features.BUCKETS]];
        var weights = new byte[phrasings.length];
        var next = Arrays.copyOf(starts, Features.BUCKETS);
        for (var i = 0; i < examples.size(); i++) {
            var features = examples.get(i).features();
            for (var j = 0; j < features.buckets().length; j++) {
                var at = next[features.buckets()[j]]++;
                phrasings[at] = (short) i;
                weights[at] = (byte) Math.round(features.weights()[j] * 255);
            }
        }
        return new Neighbours(labels, dense, units, starts, phrasings, weights);
    }

    /**
     * How like each topic is, up to 1.
     *
     * @param topics how many topics there are
     */
    float[] likeness(Features text, int topics) {
        var nearest = new Nearest(topics);
        var alike = alike(text);
        for (var i = 0; i < alike.length; i++) {
            nearest.add(labels[i], alike[i]);
        }
        return nearest.means();
    }

    /** How like two texts are, up to 1. */
    static float alike(Features one, Features other) {
        var sum = 0f;
        for (var d = 0; d < SentenceEncoder.DIMENSIONS; d++) {
            sum += one.dense()[d] * other.dense()[d];
        }
        var shared = 0f;
        for (int i = 0, j = 0; i < one.buckets().length && j < other.buckets().length; ) {
            var difference = one.buckets()[i] - other.buckets()[j];
            if (difference == 0) {
                shared += one.weights()[i] * other.weights()[j];
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return (1 - WORDS) * sum + WORDS * shared;
    }

    private float[] alike(Features text) {
        var size = labels.length;
        var alike = new float[size];
        for (var d = 0; d < units.length; d++) {
            addColumn(alike, dense, d * size, (1 - WORDS) * text.dense()[d] * units[d]);
        }
        for (var i = 0; i < text.buckets().length; i++) {
            var bucket = text.buckets()[i];
            var weight = WORDS * text.weights()[i] / 255;
            for (var at = starts[bucket]; at < starts[bucket + 1]; at++) {
                alike[phrasings[at]] += weight * (weights[at] & 0xff);
            }
        }
        return alike;
    }

    private static void addColumn(float[] sums, byte[] column, int from, float factor) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += factor * column[from + i];
        }
    }

    /** The largest few of the figures of each topic. */
    static final class Nearest {
        private final float[] largest;

        Nearest(int topics) {
            largest = new float[topics * NEAREST];
            Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        }

        void add(int topic, float figure) {
            var first = topic * NEAREST;
            var at = first + NEAREST - 1;
            if (figure <= largest[at]) {
                return;
            }
            while (at > first && largest[at - 1] < figure) {
                largest[at] = largest[at - 1];
                at--;
            }
            largest[at] = figure;
        }

        /** Of each topic the mean of the largest; of as many as there are. */
        float[] means() {
            var means = new float[largest.length / NEAREST];
            for (var topic = 0; topic < means.length; topic++) {
                var sum = 0f;
                var count = 0;
                for (var i = topic * NEAREST; i < (topic + 1) * NEAREST; i++) {
                    if (largest[i] > Float.NEGATIVE_INFINITY) {
                        sum += largest[i];
                        count++;
                    }
                }
                means[topic] = count == 0 ? -1 : sum / count;
            }
            return means;
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(labels.length);
        out.write(labels);
        out.write(dense);
        Floats.write(units, out);
        for (var start : starts) {
            out.writeInt(start);
        }
        for (var phrasing : phrasings) {
            out.writeShort(phrasing);
        }
        out.write(weights);
    }

    static Neighbours read(ByteBuffer in) {
        var labels = bytes(in.getInt(), in);
        var dense = bytes(labels.length * SentenceEncoder.DIMENSIONS, in);
        var units = Floats.read(SentenceEncoder.DIMENSIONS, in);
        var starts = new int[Features.BUCKETS + 1];
        Arrays.setAll(starts, _ -> in.getInt());
        var phrasings = new short[starts[Features.BUCKETS]];
        for (var i = 0; i < phrasings.length; i++) {
            phrasings[i] = in.getShort();
        }
        return new Neighbours(labels, dense, units, starts, phrasings, bytes(phrasings.length, in));
    }

    private static byte[] bytes(int length, ByteBuffer in) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
