package mayday.question;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * A conditional logit over named numbers, stored as a file that can be read and reviewed.
 *
 * @param bias what speaks for everything
 * @param weights by trait, how much its number speaks for what is judged
 */
record Weights(double bias, Map<String, Double> weights) {
    Weights {
        weights = Map.copyOf(weights);
    }

    /** Those of a file of the ontology. */
    static Weights load(String file) {
        return Ontology.read(file, new TypeReference<Weights>() {});
    }

    /**
     * How likely each of several is the one, or else none of them is, each 0 to 1: none has the odds 1 (McFadden
     * 1974).
     */
    double[] probabilities(List<Traits> alternatives) {
        var odds = alternatives.stream().mapToDouble(this::odds).toArray();
        var largest = Math.max(0, Arrays.stream(odds).max().orElse(0));
        var sum = StrictMath.exp(-largest);
        for (var i = 0; i < odds.length; i++) {
            odds[i] = StrictMath.exp(odds[i] - largest);
            sum += odds[i];
        }
        for (var i = 0; i < odds.length; i++) {
            odds[i] /= sum;
        }
        return odds;
    }

    /** The logarithm of the odds. */
    private double odds(Traits traits) {
        var sum = bias;
        for (var trait : traits.values().entrySet()) {
            sum += weights.getOrDefault(trait.getKey(), 0.0) * trait.getValue();
        }
        return sum;
    }
}
