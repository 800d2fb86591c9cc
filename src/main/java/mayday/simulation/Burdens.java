package mayday.simulation;

/** What calls cost their caller: time, and requests that fail because a call they needed failed. */
final class Burdens {
    private final int[] caller;

    Burdens(int[] caller) {
        this.caller = caller;
    }

    /** How many requests need the callee, how many calls these make, and how many of them a failed call makes fail. */
    static void prepare(int e, Parameters parameters, Flows flows) {
        flows.needing[e] = Math.min(1, flows.callsEach[e]);
        flows.each[e] = Math.max(1, flows.callsEach[e]);
        flows.exposed[e] = flows.needing[e] * (1 - parameters.fallback[e]);
    }

    void add(ModelState next, Parameters parameters, Flows flows) {
        System.arraycopy(flows.fails, 0, next.callFails, 0, flows.fails.length);
        for (var e : parameters.retried.indices()) {
            retry(e, next, parameters, flows);
        }
        time(flows);
        fail(next, flows);
        for (var e : flows.several.indices()) {
            failSeveral(e, next, flows);
        }
        gather(flows);
        gatherRare(flows);
    }

    /** A call with {@code n} attempts fails with {@code fails x again^(n-1)}, and takes as many attempts as have failed before. */
    private static void retry(int e, ModelState next, Parameters parameters, Flows flows) {
        var tries = parameters.tries[e];
        var again = flows.failsAgain[e];
        var made = 1.0;
        var retriesFail = 1.0;
        for (var k = 1; k < tries; k++) {
            made += flows.fails[e] * retriesFail;
            retriesFail *= again;
        }
        next.callFails[e] = flows.fails[e] * retriesFail;
        flows.retriesFail[e] = retriesFail;
        flows.triesEach[e] = made;
        flows.triesVariance[e] = (made - 1) * (tries - made);
        flows.failsTwice[e] = next.callFails[e] * retriesFail * again;
    }

    /** Calls are made one after the other; a request that needs the callee only sometimes has a more varied time. */
    private static void time(Flows flows) {
        for (var e = 0; e < flows.ownTime.length; e++) {
            flows.ownTime[e] = flows.each[e] * flows.triesEach[e] * flows.mean[e];
        }
        for (var e = 0; e < flows.ownVariance.length; e++) {
            flows.ownVariance[e] = (1 - flows.needing[e]) * flows.ownTime[e] * flows.ownTime[e]
                    + flows.each[e] * flows.triesEach[e] * flows.variance[e];
        }
        for (var e = 0; e < flows.ownVariance.length; e++) {
            flows.ownVariance[e] += flows.triesVariance[e] * flows.mean[e] * flows.mean[e];
        }
    }

    /** A request fails if the call fails that it needs and nothing hides it. */
    private static void fail(ModelState next, Flows flows) {
        for (var e = 0; e < flows.ownFailure.length; e++) {
            var twice = Math.max(0, 1 - 2 * next.callFails[e] + flows.failsTwice[e]);
            flows.ownFailure[e] = flows.exposed[e] * next.callFails[e];
            flows.ownSuccessTwice[e] = 1 - flows.exposed[e] + flows.exposed[e] * twice;
            // What kind of failure it was is known of attempts.
            flows.weight[e] = flows.exposed[e] * flows.retriesFail[e];
        }
    }

    /** A request that makes several calls fails if one of them does. */
    private static void failSeveral(int e, ModelState next, Flows flows) {
        var each = flows.each[e];
        var twice = Math.max(0, 1 - 2 * next.callFails[e] + flows.failsTwice[e]);
        flows.ownFailure[e] = flows.exposed[e] * (1 - Chance.power(1 - next.callFails[e], each));
        flows.ownSuccessTwice[e] = 1 - flows.exposed[e] + flows.exposed[e] * Chance.power(twice, each);
        flows.weight[e] = flows.fails[e] > 0 ? flows.ownFailure[e] / flows.fails[e] : 0;
    }

    private void gather(Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var from = caller[e];
            flows.downTime[from] += flows.needing[e] * flows.ownTime[e];
            flows.downVariance[from] += flows.needing[e] * flows.ownVariance[e];
            flows.downFailure[from] += flows.ownFailure[e];
            flows.downTimeout[from] += flows.weight[e] * flows.timesOut[e];
        }
        for (var e = 0; e < caller.length; e++) {
            var from = caller[e];
            flows.downSucceeds[from] *= 1 - flows.ownFailure[e];
            flows.downSucceedsTwice[from] *= flows.ownSuccessTwice[e];
        }
    }

    /** Failures for want of an address or of trust. */
    private void gatherRare(Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            if (flows.trusted[e] < 1) {
                var share = flows.weight[e] * flows.enters[e];
                flows.downName[caller[e]] += share * flows.unknown[e];
                flows.downTls[caller[e]] += share * (1 - flows.unknown[e] - flows.trusted[e]);
            }
        }
    }
}
