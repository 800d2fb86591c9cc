package mayday.simulation;

import java.util.Arrays;

/**
 * The edges' part of a step: how many attempts are made, what becomes of them, and what that means for the caller.
 *
 * <p>Attempts meet in this order: the wait for a connection of the pool, the name look-up, the TLS handshake, a refused connection,
 * lost packets, rejection by the callee, the time-out, and failure in the callee. The callee is seen as it stood after the step
 * before, so that failures travel one hop a step and the order of edges makes no difference. Each part of this is one pass over the
 * edges that it concerns: what few edges have (caches, names, lost packets, pools) costs the others nothing.
 */
final class Calls {
    private static final double TINY = 1e-12;

    private final int nodes;
    private final int[] caller;
    private final int[] callee;
    private final Caches caches;
    private final Names names;
    private final Waits waits;
    private final Pools pools;
    private final Burdens burdens;

    Calls(Topology topology) {
        nodes = topology.nodeCount();
        caller = topology.edges.stream().mapToInt(Topology.Edge::caller).toArray();
        callee = topology.edges.stream().mapToInt(Topology.Edge::callee).toArray();
        caches = new Caches(topology);
        names = new Names(topology);
        waits = new Waits(nodes, callee);
        pools = new Pools(caller);
        burdens = new Burdens(caller);
    }

    /** The third stage of a step, after the replicas' and the demand's. */
    void advance(ModelState now, ModelState next, int seconds, Parameters parameters, Flows flows, Tally tally) {
        caches.spare(now, parameters, flows);
        send(now, parameters, flows);
        names.resolve(now, next, parameters, flows, tally);
        look(now, next, parameters, flows);
        waits.await(now, parameters, flows);
        connect(next, parameters, flows);
        pools.pass(now, next, parameters, flows, tally);
        conclude(flows);
        spend(parameters, flows);
        report(flows, tally);
        names.delay(flows, tally);
        arrive(parameters, flows);
        repeat(now, next, parameters, flows);
        burdens.add(next, parameters, flows);
        caches.fill(next, seconds, flows);
    }

    void note(Parameters parameters, Flows flows, Tally tally) {
        for (var e = 0; e < caller.length; e++) {
            var serving = flows.serving[caller[e]] + flows.serving[nodes + caller[e]];
            tally.poolSize[e] = parameters.poolSize[e] * serving;
            tally.packetLoss[e] = parameters.loss[e];
        }
    }

    /** Sets what stays as it is while the parameters hold. */
    static void prepare(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        System.arraycopy(parameters.calls, 0, flows.edges.callsEach, 0, flows.edges.callsEach.length);
        Names.prepare(parameters, flows);
        Arrays.fill(flows.edges.unknown, 0);
        Arrays.fill(flows.edges.lost, 0);
        Arrays.fill(flows.edges.enters, 1);
        Arrays.fill(flows.edges.poolDelay, 0);
        Arrays.fill(flows.edges.triesEach, 1);
        Arrays.fill(flows.edges.retriesFail, 1);
        Arrays.fill(flows.edges.triesVariance, 0);
        flows.edges.several.select(e -> parameters.calls[e] > 1);
        for (var e = 0; e < flows.edges.callsEach.length; e++) {
            Burdens.prepare(e, parameters, flows);
            forget(e, now, parameters);
            forget(e, next, parameters);
        }
    }

    /** Drops what waited to be tried again, or for a connection, where that is now switched off. */
    private static void forget(int e, ModelState state, Parameters parameters) {
        var first = e * ModelState.RETRY_STAGES;
        Arrays.fill(state.retries, first + parameters.tries[e] - 1, first + ModelState.RETRY_STAGES, 0);
        if (parameters.poolSize[e] == 0) {
            state.poolWaiting[e] = 0;
        }
    }

