package mayday.simulation;

/**
 * What becomes of a look-up at a resolver's node, as a stub resolver with the defaults of resolv.conf(5) does it: a query that is not
 * answered within {@value #TIMEOUT} seconds, or is answered with a failure, is sent to the next resolver, and then the look-up fails.
 */
final class Resolvers {
    private static final double TIMEOUT = 5;

    private final int[] nodes;

    private final int nodeCount;

    Resolvers(int[] nodes, int nodeCount) {
        this.nodes = nodes;
        this.nodeCount = nodeCount;
    }

    /** How queries fare in this step. */
    void answer(ModelState now, Parameters parameters, Flows flows) {
        for (var n : nodes) {
            var odd = now.oddShare[n];
            var late = late(n, now);
            var cut = cut(n, late, now);
            if (odd > 0) {
                var oddLate = late(nodeCount + n, now);
                cut += odd * (cut(nodeCount + n, oddLate, now) - cut);
                late += odd * (oddLate - late);
            }
            var heard = (1 - parameters.queryLoss[n]) * (1 - parameters.queryLoss[n]);
            var silent = 1 - heard * (1 - now.refused[n]) * (1 - late);
            var answered = (1 - silent) * now.succeeds[n];
            flows.querySilent[n] = silent;
            // The mean of the answers that come in time.
            flows.queryTime[n] = late < 1 ? (cut - late * TIMEOUT) / (1 - late) : TIMEOUT;
            flows.queryQuick[n] = (1 - silent) * flows.queryTime[n];
            flows.queriesEach[n] = 2 - answered;
            flows.lookupFails[n] = (1 - answered) * (1 - answered);
        }
    }

    private static double late(int group, ModelState now) {
        return Tail.beyond(TIMEOUT, now.answerMean[group], now.answerDeviation[group]);
    }

    private static double cut(int group, double late, ModelState now) {
        return Tail.meanCut(TIMEOUT, now.answerMean[group], now.answerDeviation[group], late);
    }

    /** How long the caller waits at most for the first resolver's answer, and for the second's. */
    static void prepare(int e, double limit, Flows flows) {
        flows.edges.firstWait[e] = Math.min(TIMEOUT, limit);
        flows.edges.secondWait[e] = Math.clamp(limit - TIMEOUT, 0.0, TIMEOUT);
    }

    /** Share of look-ups that succeed, but only after a time-out that is longer than the caller has time. */
    static double late(int n, double limit, Flows flows) {
        var answered = 2 - flows.queriesEach[n];
        return limit <= TIMEOUT ? flows.querySilent[n] * answered : 0;
    }

    /** Mean time of a look-up, as long as the caller waits. */
    static double time(int n, int e, Flows flows) {
        var silent = flows.querySilent[n];
        var quick = flows.queryQuick[n];
        var first = quick + silent * flows.edges.firstWait[e];
        var second = quick + silent * flows.edges.secondWait[e];
        return first + (flows.queriesEach[n] - 1) * second;
    }

    /** Mean square of it: quick answers vary little beside time-outs. */
    static double square(int n, double limit, Flows flows) {
        var silent = flows.querySilent[n];
        var longest = Math.min(limit, (1 + silent) * TIMEOUT);
        return 2 * flows.queryQuick[n] * flows.queryTime[n] + silent * longest * longest;
    }
}
