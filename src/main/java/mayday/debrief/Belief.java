package mayday.debrief;

import java.util.LinkedHashMap;
import java.util.Map;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/**
 * How likely each candidate cause is to somebody who knows the candidates and draws every conclusion from the answers so far.
 *
 * @param shares by cause, in the scenario's order, each above 0, together 1
 */
public record Belief(Map<CauseId, Double> shares) {
    public Belief {
        shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** Before any answer: as often as the causes are drawn. */
    public static Belief before(Scenario scenario) {
        var weights = new LinkedHashMap<CauseId, Double>();
        scenario.causes().forEach(cause -> weights.put(cause.id(), cause.weight()));
        return normalised(weights);
    }

    public double of(CauseId cause) {
        return shares.getOrDefault(cause, 0.0);
    }

    /**
     * After an answer (Bayes' rule).
     *
     * @param likelihoods how likely the answer is under each cause, above 0
     */
    public Belief after(Map<CauseId, Double> likelihoods) {
        var posterior = new LinkedHashMap<CauseId, Double>();
        shares.forEach((cause, share) -> posterior.put(cause, share * likelihoods.getOrDefault(cause, 1.0)));
        return normalised(posterior);
    }

    /** What is not known yet, in bits (Shannon's entropy): 0 if one cause is certain, log2 n if n are equally likely. */
    public double bits() {
        var bits = 0.0;
        for (var share : shares.values()) {
            bits -= share * StrictMath.log(share) / StrictMath.log(2);
        }
        return Math.max(0, bits);
    }

    private static Belief normalised(Map<CauseId, Double> weights) {
        var sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var shares = new LinkedHashMap<CauseId, Double>();
        weights.forEach((cause, weight) -> shares.put(cause, Math.max(Double.MIN_NORMAL, weight / sum)));
        return new Belief(shares);
    }
}
