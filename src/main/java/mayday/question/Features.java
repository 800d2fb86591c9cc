package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the classifier sees of a text: its sentence vector, and a hashed bag of stems, pairs of stems and character sequences. Nobody
 * changes the arrays.
 */
final class Features {
    static final int BUCKETS = 1 << 13;

    private static final int SEQUENCE = 4;
    private static final float STEM = 1.0f;
    private static final float PAIR = 0.8f;
    private static final float CHARACTERS = 0.3f;
    private static final List<String> ENDINGS =
            List.of("ations", "ation", "ings", "ing", "ies", "ed", "es", "ly", "s", "e");
    private static final int SHORTEST_STEM = 3;

    private final float[] dense;
    private final int[] buckets;
    private final float[] weights;

    private Features(float[] dense, int[] buckets, float[] weights) {
        this.dense = dense;
        this.buckets = buckets;
        this.weights = weights;
    }

    /** The sentence vector. */
    float[] dense() {
        return dense;
    }

    /** Numbers of the hash buckets that occur, each once, the smallest first, below {@link #BUCKETS}. */
    int[] buckets() {
        return buckets;
    }

    /** The weight of each bucket; together of length 1. */
    float[] weights() {
        return weights;
    }

    static Features of(String text, SentenceEncoder encoder) {
        var bag = bag(text);
        var buckets = new int[bag.size()];
        var weights = new float[bag.size()];
        var squares = 0.0;
        var i = 0;
        for (var entry : new java.util.TreeMap<>(bag).entrySet()) {
            buckets[i] = entry.getKey();
            weights[i] = entry.getValue();
            squares += weights[i] * weights[i];
            i++;
        }
        var length = (float) Math.sqrt(Math.max(squares, 1e-9));
        for (i = 0; i < weights.length; i++) {
            weights[i] /= length;
        }
        return new Features(encoder.encode(text), buckets, weights);
    }

    private static Map<Integer, Float> bag(String text) {
        var bag = new HashMap<Integer, Float>();
        var stems = new ArrayList<String>();
        for (var word : text.split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                stems.add(stem(word));
                addSequences(word, bag);
            }
        }
        for (var i = 0; i < stems.size(); i++) {
            add(bag, "w:" + stems.get(i), STEM);
            add(bag, "p:" + (i == 0 ? "^" : stems.get(i - 1)) + " " + stems.get(i), PAIR);
        }
        return bag;
    }

    private static void addSequences(String word, Map<Integer, Float> bag) {
        var fenced = "<" + word + ">";
        for (var i = 0; i + SEQUENCE <= fenced.length(); i++) {
            add(bag, "c:" + fenced.substring(i, i + SEQUENCE), CHARACTERS);
        }
    }

    private static void add(Map<Integer, Float> bag, String feature, float weight) {
        bag.merge(Math.floorMod(feature.hashCode() * 0x9E3779B9, BUCKETS), weight, Math::max);
    }

    /** {@code word} without its usual English endings: {@code deployments} and {@code deployed} meet at {@code deploy}. */
    static String stem(String word) {
        var stem = word;
        for (var ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        return stem.endsWith("ment") && stem.length() > 7 ? stem.substring(0, stem.length() - 4) : stem;
    }
}
