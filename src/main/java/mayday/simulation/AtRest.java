package mayday.simulation;

import java.util.Arrays;

/**
 * What a system was like when it was last found at rest (see {@link Calm}), and whether it still is: rest lasts while probabilities and
 * times stay near to what they were. The noise of the demand moves them a little; what moves further has to be stepped through.
 */
final class AtRest {

    /** It is not. */
    static final AtRest NOT = new AtRest(new double[0], new double[0], new double[0], new double[0], new double[0]);

    /** How far is near: a probability may change by so much, and by this share of itself or of what is left to 1. */
    private static final double SMALL = 1e-3;

    private static final double BAND = 0.2;

    private final double[] succeeds;
    private final double[] refused;
    private final double[] callFails;
    private final double[] paused;
    private final double[] answerMean;

    private AtRest(double[] succeeds, double[] refused, double[] callFails, double[] paused, double[] answerMean) {
        this.succeeds = succeeds;
        this.refused = refused;
        this.callFails = callFails;
        this.paused = paused;
        this.answerMean = answerMean;
    }

    static AtRest as(ModelState state) {
        return new AtRest(
                state.succeeds.clone(),
                state.refused.clone(),
                state.callFails.clone(),
                state.paused.clone(),
                state.answerMean.clone());
    }

    /** Whether it is at rest at all. */
    boolean holds() {
        return succeeds.length > 0;
    }

    boolean isAs(AtRest other) {
        return this == other
                || (Arrays.equals(succeeds, other.succeeds)
                        && Arrays.equals(refused, other.refused)
                        && Arrays.equals(callFails, other.callFails)
                        && Arrays.equals(paused, other.paused)
                        && Arrays.equals(answerMean, other.answerMean));
    }

    /** @param groups groups of replicas that there are */
    boolean includes(ModelState state, int groups) {
        return isNear(succeeds, state.succeeds, groups)
                && isNear(refused, state.refused, groups)
                && isNear(callFails, state.callFails, callFails.length)
                && isNear(paused, state.paused, paused.length)
                && takesAsLong(state.answerMean, groups);
    }

    private static boolean isNear(double[] rest, double[] now, int count) {
        for (var i = 0; i < count; i++) {
            if (Math.abs(rest[i] - now[i]) > SMALL + BAND * Math.min(rest[i], 1 - rest[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean takesAsLong(double[] now, int groups) {
        for (var g = 0; g < groups; g++) {
            if (Math.abs(answerMean[g] - now[g]) > BAND * answerMean[g]) {
                return false;
            }
        }
        return true;
    }
}
