package mayday.debrief;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/**
 * How likely each candidate cause is to somebody who knows the candidates and draws every conclusion from the answers so far. Immutable:
 * shares by cause, in the scenario's order, each above 0, together 1.
 */
public final class Belief {
    private final List<CauseId> causes;
    private final double[] shares;
    private final double bits;

    private Belief(List<CauseId> causes, double[] shares) {
        this.causes = causes;
        this.shares = shares;
        this.bits = bits(shares);
    }

    /** Before any answer: as often as the causes are drawn. */
    public static Belief before(Scenario scenario) {
        var causes = scenario.causes();
        return normalised(
                causes.stream().map(Cause::id).toList(),
                cause -> causes.get(cause).weight());
    }

    public List<CauseId> causes() {
        return causes;
    }

    public double of(CauseId cause) {
        var at = causes.indexOf(cause);
        return at < 0 ? 0 : shares[at];
    }

    double share(int cause) {
        return shares[cause];
    }

    /** What is not known yet, in bits (Shannon's entropy): 0 if one cause is certain, log2 n if n are equally likely. */
    public double bits() {
        return bits;
    }

    /**
     * After an answer (Bayes' rule).
     *
     * @param factor by cause, how likely the answer is, above 0; any common factor does not matter
     */
    Belief after(IntToDoubleFunction factor) {
        return normalised(causes, cause -> shares[cause] * factor.applyAsDouble(cause));
    }

    private static Belief normalised(List<CauseId> causes, IntToDoubleFunction weight) {
        var shares = new double[causes.size()];
        for (var cause = 0; cause < shares.length; cause++) {
            shares[cause] = weight.applyAsDouble(cause);
        }
        normalise(shares);
        return new Belief(causes, shares);
    }

    /** Makes weights into shares, in place. */
    static void normalise(double[] weights) {
        var sum = 0.0;
        for (var weight : weights) {
            sum += weight;
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] = Math.max(Double.MIN_NORMAL, weights[i] / sum);
        }
    }

    /** The entropy of shares. */
    static double bits(double[] shares) {
        var nats = 0.0;
        for (var share : shares) {
            nats -= share * StrictMath.log(share);
        }
        return Math.max(0, nats / StrictMath.log(2));
    }
}
