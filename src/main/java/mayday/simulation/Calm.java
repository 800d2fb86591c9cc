package mayday.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Tells when nothing in the system moves but its demand. One step then stands for a whole sample.
 *
 * <p>A step leads from one second to the next. At rest it leads to where it began, so that one says as much as ten: rates, waits and
 * failures are in balance with the demand, and the little that grows steadily (leaks, caches that fill) is grown by ten seconds at once.
 * This is the approximation of the quasi-steady state (Segel and Slemrod, SIAM Review 31, 1989). When rest begins and ends follows from
 * the state and the schedule alone, so it is the same whoever asks, and in every replay.
 */
final class Calm {

    /** At rest, a probability changes by no more within a second, and a time by no more than {@link #SMALL_TIME} of itself. */
    private static final double SMALL = 1e-3;

    private static final double SMALL_TIME = 1e-2;

    /** Whatever fills or drains is at rest if it would take days. */
    private static final double SLOW = 1e-5;

    private static final double SLOW_POOL = 1e-4;

    private final int nodes;
    private final int[] region;
    private final int[] caller;
    private final int[] callee;

    /** By node: for which share of a sample the calls that it makes lag behind the demand. */
    private final double[] lag;

    /** Edges, those of callers before those of their callees. */
    private final int[] downwards;

    Calm(Topology topology) {
        nodes = topology.nodeCount();
        var regions = topology.system.regionIds();
        region = topology.nodes.stream()
                .mapToInt(node -> regions.indexOf(node.region()))
                .toArray();
        caller = topology.edges.stream().mapToInt(Topology.Edge::caller).toArray();
        callee = topology.edges.stream().mapToInt(Topology.Edge::callee).toArray();
        var depths = depths();
        lag = Arrays.stream(depths)
                .mapToDouble(depth -> Math.min(1, (depth + 1) / (double) Run.SAMPLE_STEPS))
                .toArray();
        downwards = IntStream.range(0, caller.length)
                .boxed()
                .sorted(Comparator.comparingInt(e -> depths[caller[e]]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The longest way to each node; calls never go round in a circle. */
    private int[] depths() {
        var depths = new int[nodes];
        for (var round = 0; round < nodes; round++) {
            for (var e = 0; e < caller.length; e++) {
                depths[callee[e]] = Math.max(depths[callee[e]], Math.min(nodes, depths[caller[e]] + 1));
            }
        }
        return depths;
    }

    /**
     * Lets what is under way follow the demand. Each call on the way takes a second, so for as many seconds of the sample a caller
     * still makes the calls of the demand before. What a queue holds up follows nothing, and neither does what is called from there.
     */
    void follow(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var factors = flows.factors;
        for (var n = 0; n < nodes; n++) {
            var r = region[n];
            var before = lag[n] * now.demandBefore[r] + (1 - lag[n]) * now.demand[r];
            var after = lag[n] * now.demand[r] + (1 - lag[n]) * next.demand[r];
            factors[n] = before > 0 && now.backlog[n] == 0 ? after / before : 1;
        }
        for (var e : downwards) {
            if (factors[caller[e]] == 1 || now.poolWaiting[e] > 0) {
                factors[callee[e]] = 1;
            }
        }
        for (var n = 0; n < nodes; n++) {
            now.calling[n] *= factors[n];
            now.returned[n] *= factors[n];
            now.returned[nodes + n] *= factors[n];
        }
        for (var e : parameters.retried.indices()) {
            var first = e * ModelState.RETRY_STAGES;
            for (var k = first; k < first + parameters.tries[e] - 1; k++) {
                now.retries[k] *= factors[caller[e]];
            }
        }
    }

    /**
     * After a sample that was stepped through: what the system is like, if its last second found it at rest.
     *
     * @param groups groups of replicas that there are (see {@link Sizes}); what the states hold of others is left over from before
     */
    static AtRest found(ModelState before, ModelState after, int groups) {
        return isSteady(before, after, groups)
                        && isNear(before.succeeds, after.succeeds, groups)
                        && isNear(before.refused, after.refused, groups)
                        && isNear(before.callFails, after.callFails, after.callFails.length)
                        && isNear(before.paused, after.paused, after.paused.length)
                        && isWithin(SMALL_TIME, before.answerMean, after.answerMean, groups)
                ? AtRest.as(after)
                : AtRest.NOT;
    }

    /** After a sample that one step stood for: whether rest lasts. */
    static AtRest lasts(ModelState before, ModelState after, int groups) {
        return isSteady(before, after, groups) && before.rest.includes(after, groups) ? before.rest : AtRest.NOT;
    }

    /** Whether nothing fills or drains, starts or stops, or runs out. */
    private static boolean isSteady(ModelState before, ModelState after, int groups) {
        return Arrays.equals(before.ready, after.ready)
                && Arrays.equals(before.killDebt, after.killDebt)
                && isNothing(after.coming)
                && Arrays.equals(before.stale, after.stale)
                && Arrays.equals(before.wrong, after.wrong)
                && Arrays.equals(before.denied, after.denied)
                && isWithin(SLOW, before.backlog, after.backlog, groups)
                && isWithin(SLOW_POOL, before.poolWaiting, after.poolWaiting, after.poolWaiting.length)
                && isLevel(before, after, groups);
    }

    /** Whether as many names as before are asked for in vain, and a queue takes as many messages back. */
    private static boolean isLevel(ModelState before, ModelState after, int groups) {
        for (var e = 0; e < after.without.length; e++) {
            if (Math.abs(before.without[e] - after.without[e]) > SMALL / 10) {
                return false;
            }
        }
        for (var g = 0; g < groups; g++) {
            if (Math.abs(before.returned[g] - after.returned[g]) > SMALL * after.calling[g]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNothing(double[] values) {
        for (var value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNear(double[] before, double[] after, int count) {
        for (var i = 0; i < count; i++) {
            if (Math.abs(before[i] - after[i]) > SMALL) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(double share, double[] before, double[] after, int count) {
        for (var i = 0; i < count; i++) {
            if (Math.abs(before[i] - after[i]) > share * after[i]) {
                return false;
            }
        }
        return true;
    }
}