    private void send(ModelState now, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var fresh = now.calling[caller[e]] * flows.edges.callsEach[e];
            flows.edges.fresh[e] = fresh;
            flows.edges.attempts[e] = fresh;
            flows.edges.through[e] = fresh;
        }
        for (var e : parameters.retried.indices()) {
            var first = e * ModelState.RETRY_STAGES;
            var last = first + parameters.tries[e] - 1;
            for (var k = first; k < last; k++) {
                flows.edges.attempts[e] += now.retries[k];
            }
            flows.edges.through[e] = flows.edges.attempts[e];
        }
    }

    /** Takes down what matters of the callee, so that the passes to come have it side by side. */
    private void look(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var to = callee[e];
            flows.edges.answerMean[e] = now.answerMean[to] + parameters.latency[e];
            flows.edges.answerDeviation[e] = now.answerDeviation[to];
            flows.edges.oddShare[e] = now.oddShare[to];
            flows.edges.refused[e] = now.refused[to];
            flows.edges.succeeds[e] = now.succeeds[to];
            flows.edges.succeedsTwice[e] = now.succeedsTwice[to];
            flows.edges.expired[e] = flows.certificate[to] <= 0 ? 1 : 0;
            var known = (1 - flows.edges.unknown[e]) * (1 - next.stale[e]);
            flows.edges.known[e] = known > 0 ? known : 1;
        }
    }

    /** Which share of the attempts gets how far, and how long a connection is held. */
    private static void connect(ModelState next, Parameters parameters, Flows flows) {
        for (var e = 0; e < flows.edges.trusted.length; e++) {
            flows.edges.trusted[e] =
                    (1 - flows.edges.unknown[e]) * (1 - flows.edges.expired[e]) * (1 - parameters.tlsFailure[e]);
            flows.edges.connected[e] = flows.edges.trusted[e] * (1 - parameters.failure[e]);
        }
        for (var e = 0; e < flows.edges.arrives.length; e++) {
            // Whoever calls an old address waits in vain, as whoever loses a packet for good.
            flows.edges.arrives[e] = flows.edges.connected[e] * (1 - flows.edges.lost[e]) * (1 - next.stale[e]);
            flows.edges.accepted[e] = flows.edges.arrives[e] * (1 - flows.edges.refused[e]);
        }
        for (var e = 0; e < flows.edges.hold.length; e++) {
            flows.edges.hold[e] = flows.edges.accepted[e] * flows.edges.time[e]
                    + (flows.edges.connected[e] - flows.edges.arrives[e]) * parameters.timeout[e];
        }
    }

    /**
     * How likely an attempt fails, and fails twice.
     *
     * <p>Repeated attempts of one request are not independent: a request that needs a dead database needs it every time. So each
     * node gives the probability that a request succeeds and that it succeeds twice; from both follows how likely an attempt fails
     * again after it has failed.
     */
    private static void conclude(Flows flows) {
        for (var e = 0; e < flows.edges.fails.length; e++) {
            var free = flows.edges.enters[e] * flows.edges.accepted[e] * (1 - flows.edges.late[e]);
            var once = free * flows.edges.succeeds[e];
            flows.edges.fails[e] = 1 - once;
            flows.edges.failsTwice[e] =
                    1 - 2 * once + free * free * flows.edges.succeedsTwice[e] / flows.edges.known[e];
        }
    }

    /** How often an attempt times out, and how long it takes. */
    private static void spend(Parameters parameters, Flows flows) {
        for (var e = 0; e < flows.edges.timesOut.length; e++) {
            flows.edges.timesOut[e] = 1
                    - flows.edges.enters[e]
                    + flows.edges.enters[e]
                            * (flows.edges.connected[e]
                                    - flows.edges.arrives[e]
                                    + flows.edges.accepted[e] * flows.edges.late[e]);
        }
        for (var e = 0; e < flows.edges.mean.length; e++) {
            flows.edges.mean[e] = flows.edges.enters[e] * (flows.edges.poolDelay[e] + flows.edges.hold[e])
                    + (1 - flows.edges.enters[e]) * parameters.timeout[e];
        }
        for (var e = 0; e < flows.edges.variance.length; e++) {
            flows.edges.variance[e] = flows.edges.accepted[e]
                    * (flows.edges.timeVariance[e]
                            + (1 - flows.edges.accepted[e]) * flows.edges.time[e] * flows.edges.time[e]);
        }
    }

    private static void report(Flows flows, Tally tally) {
        for (var e = 0; e < flows.edges.attempts.length; e++) {
            tally.attempts[e] += flows.edges.attempts[e];
            tally.attemptsFailed[e] += flows.edges.attempts[e] * flows.edges.fails[e];
        }
        for (var e = 0; e < flows.edges.attempts.length; e++) {
            tally.attemptsTimedOut[e] += flows.edges.attempts[e] * flows.edges.timesOut[e];
            tally.attemptTime[e] += flows.edges.attempts[e] * flows.edges.mean[e];
        }
        for (var e = 0; e < flows.edges.attempts.length; e++) {
            var refused = flows.edges.trusted[e]
                    - flows.edges.connected[e]
                    + flows.edges.arrives[e]
                    - flows.edges.accepted[e];
            tally.attemptsRefused[e] += flows.edges.attempts[e] * flows.edges.enters[e] * refused;
        }
        for (var e = 0; e < flows.edges.attempts.length; e++) {
            if (flows.edges.trusted[e] < 1) {
                var entering = flows.edges.attempts[e] * flows.edges.enters[e];
                tally.attemptsName[e] += entering * flows.edges.unknown[e];
                tally.attemptsTls[e] += entering * (1 - flows.edges.unknown[e] - flows.edges.trusted[e]);
            }
        }
    }

    /** What of the attempts reaches the callee. */
    private void arrive(Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var to = callee[e];
            flows.arrived[to] += flows.edges.through[e] * flows.edges.arrives[e];
            flows.sent[to] += flows.edges.attempts[e];
        }
        for (var e : parameters.lossy.indices()) {
            flows.sentLost[callee[e]] += flows.edges.attempts[e] * parameters.loss[e];
        }
        for (var e : parameters.retried.indices()) {
            var attempts = flows.edges.attempts[e];
            if (attempts > 0) {
                var arriving = flows.edges.through[e] * flows.edges.arrives[e];
                flows.repeated[callee[e]] += arriving * (attempts - flows.edges.fresh[e]) / attempts;
            }
        }
    }

    /** What failed now is tried again in the next step, if attempts are left. */
    private void repeat(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var e : parameters.retried.indices()) {
            var fails = flows.edges.fails[e];
            var again = fails > TINY ? flows.edges.failsTwice[e] / fails : fails;
            flows.edges.failsAgain[e] = again < fails ? fails : again > 1 ? 1 : again;
            var first = e * ModelState.RETRY_STAGES;
            var left = parameters.tries[e] - 1;
            var failed = flows.edges.fresh[e] * fails;
            for (var k = 0; k < left; k++) {
                next.retries[first + k] = failed;
                failed = now.retries[first + k] * flows.edges.failsAgain[e];
            }
        }
    }
}
