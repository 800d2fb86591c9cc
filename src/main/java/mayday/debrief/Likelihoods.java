package mayday.debrief;

import java.util.function.IntToDoubleFunction;

/** How likely an answer is under each candidate cause, in the scenario's order; each above 0, at most 1. Immutable. */
final class Likelihoods {
    private final double[] byCause;

    private Likelihoods(double[] byCause) {
        this.byCause = byCause;
    }

    static Likelihoods of(int causes, IntToDoubleFunction likelihood) {
        var byCause = new double[causes];
        for (var cause = 0; cause < causes; cause++) {
            byCause[cause] = likelihood.applyAsDouble(cause);
        }
        return new Likelihoods(byCause);
    }

    double of(int cause) {
        return byCause[cause];
    }

    int causes() {
        return byCause.length;
    }

    /** Of two looks at the same thing the one that speaks louder counts, cause by cause. */
    Likelihoods sharper(Likelihoods other) {
        return of(byCause.length, cause -> Math.min(byCause[cause], other.byCause[cause]));
    }
}
