package mayday.simulation;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The probability that a request has to wait in an M/M/c queue (Erlang C).
 *
 * <p>Up to {@link #MOST_EXACT_SERVERS} servers it is the exact formula, by the Erlang B recurrence {@code B(k) = a B(k-1) / (k + a
 * B(k-1))}, {@code C = B / (1 - rho (1 - B))} (Cooper, Introduction to Queueing Theory, 1981, section 3.4), kept in tables and
 * interpolated linearly. Above, it is the limit of Halfin and Whitt (Heavy-traffic limits for queues with many exponential servers,
 * Operations Research 29, 1981): {@code C = 1 / (1 + b Phi(b) / phi(b))} with {@code b = (1 - rho) sqrt(c)}.
 */
final class ErlangC {
    static final int MOST_EXACT_SERVERS = 256;

    private static final int CELLS = 1024;

    /** A table is a pure function of its number of servers: which thread fills a slot first makes no difference. */
    private static final AtomicReferenceArray<double[]> TABLES = new AtomicReferenceArray<>(MOST_EXACT_SERVERS + 1);

    /** Beyond this distance from saturation, in standard deviations, nobody waits (C below 1e-8). */
    private static final double MOST_SLACK = 6;

    private static final double[] LIMIT = limit();

    private ErlangC() {}

    /**
     * The probability of waiting.
     *
     * @param servers at least 1
     * @param utilisation arrivals over capacity, 0 to below 1
     */
    static double waitProbability(int servers, double utilisation) {
        if (servers > MOST_EXACT_SERVERS) {
            var slack = (1 - utilisation) * Math.sqrt(servers);
            return slack >= MOST_SLACK ? 0 : interpolate(LIMIT, slack / MOST_SLACK);
        }
        var table = TABLES.get(servers);
        if (table == null) {
            table = table(servers);
            TABLES.set(servers, table);
        }
        return interpolate(table, utilisation);
    }

    /** Erlang C by the recurrence, without a table. */
    static double exact(int servers, double utilisation) {
        var load = servers * utilisation;
        var blocked = 1.0;
        for (var k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked / (1 - utilisation * (1 - blocked));
    }

    private static double interpolate(double[] table, double where) {
        var position = where * CELLS;
        var cell = (int) position;
        var below = table[cell];
        return below + (table[cell + 1] - below) * (position - cell);
    }

    private static double[] table(int servers) {
        var table = new double[CELLS + 1];
        for (var cell = 0; cell < CELLS; cell++) {
            table[cell] = exact(servers, cell / (double) CELLS);
        }
        table[CELLS] = 1;
        return table;
    }

    private static double[] limit() {
        var table = new double[CELLS + 1];
        for (var cell = 0; cell <= CELLS; cell++) {
            var slack = MOST_SLACK * cell / CELLS;
            table[cell] = 1 / (1 + slack * cumulativeOverDensity(slack));
        }
        return table;
    }

    /** Phi(x) / phi(x) of the normal distribution, by the series Phi = 1/2 + phi (x + x^3/3 + x^5/15 + ...). */
    private static double cumulativeOverDensity(double x) {
        var term = x;
        var sum = x;
        for (var odd = 3; term > sum * 1e-17 && term > 0; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return StrictMath.sqrt(StrictMath.PI / 2) * StrictMath.exp(x * x / 2) + sum;
    }
}
