package mayday.simulation;

/**
 * The edges' part of a step: how many attempts are made, what becomes of them, and what that means for the caller.
 *
 * <p>Attempts meet in this order: the wait for a connection of the pool, the name look-up, the TLS handshake, a refused connection,
 * lost packets, rejection by the callee, the time-out, and failure in the callee. The callee is seen as it stood after the step
 * before, so that failures travel one hop a step and the order of edges makes no difference.
 *
 * <p>Repeated attempts of one request are not independent: a request that needs a dead database needs it every time. So each
 * node gives the probability that a request succeeds and that it succeeds twice; from both follows how likely an attempt fails
 * again after it has failed, and a call with {@code n} attempts fails with {@code fails x again^(n-1)}.
 */
final class Calls {

    /** How quickly the time that a connection is held follows; undamped, pools oscillate at a step of a second. */
    private static final double SMOOTHING = 0.3;

    /** Packets that must arrive for a call: connect, send, answer, acknowledge. */
    private static final double PACKETS = 4;

    /** Wait before a lost packet is sent again, seconds (Linux, TCP_RTO_MIN). */
    private static final double RETRANSMIT = 0.2;

    /** With this share of lost packets the doubling waits no longer have a mean; beyond, more calls fail instead. */
    private static final double MOST_DELAYING_LOSS = 0.4;

    private static final double SHORTEST_HOLD = 1e-4;
    private static final double FULLEST = 0.98;
    private static final double TINY = 1e-12;
    private static final int MOST_FACTORS = 16;

    private final int[] caller;
    private final int[] callee;
    private final Caches caches;
    private final Names names;

    Calls(Topology topology) {
        caller = topology.edges.stream().mapToInt(Topology.Edge::caller).toArray();
        callee = topology.edges.stream().mapToInt(Topology.Edge::callee).toArray();
        caches = new Caches(topology);
        names = new Names(topology);
    }

    /** The second stage of a step, after the replicas' and the demand's. */
    void advance(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        System.arraycopy(parameters.calls, 0, flows.callsEach, 0, flows.callsEach.length);
        caches.spare(now, parameters, flows);
        attempt(now, parameters, flows);
        names.resolve(now, next, parameters, flows);
        await(now, parameters, flows);
        pass(now, next, parameters, flows);
        outcomes(now, parameters, flows);
        repeat(now, next, parameters, flows);
        burdenCallers(next, parameters, flows);
        caches.fill(next, flows);
    }

