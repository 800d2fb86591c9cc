package mayday.simulation;

/**
 * The distribution of a time of which mean and variance are known.
 *
 * <p>For time-outs: a fixed part plus an exponential part with the given variance, which is exact for a single M/M/1 node and for a
 * service without queue, and under a cut by a time-out gives the mean and variance in closed form. For percentiles of what has a
 * long tail, such as a few slow calls among many: a lognormal distribution of the same mean and variance.
 */
final class Tail {

    /** Below exp(-30), 1e-13, nobody is late. */
    private static final double NEGLIGIBLE = 30;

    private Tail() {}

    /** The probability of taking longer than {@code limit}. */
    static double beyond(double limit, double mean, double variance) {
        var deviation = Math.sqrt(variance);
        var rest = limit - (mean - deviation);
        if (rest <= 0) {
            return 1;
        }
        return rest > NEGLIGIBLE * deviation ? 0 : StrictMath.exp(-rest / deviation);
    }

    /** The mean when what takes longer than {@code limit} is cut there; {@code beyond} is {@link #beyond}. */
    static double meanCut(double limit, double mean, double variance, double beyond) {
        return beyond >= 1 ? limit : mean - Math.sqrt(variance) * beyond;
    }

    /** The variance when what takes longer than {@code limit} is cut there. */
    static double varianceCut(double limit, double mean, double variance, double beyond) {
        if (beyond == 0 || beyond == 1) {
            return beyond == 0 ? variance : 0;
        }
        var deviation = Math.sqrt(variance);
        var rest = limit - (mean - deviation);
        var cut = 1 - beyond;
        return Math.max(0, variance * (2 * cut - cut * cut) - 2 * deviation * rest * beyond);
    }

    /**
     * The time that a share of requests stays within.
     *
     * @param normal the same share's quantile of the standard normal distribution
     */
    static double quantile(double mean, double deviation, double normal) {
        if (mean <= 0) {
            return 0;
        }
        var variation = deviation / mean;
        var spread = StrictMath.log(1 + variation * variation);
        return mean * StrictMath.exp(normal * Math.sqrt(spread) - spread / 2);
    }
}
