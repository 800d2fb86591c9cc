package mayday.simulation;

import java.util.Arrays;

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
    private final int[] caller;
    private final int[] callee;
    private final Caches caches;
    private final Names names;
    private final Attempt attempt = new Attempt();

    Calls(Topology topology) {
        caller = topology.edges.stream().mapToInt(Topology.Edge::caller).toArray();
        callee = topology.edges.stream().mapToInt(Topology.Edge::callee).toArray();
        caches = new Caches(topology);
        names = new Names(topology);
    }

    /** The third stage of a step, after the replicas' and the demand's. */
    void advance(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        System.arraycopy(parameters.calls, 0, flows.callsEach, 0, flows.callsEach.length);
        Arrays.fill(flows.unknown, 0);
        caches.spare(now, parameters, flows);
        send(now, parameters, flows);
        names.resolve(now, next, parameters, flows);
        for (var e = 0; e < caller.length; e++) {
            attempt.follow(e, caller[e], callee[e], now, next, parameters, flows, tally);
            arrive(e, now, parameters, flows);
            repeat(e, now, next, parameters, flows);
            burden(e, next, parameters, flows);
        }
        caches.fill(next, flows);
    }

    private void send(ModelState now, Parameters parameters, Flows flows) {
        for (var e = 0; e < caller.length; e++) {
            var all = now.calling[caller[e]] * flows.callsEach[e];
            var stages = (int) parameters.attempts[e] - 1;
            for (var k = 0; k < stages; k++) {
                all += now.retries[e * ModelState.RETRY_STAGES + k];
            }
            flows.attempts[e] = all;
        }
    }

    /** What of the attempts reaches the callee. */
    private void arrive(int e, ModelState now, Parameters parameters, Flows flows) {
        var to = callee[e];
        var attempts = flows.attempts[e];
        var arriving = attempt.through * attempt.arrives;
        flows.arrived[to] += arriving;
        if (parameters.loss[e] > 0) {
            flows.sentLost[to] += attempts * parameters.loss[e];
        }
        flows.sent[to] += attempts;
        if (parameters.attempts[e] > 1 && attempts > 0) {
            var fresh = now.calling[caller[e]] * flows.callsEach[e];
            flows.repeated[to] += arriving * (attempts - fresh) / attempts;
        }
    }

    /** What failed now is tried again in the next step, if attempts are left. */
    private void repeat(int e, ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var first = e * ModelState.RETRY_STAGES;
        var left = (int) parameters.attempts[e] - 1;
        var failed = now.calling[caller[e]] * flows.callsEach[e] * attempt.fails;
        for (var k = 0; k < ModelState.RETRY_STAGES; k++) {
            next.retries[first + k] = k < left ? failed : 0;
            failed = now.retries[first + k] * attempt.failsAgain;
        }
    }

    /** What the calls cost the caller: time, and requests that fail because a call they needed failed. */
    private void burden(int e, ModelState next, Parameters parameters, Flows flows) {
        var attempts = (int) parameters.attempts[e];
        var tries = 1.0;
        var fails = attempt.fails;
        for (var k = 1; k < attempts; k++) {
            tries += fails;
            fails *= attempt.failsAgain;
        }
        flows.attemptFails[e] = attempt.fails;
        next.callFails[e] = fails;
        var needing = Math.min(1, flows.callsEach[e]);
        var each = Math.max(1, flows.callsEach[e]);
        burdenWithTime(caller[e], needing, each * tries, (tries - 1) * (attempts - tries), flows);
        var exposed = needing * (1 - parameters.fallback[e]);
        if (fails > 0 && exposed > 0) {
            var twice = 1 - 2 * fails + fails * Chance.power(attempt.failsAgain, attempts);
            burdenWithFailure(
                    caller[e], exposed, Chance.power(1 - fails, each), Chance.power(Math.max(0, twice), each), flows);
        }
    }

    private void burdenWithFailure(int from, double exposed, double succeeds, double twice, Flows flows) {
        var failure = exposed * (1 - succeeds);
        var part = failure / attempt.fails;
        flows.downSucceeds[from] *= 1 - failure;
        flows.downSucceedsTwice[from] *= 1 - exposed + exposed * twice;
        flows.downFailure[from] += failure;
        flows.downTimeout[from] += part * attempt.timesOut;
        flows.downName[from] += part * attempt.nameless;
        flows.downTls[from] += part * attempt.distrusted;
    }

    /** Calls are made one after the other; a request that needs the callee only sometimes has a more varied time. */
    private void burdenWithTime(int from, double needing, double tries, double triesVariance, Flows flows) {
        var time = tries * attempt.mean;
        flows.downTime[from] += needing * time;
        flows.downVariance[from] += needing
                * ((1 - needing) * time * time
                        + tries * attempt.variance
                        + triesVariance * attempt.mean * attempt.mean);
    }
}
