package mayday.simulation;

/**
 * The callers' connection pools: who finds the pool empty waits for a connection, at most the time-out, and then gives up.
 *
 * <p>Each replica has a pool of its own, an M/M/c queue whose servers are its connections, each held for as long as a call takes
 * (Little's law): a callee that is four times slower needs four times the connections.
 */
final class Pools {

    /** How quickly the time that a connection is held follows; undamped, pools oscillate at a step of a second. */
    private static final double SMOOTHING = 0.3;

    private static final double SHORTEST_HOLD = 1e-4;
    private static final double FULLEST = 0.98;

    private final int[] caller;

    Pools(int[] caller) {
        this.caller = caller;
    }

    void pass(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        for (var e = 0; e < caller.length; e++) {
            next.poolHold[e] = now.poolHold[e] + SMOOTHING * (flows.edges.hold[e] - now.poolHold[e]);
        }
        for (var e : parameters.pooled.indices()) {
            queue(e, now, next, parameters, flows, tally);
        }
        for (var e = 0; e < caller.length; e++) {
            tally.poolInUse[e] += flows.edges.through[e] * next.poolHold[e];
        }
    }

    private void queue(int e, ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        var limit = parameters.timeout[e];
        var serving = flows.serving[caller[e]];
        var size = parameters.poolSize[e];
        // Calls per second that the connections can carry.
        var capacity = size * serving / Math.max(next.poolHold[e], SHORTEST_HOLD);
        var wanting = now.poolWaiting[e] + flows.edges.attempts[e];
        var through = Math.min(wanting, capacity);
        var waiting = Math.min(wanting - through, capacity * limit);
        var gone = wanting - through - waiting;
        flows.edges.through[e] = through;
        next.poolWaiting[e] = waiting;
        flows.edges.enters[e] = gone > 0 ? 1 - gone / (through + gone) : 1;
        flows.edges.poolDelay[e] = 0;
        if (through > 0) {
            var utilisation = Math.min(FULLEST, through / capacity);
            var chance = ErlangC.waitProbability(Math.max(1, (int) size), utilisation);
            waiting += serving * chance * utilisation / (1 - utilisation);
            flows.edges.poolDelay[e] = Math.min(limit, waiting / through);
        }
        tally.poolWaiting[e] += waiting;
    }
}