    private void attempt(ModelState now, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            flows.fresh[e] = now.calling[caller[e]] * flows.callsEach[e];
            var all = flows.fresh[e];
            var stages = (int) parameters.attempts[e] - 1;
            for (var k = 0; k < stages; k++) {
                all += now.retries[e * ModelState.RETRY_STAGES + k];
            }
            flows.attempts[e] = all;
        }
    }

    /** How long the callee takes, and the share of calls for which that is too long. */
    private void await(ModelState now, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var to = callee[e];
            var mean = now.answerMean[to] + parameters.latency[e];
            var deviation = now.answerDeviation[to];
            var loss = parameters.loss[e];
            if (loss > 0) {
                var delaying = Math.min(loss, MOST_DELAYING_LOSS);
                var again = delaying / (1 - 2 * delaying);
                mean += PACKETS * RETRANSMIT * again;
                deviation = Math.sqrt(deviation * deviation
                        + PACKETS * RETRANSMIT * RETRANSMIT * again / (1 - 2 * delaying));
            }
            var limit = parameters.timeout[e];
            var late = Tail.beyond(limit, mean, deviation);
            flows.lost[e] = loss > 0 ? 1 - power(1 - power(loss, 4), 4) : 0;
            flows.late[e] = late;
            flows.callTime[e] = Tail.meanCut(limit, mean, deviation, late);
            flows.callVariance[e] = Tail.varianceCut(limit, mean, deviation, late);
            flows.untrusted[e] = flows.certificate[to] <= 0 ? 1 : parameters.tlsFailure[e];
        }
    }

    /** Lets attempts through the callers' pools; without a pool they pass at once. */
    private void pass(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var reach = (1 - flows.unknown[e]) * (1 - flows.untrusted[e]) * (1 - parameters.failure[e]);
            var answered = (1 - flows.lost[e]) * (1 - now.refused[callee[e]]);
            var hold = reach * (answered * flows.callTime[e] + flows.lost[e] * parameters.timeout[e]);
            var held = now.poolHold[e] + SMOOTHING * (hold - now.poolHold[e]);
            var size = parameters.poolSize[e] * flows.serving[caller[e]];
            next.poolHold[e] = held;
            flows.poolSize[e] = size;
            if (parameters.poolSize[e] > 0) {
                queueForPool(e, size / Math.max(held, SHORTEST_HOLD), now, next, parameters, flows);
            } else {
                next.poolWaiting[e] = 0;
                flows.through[e] = flows.attempts[e];
                flows.gaveUp[e] = 0;
                flows.poolDelay[e] = 0;
                flows.poolInUse[e] = flows.attempts[e] * held;
                flows.poolWaiting[e] = 0;
            }
        }
    }

    /** Who finds the pool empty waits, at most the time-out; {@code capacity} is calls per second. */
    private void queueForPool(
            int e, double capacity, ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var limit = parameters.timeout[e];
        var wanting = now.poolWaiting[e] + flows.attempts[e];
        var through = Math.min(wanting, capacity);
        var waiting = Math.min(wanting - through, capacity * limit);
        var gaveUp = wanting - through - waiting;
        next.poolWaiting[e] = waiting;
        flows.through[e] = through;
        flows.gaveUp[e] = gaveUp > 0 ? gaveUp / (through + gaveUp) : 0;
        flows.poolInUse[e] = through * next.poolHold[e];
        flows.poolWaiting[e] = waiting;
        flows.poolDelay[e] = 0;
        if (through > 0) {
            // Each replica has a pool of its own: an M/M/c queue whose servers are its connections.
            var utilisation = Math.min(FULLEST, through / capacity);
            var chance = ErlangC.waitProbability(Math.max(1, (int) parameters.poolSize[e]), utilisation);
            flows.poolWaiting[e] += flows.serving[caller[e]] * chance * utilisation / (1 - utilisation);
            flows.poolDelay[e] = Math.min(limit, flows.poolWaiting[e] / through);
        }
    }

    /** What becomes of an attempt: how likely it fails and of what, how long it takes, and what of it reaches the callee. */
    private void outcomes(ModelState now, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var to = callee[e];
            var attempts = flows.attempts[e];
            var enters = 1 - flows.gaveUp[e];
            var named = enters * (1 - flows.unknown[e]);
            var trusted = named * (1 - flows.untrusted[e]);
            var connected = trusted * (1 - parameters.failure[e]);
            var arrives = connected * (1 - flows.lost[e]);
            var accepted = arrives * (1 - now.refused[to]);
            var inTime = accepted * (1 - flows.late[e]);
            setFailure(e, inTime, now, flows);
            flows.failedAttempts[e] = attempts * flows.attemptFails[e];
            flows.timedOutAttempts[e] = attempts * (1 - enters + connected - arrives + accepted - inTime);
            flows.nameAttempts[e] = attempts * (enters - named);
            flows.tlsAttempts[e] = attempts * (named - trusted);
            flows.refusedAttempts[e] = attempts * (trusted - connected + arrives - accepted);
            setTime(e, enters, connected - arrives, accepted, parameters, flows);
            // What gave up waiting for the pool has left; what went through is the pool's throughput.
            var arriving = enters > 0 ? flows.through[e] * arrives / enters : 0;
            flows.arrived[to] += arriving;
            flows.arrivedAttempts[to] += attempts;
            flows.lostOnTheWay[to] += attempts * parameters.loss[e];
            if (attempts > 0) {
                flows.retried[to] += arriving * (attempts - flows.fresh[e]) / attempts;
            }
        }
    }

    private void setFailure(int e, double inTime, ModelState now, Flows flows) {
        var to = callee[e];
        var succeeds = inTime * now.succeeds[to];
        // The caller's replica knows the name or does not: that is no fresh chance for the second attempt.
        var named = 1 - flows.unknown[e];
        var twice = named > 0 ? inTime / named * inTime * now.succeedsTwice[to] : 0;
        var fails = Math.max(0, 1 - succeeds);
        flows.attemptFails[e] = fails;
        var again = fails > TINY ? (1 - 2 * succeeds + twice) / fails : fails;
        flows.attemptFailsAgain[e] = again < fails ? fails : again > 1 ? 1 : again;
    }

    private static void setTime(
            int e, double enters, double lost, double accepted, Parameters parameters, Flows flows) {
        var mean = accepted * flows.callTime[e];
        var variance =
                accepted * flows.callVariance[e] + accepted * (1 - accepted) * flows.callTime[e] * flows.callTime[e];
        mean += enters * flows.poolDelay[e] + (1 - enters + lost) * parameters.timeout[e];
        flows.attemptMean[e] = mean;
        flows.attemptVariance[e] = variance;
        flows.attemptTime[e] = flows.attempts[e] * mean;
        flows.edgeLoss[e] = parameters.loss[e];
    }

    /** What failed now is tried again in the next step, if attempts are left. */
    private void repeat(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var first = e * ModelState.RETRY_STAGES;
            var left = (int) parameters.attempts[e] - 1;
            var failed = flows.fresh[e] * flows.attemptFails[e];
            for (var k = 0; k < ModelState.RETRY_STAGES; k++) {
                next.retries[first + k] = k < left ? failed : 0;
                failed = now.retries[first + k] * flows.attemptFailsAgain[e];
            }
        }
    }

    /** What the calls cost the caller: time, and requests that fail because a call they needed failed. */
    private void burdenCallers(ModelState next, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var from = caller[e];
            var fails = flows.attemptFails[e];
            var again = flows.attemptFailsAgain[e];
            var attempts = (int) parameters.attempts[e];
            var tries = 1.0;
            var left = fails;
            for (var k = 1; k < attempts; k++) {
                tries += left;
                left *= again;
            }
            next.callFails[e] = left;
            var needing = Math.min(1, flows.callsEach[e]);
            var each = Math.max(1, flows.callsEach[e]);
            var succeeds = power(1 - left, each);
            var twice = power(1 - 2 * left + left * power(again, attempts), each);
            var exposed = needing * (1 - parameters.fallback[e]);
            var failure = exposed * (1 - succeeds);
            flows.downSucceeds[from] *= 1 - failure;
            flows.downSucceedsTwice[from] *= Math.max(0, 1 - exposed + exposed * twice);
            burdenWithTime(e, needing, each * tries, (tries - 1) * (attempts - tries), flows);
            flows.downFailure[from] += failure;
            if (failure > 0 && flows.failedAttempts[e] > 0) {
                var part = failure / flows.failedAttempts[e];
                flows.downTimeout[from] += part * flows.timedOutAttempts[e];
                flows.downName[from] += part * flows.nameAttempts[e];
                flows.downTls[from] += part * flows.tlsAttempts[e];
            }
        }
    }

    /** Calls are made one after the other; a request that needs the callee only sometimes has a more varied time. */
    private void burdenWithTime(int e, double needing, double tries, double triesVariance, Flows flows) {
        var time = tries * flows.attemptMean[e];
        flows.downTime[caller[e]] += needing * time;
        flows.downVariance[caller[e]] += needing * (1 - needing) * time * time
                + needing * tries * flows.attemptVariance[e]
                + needing * triesVariance * flows.attemptMean[e] * flows.attemptMean[e];
    }

    /** A probability to the power of a number of calls, which is nearly always small and whole. */
    private static double power(double base, double exponent) {
        if (base == 1) {
            return 1;
        }
        if (exponent > MOST_FACTORS || exponent != (int) exponent) {
            return base <= 0 ? 0 : StrictMath.pow(base, exponent);
        }
        var product = base;
        for (var factors = 1; factors < (int) exponent; factors++) {
            product *= base;
        }
        return product;
    }
}
