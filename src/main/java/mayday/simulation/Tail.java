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
    static final double NEGLIGIBLE = 20;

    private static final int CELLS = 32;
    private static final double THIRD = 1 / 3.0;

    /** exp(-x) in steps of 1/{@value #CELLS} of x, between which a short series is enough (to 3e-10). */
    private static final double[] DECAY = new double[(int) (NEGLIGIBLE * CELLS) + 1];

    static {
        for (var cell = 0; cell < DECAY.length; cell++) {
            DECAY[cell] = StrictMath.exp(-cell / (double) CELLS);
        }
    }

    private Tail() {}

    /** The probability of taking longer than {@code limit}. */
    static double beyond(double limit, double mean, double deviation) {
        var rest = limit - (mean - deviation);
        if (rest <= 0) {
            return 1;
        }
        return rest >= NEGLIGIBLE * deviation ? 0 : decay(rest / deviation);
    }

    /** exp(-x) for x from 0 to {@link #NEGLIGIBLE}: a time-out is looked at for every edge in every step. */
    static double decay(double x) {
        var cell = (int) (x * CELLS);
        var rest = x - cell / (double) CELLS;
        return DECAY[cell] * (1 - rest * (1 - rest / 2 * (1 - rest * THIRD * (1 - rest / 4))));
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

    /** The share of requests that stays within a time: the inverse of {@link #quantile}. */
    static double within(double time, double mean, double deviation) {
        if (time <= 0 || mean <= 0 || deviation <= 0) {
            return time >= mean ? 1 : 0;
        }
        var variation = deviation / mean;
        var spread = StrictMath.log(1 + variation * variation);
        return normalShare((StrictMath.log(time / mean) + spread / 2) / Math.sqrt(spread));
    }

    /** The standard normal distribution to 7.5e-8 (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.2.17). */
    private static double normalShare(double x) {
        var t = 1 / (1 + 0.2316419 * Math.abs(x));
        var polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        var above = StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI) * polynomial;
        return x >= 0 ? 1 - above : above;
    }
}
