package mayday.simulation;

/** What calls cost their caller: time, and requests that fail because a call they needed failed. */
final class Burdens {
    private final int[] caller;

    Burdens(int[] caller) {
        this.caller = caller;
    }

    /** How many requests need the callee, how many calls these make, and how many of them a failed call makes fail. */
    static void prepare(int e, Parameters parameters, Flows flows) {
        flows.edges.needing[e] = Math.min(1, flows.edges.callsEach[e]);
        flows.edges.each[e] = Math.max(1, flows.edges.callsEach[e]);
        flows.edges.exposed[e] = flows.edges.needing[e] * (1 - parameters.fallback[e]);
    }

    void add(ModelState next, Parameters parameters, Flows flows) {
        System.arraycopy(flows.edges.fails, 0, next.callFails, 0, flows.edges.fails.length);
        for (var e : parameters.retried.indices()) {
            retry(e, next, parameters, flows);
        }
        time(flows);
        fail(next, flows);
        for (var e : flows.edges.several.indices()) {
            failSeveral(e, next, flows);
        }
        gather(flows);
        gatherRare(flows);
    }

    /** A call with {@code n} attempts fails with {@code fails x again^(n-1)}, and takes as many attempts as have failed before. */
    private static void retry(int e, ModelState next, Parameters parameters, Flows flows) {
        var tries = parameters.tries[e];
        var again = flows.edges.failsAgain[e];
        var made = 1.0;
        var retriesFail = 1.0;
        for (var k = 1; k < tries; k++) {
            made += flows.edges.fails[e] * retriesFail;
            retriesFail *= again;
        }
        next.callFails[e] = flows.edges.fails[e] * retriesFail;
        flows.edges.retriesFail[e] = retriesFail;
        flows.edges.triesEach[e] = made;
        flows.edges.triesVariance[e] = (made - 1) * (tries - made);
        flows.edges.failsTwice[e] = next.callFails[e] * retriesFail * again;
    }

    /** Calls are made one after the other; a request that needs the callee only sometimes has a more varied time. */
    private static void time(Flows flows) {
        for (var e = 0; e < flows.edges.ownTime.length; e++) {
            flows.edges.ownTime[e] = flows.edges.each[e] * flows.edges.triesEach[e] * flows.edges.mean[e];
        }
        for (var e = 0; e < flows.edges.ownVariance.length; e++) {
            flows.edges.ownVariance[e] = (1 - flows.edges.needing[e]) * flows.edges.ownTime[e] * flows.edges.ownTime[e]
                    + flows.edges.each[e] * flows.edges.triesEach[e] * flows.edges.variance[e];
        }
        for (var e = 0; e < flows.edges.ownVariance.length; e++) {
            flows.edges.ownVariance[e] += flows.edges.triesVariance[e] * flows.edges.mean[e] * flows.edges.mean[e];
        }
    }

    /** A request fails if the call fails that it needs and nothing hides it. */
    private static void fail(ModelState next, Flows flows) {
        for (var e = 0; e < flows.edges.ownFailure.length; e++) {
            var twice = Math.max(0, 1 - 2 * next.callFails[e] + flows.edges.failsTwice[e]);
            flows.edges.ownFailure[e] = flows.edges.exposed[e] * next.callFails[e];
            flows.edges.ownSuccessTwice[e] = 1 - flows.edges.exposed[e] + flows.edges.exposed[e] * twice;
            // What kind of failure it was is known of attempts.
            flows.edges.weight[e] = flows.edges.exposed[e] * flows.edges.retriesFail[e];
        }
    }

    /** A request that makes several calls fails if one of them does. */
    private static void failSeveral(int e, ModelState next, Flows flows) {
        var each = flows.edges.each[e];
        var twice = Math.max(0, 1 - 2 * next.callFails[e] + flows.edges.failsTwice[e]);
        flows.edges.ownFailure[e] = flows.edges.exposed[e] * (1 - Chance.power(1 - next.callFails[e], each));
        flows.edges.ownSuccessTwice[e] =
                1 - flows.edges.exposed[e] + flows.edges.exposed[e] * Chance.power(twice, each);
        flows.edges.weight[e] = flows.edges.fails[e] > 0 ? flows.edges.ownFailure[e] / flows.edges.fails[e] : 0;
    }

    private void gather(Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var from = caller[e];
            flows.downTime[from] += flows.edges.needing[e] * flows.edges.ownTime[e];
            flows.downVariance[from] += flows.edges.needing[e] * flows.edges.ownVariance[e];
            flows.downFailure[from] += flows.edges.ownFailure[e];
            flows.downTimeout[from] += flows.edges.weight[e] * flows.edges.timesOut[e];
        }
        for (var e = 0; e < caller.length; e++) {
            var from = caller[e];
            flows.downSucceeds[from] *= 1 - flows.edges.ownFailure[e];
            flows.downSucceedsTwice[from] *= flows.edges.ownSuccessTwice[e];
        }
    }

    /** Failures for want of an address or of trust. */
    private void gatherRare(Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            if (flows.edges.trusted[e] < 1) {
                var share = flows.edges.weight[e] * flows.edges.enters[e];
                flows.downName[caller[e]] += share * flows.edges.unknown[e];
                flows.downTls[caller[e]] += share * (1 - flows.edges.unknown[e] - flows.edges.trusted[e]);
            }
        }
    }
}
