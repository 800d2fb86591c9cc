package mayday.simulation;

/** Arithmetic on probabilities. */
final class Chance {
    private static final int MOST_FACTORS = 16;

    private Chance() {}

    /** A probability to the power of a number of calls, which is nearly always small and whole. */
    static double power(double base, double exponent) {
        if (base == 1 || exponent == 1) {
            return base;
        }
        if (exponent > MOST_FACTORS || exponent != (int) exponent) {
            // StrictMath.pow allocates.
            return base <= 0 ? 0 : StrictMath.exp(exponent * StrictMath.log(base));
        }
        var product = base;
        for (var factors = 1; factors < (int) exponent; factors++) {
            product *= base;
        }
        return product;
    }
}
