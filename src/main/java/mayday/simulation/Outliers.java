package mayday.simulation;

/**
 * Hosts that differ from the others of their node: a slow disk, a noisy neighbour, a bad resolver of several.
 *
 * <p>Their replicas form a group of their own, which gets its share of the requests, since a load balancer that counts requests does
 * not know that they are slow. Callers see both groups as one node: for each attempt chance decides which of them it meets.
 */
final class Outliers {
    private final int nodes;

    Outliers(int nodes) {
        this.nodes = nodes;
    }

    /**
     * What waits on outliers that are none any more waits with the others. In both states: as long as there are no outliers a step
     * leaves their places alone, and what is left in one of the states would count later.
     */
    void prepare(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var n = 0; n < nodes; n++) {
            if (parameters.outlierHosts[n] == 0) {
                join(n, now);
                join(n, next);
            }
            flows.serving[nodes + n] = 0;
            flows.arrived[nodes + n] = 0;
        }
    }

    private void join(int n, ModelState state) {
        var g = nodes + n;
        state.backlog[n] += state.backlog[g];
        state.returned[n] += state.returned[g];
        state.backlog[g] = 0;
        state.returned[g] = 0;
        state.oddShare[n] = 0;
    }

    /** Gives the second group its share of what arrives, and of what a request meets below. */
    void split(Parameters parameters, Flows flows) {
        for (var n = 0; n < nodes; n++) {
            var g = nodes + n;
            var serving = flows.serving[n];
            var odd = Math.min(parameters.outlierHosts[n], serving);
            var share = odd > 0 ? odd / serving : 0;
            flows.serving[g] = odd;
            flows.serving[n] = serving - odd;
            give(flows.arrived, n, share);
            give(flows.repeated, n, share);
            flows.lostShare[g] = flows.lostShare[n];
            flows.holding[g] = flows.holding[n];
            flows.shed[g] = flows.shed[n];
            flows.downTime[g] = flows.downTime[n];
            flows.downVariance[g] = flows.downVariance[n];
            flows.downSucceeds[g] = flows.downSucceeds[n];
            flows.downSucceedsTwice[g] = flows.downSucceedsTwice[n];
            flows.downFailure[g] = flows.downFailure[n];
            flows.downTimeout[g] = flows.downTimeout[n];
            flows.downName[g] = flows.downName[n];
            flows.downTls[g] = flows.downTls[n];
        }
    }

    private void give(double[] values, int n, double share) {
        values[nodes + n] = values[n] * share;
        values[n] -= values[nodes + n];
    }

    /**
     * Callers see one node; which group a second attempt meets is a fresh chance. The time until the answer stays with each group, since
     * a time-out cuts the one and not the other.
     */
    void blend(ModelState next, Flows flows) {
        for (var n = 0; n < nodes; n++) {
            var g = nodes + n;
            next.oddShare[n] = 0;
            if (flows.serving[g] > 0) {
                var share = flows.serving[g] / (flows.serving[n] + flows.serving[g]);
                var odd = share * (1 - next.refused[g]);
                var even = (1 - share) * (1 - next.refused[n]);
                next.refused[n] = 1 - odd - even;
                next.calling[n] += next.calling[g];
                next.oddShare[n] = odd + even > 0 ? odd / (odd + even) : 0;
                mix(n, next.oddShare[n], next, flows);
            }
        }
    }

    /** @param share share of the accepted requests that meet the outliers */
    private void mix(int n, double share, ModelState next, Flows flows) {
        var well = (1 - share) * flows.well[n] + share * flows.well[nodes + n];
        if (flows.well[n] > 0) {
            var factor = well / flows.well[n];
            next.succeeds[n] *= factor;
            next.succeedsTwice[n] *= factor * factor;
        } else {
            next.succeeds[n] = share * next.succeeds[nodes + n];
            next.succeedsTwice[n] = share * share * next.succeedsTwice[nodes + n];
        }
    }
}
