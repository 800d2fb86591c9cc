package mayday.simulation;

/**
 * The distribution of a time of which mean and standard deviation are known.
 *
 * <p>For time-outs: a fixed part plus an exponential part with the given deviation. That is exact for a single M/M/1 node and for a
 * service without queue, and gives in closed form what is left when a time-out cuts it. For percentiles of what has a long tail,
 * such as a few slow calls among many: a lognormal distribution of the same mean and deviation.
 */
final class Tail {

    /** Below exp(-20), two in a thousand million, nobody is late. */
    private static final double NEGLIGIBLE = 20;

    private Tail() {}

    /** The probability of taking longer than {@code limit}. */
    static double beyond(double limit, double mean, double deviation) {
        var rest = limit - (mean - deviation);
        if (rest > NEGLIGIBLE * deviation) {
            return 0;
        }
        return rest <= 0 ? 1 : StrictMath.exp(-rest / deviation);
    }

    /** The mean when what takes longer than {@code limit} is cut there; {@code beyond} is the share of it. */
    static double meanCut(double limit, double mean, double deviation, double beyond) {
        return beyond == 1 ? limit : mean - deviation * beyond;
    }

    /** The variance when what takes longer than {@code limit} is cut there; {@code beyond} is the share of it. */
    static double varianceCut(double limit, double mean, double deviation, double beyond) {
        if (beyond == 0 || beyond == 1) {
            return beyond == 0 ? deviation * deviation : 0;
        }
        var rest = limit - (mean - deviation);
        var cut = 1 - beyond;
        return Math.max(0, deviation * deviation * (2 * cut - cut * cut) - 2 * deviation * rest * beyond);
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
