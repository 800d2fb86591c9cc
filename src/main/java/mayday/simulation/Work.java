package mayday.simulation;

import java.util.stream.IntStream;
import mayday.scenario.ServiceKind;

/**
 * The nodes' part of a step: what is turned away, what waits, what is served, how long it takes and how it ends.
 *
 * <p>A group of replicas (see {@link Sizes}) is an M/M/c queue. Its servers are its workers, held for the time in service and for the
 * time that the request spends with dependencies (Little's law: a slow dependency takes workers away), or its processor cores,
 * whichever can serve less.
 */
final class Work {

    /** How quickly the time spent with dependencies follows; undamped, the limit by workers oscillates at a step of a second. */
    private static final double SMOOTHING = 0.3;

    /** The stationary wait of M/M/c grows without bound towards 1; what is beyond is in the backlog. */
    private static final double FULLEST = 0.98;

    private static final double TINY = 1e-12;

    private final int nodes;
    private final Outliers outliers;
    private final Garbage garbage;

    /** Nodes, and their groups, that answer as soon as they have taken a request, and deliver later. */
    private final int[] queues;

    Work(Topology topology) {
        nodes = topology.nodeCount();
        outliers = new Outliers(nodes);
        garbage = new Garbage(topology);
        queues = IntStream.range(0, 2 * nodes)
                .filter(g -> topology.nodes.get(g % nodes).service().kind() == ServiceKind.QUEUE)
                .toArray();
    }

    /** Sets what stays as it is while the parameters hold. */
    void prepare(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        outliers.prepare(now, next, parameters, flows);
        garbage.prepare(now, next, parameters, flows);
    }

    /** The last stage of a step. Each part is one pass over all groups. */
    void advance(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        var sizes = parameters.sizes;
        var groups = sizes.outliers ? 2 * nodes : nodes;
        for (var n = 0; n < nodes; n++) {
            next.downstream[n] = now.downstream[n] + SMOOTHING * (flows.downTime[n] - now.downstream[n]);
            flows.holding[n] = next.downstream[n];
            flows.shed[n] = parameters.shed[n];
        }
        garbage.collect(now, parameters, flows, groups);
        if (sizes.outliers) {
            outliers.split(parameters, flows);
        }
        size(groups, sizes, flows);
        queue(groups, now, next, sizes, flows);
        overflow(groups, next, sizes, flows);
        turnAway(groups, next, flows, tally);
        await(groups, now, next, sizes, flows);
        answer(groups, next, flows, tally);
        conclude(groups, next, sizes, flows, tally);
        deliver(next, flows, tally);
        attribute(groups, next, flows, tally);
        report(groups, next, sizes, flows, tally);
        garbage.pause(now, next, parameters, flows, tally, groups);
        if (sizes.outliers) {
            outliers.blend(next, flows);
        }
    }

    /** How much each group can serve. */
    private static void size(int groups, Sizes sizes, Flows flows) {
        for (var g = 0; g < groups; g++) {
            flows.holdTime[g] = Math.max(TINY, flows.serviceTime[g] + flows.holding[g]);
            flows.workerRate[g] = sizes.workers[g] / flows.holdTime[g];
        }
        for (var g = 0; g < groups; g++) {
            flows.capacity[g] = flows.serving[g] * Math.min(flows.workerRate[g], flows.coreRate[g]);
        }
    }

    /** Arrivals against capacity: {@code waiting + accepted = served + waiting afterwards}, to rounding. */
    private static void queue(int groups, ModelState now, ModelState next, Sizes sizes, Flows flows) {
        for (var g = 0; g < groups; g++) {
            var kept = now.backlog[g] * (1 - flows.lostShare[g]);
            flows.wanting[g] = kept + now.returned[g] + flows.arrived[g] * (1 - flows.shed[g]);
            flows.served[g] = Math.min(flows.wanting[g], flows.capacity[g]);
        }
        for (var g = 0; g < groups; g++) {
            next.backlog[g] = Math.min(flows.wanting[g] - flows.served[g], sizes.room[g] * flows.serving[g]);
            flows.rejected[g] = flows.wanting[g] - flows.served[g] - next.backlog[g] + flows.arrived[g] * flows.shed[g];
            flows.abandoned[g] = now.backlog[g] * flows.lostShare[g];
        }
    }

    /**
     * Before a backlog grows, chance fills a short queue now and then: what is lost of M/M/c/K, {@code (1 - rho) C rho^q / (1 - C
     * rho^(q+1))} with {@code q} places to wait, which is M/M/1/K's loss for one server and Erlang's B without places (Cooper,
     * Introduction to Queueing Theory, 1981, sections 3.3 to 3.5). In long queues it is nothing.
     */
    private static void overflow(int groups, ModelState next, Sizes sizes, Flows flows) {
        for (var g = 0; g < groups; g++) {
            var places = sizes.room[g] * flows.serving[g];
            var spare = flows.capacity[g] - flows.served[g];
            if (next.backlog[g] == 0 && flows.served[g] > 0 && places * spare < Tail.NEGLIGIBLE * flows.capacity[g]) {
                var use = Math.min(FULLEST, flows.served[g] / flows.capacity[g]);
                var full = waitProbability(g, use, sizes, flows)
                        * Tail.decay(Math.min(Tail.NEGLIGIBLE, -places * StrictMath.log(use)));
                var lost = flows.served[g] * (1 - use) * full / (1 - use * full);
                flows.served[g] -= lost;
                flows.rejected[g] += lost;
            }
        }
    }

    private static double waitProbability(int g, double use, Sizes sizes, Flows flows) {
        var byWorkers = flows.workerRate[g] <= flows.coreRate[g];
        var servers = (int) (flows.serving[g] * (byWorkers ? sizes.workers[g] : flows.coreServers[g]));
        return ErlangC.waitProbability(servers > 1 ? servers : 1, use);
    }

    private static void turnAway(int groups, ModelState next, Flows flows, Tally tally) {
        for (var g = 0; g < groups; g++) {
            var arrived = flows.arrived[g];
            var rejected = flows.rejected[g];
            next.refused[g] = flows.serving[g] == 0 ? 1 : flows.shed[g];
            if (rejected > 0 && arrived > 0 && flows.serving[g] > 0) {
                next.refused[g] = Math.min(1, rejected / arrived);
            }
        }
        for (var g = 0; g < groups; g++) {
            tally.rejected[g] += flows.rejected[g];
            tally.failedOwn[g] += flows.abandoned[g];
            tally.completed[g] += flows.rejected[g] + flows.abandoned[g];
        }
    }

    /** How long a request waits: for the backlog, and on top of that the stationary wait of M/M/c. */
    private static void await(int groups, ModelState now, ModelState next, Sizes sizes, Flows flows) {
        for (var g = 0; g < groups; g++) {
            flows.paceEach[g] = 1 / Math.max(TINY, flows.capacity[g]);
            flows.use[g] = Math.min(FULLEST, flows.served[g] * flows.paceEach[g]);
        }
        for (var g = 0; g < groups; g++) {
            flows.pace[g] = flows.paceEach[g] / (1 - flows.use[g]);
            flows.delay[g] = (now.backlog[g] + next.backlog[g]) / 2 * flows.paceEach[g];
            flows.delayVariance[g] = flows.delay[g] * flows.paceEach[g];
        }
        for (var g = 0; g < groups; g++) {
            flows.chance[g] = waitProbability(g, flows.use[g], sizes, flows);
        }
    }

    /** How long it takes: the wait, the service and the dependencies. */
    private static void answer(int groups, ModelState next, Flows flows, Tally tally) {
        for (var g = 0; g < groups; g++) {
            flows.waitTime[g] = flows.chance[g] * flows.pace[g];
            next.answerMean[g] =
                    flows.serviceTime[g] + flows.stall[g] + flows.downTime[g] + flows.delay[g] + flows.waitTime[g];
        }
        for (var g = 0; g < groups; g++) {
            flows.answerVariance[g] = flows.serviceTime[g] * flows.serviceTime[g]
                    + flows.stallVariance[g]
                    + flows.downVariance[g]
                    + flows.delayVariance[g]
                    + flows.waitTime[g] * (2 - flows.chance[g]) * flows.pace[g];
        }
        for (var g = 0; g < groups; g++) {
            tally.answerTime[g] += flows.served[g] * next.answerMean[g];
            tally.answerSquare[g] +=
                    flows.served[g] * (flows.answerVariance[g] + next.answerMean[g] * next.answerMean[g]);
            next.answerDeviation[g] = Math.sqrt(flows.answerVariance[g]);
        }
    }

    /** How it ends: with success, by the service's own failure, or for want of a dependency. */
    private static void conclude(int groups, ModelState next, Sizes sizes, Flows flows, Tally tally) {
        for (var g = 0; g < groups; g++) {
            // Restarted replicas take what they were working on with them.
            var itself = Math.min(1, sizes.errorRatio[g] + flows.lostShare[g] * Math.min(1, flows.holdTime[g]));
            flows.well[g] = 1 - itself;
            tally.failedOwn[g] += flows.served[g] * itself;
            tally.completed[g] += flows.served[g];
        }
        for (var g = 0; g < groups; g++) {
            next.calling[g] = flows.served[g] * flows.well[g];
            next.succeeds[g] = flows.well[g] * flows.downSucceeds[g];
            next.succeedsTwice[g] = flows.well[g] * flows.well[g] * flows.downSucceedsTwice[g];
        }
    }

    /** A queue answers as soon as it has taken a message, and takes back what it cannot deliver. */
    private void deliver(ModelState next, Flows flows, Tally tally) {
        for (var g : queues) {
            var well = flows.well[g];
            next.returned[g] = next.calling[g] * (1 - flows.downSucceeds[g]);
            next.answerMean[g] = flows.serviceTime[g];
            next.answerDeviation[g] = flows.serviceTime[g];
            next.succeeds[g] = well;
            next.succeedsTwice[g] = well * well;
            flows.downFailure[g] = 0;
            tally.completed[g] -= next.returned[g];
        }
    }

    /** Which of the failures below a group's failed requests are due to. A queue has none: it tries again. */
    private void attribute(int groups, ModelState next, Flows flows, Tally tally) {
        for (var g = 0; g < groups; g++) {
            if (flows.downFailure[g] > 0) {
                var failed = next.calling[g] * (1 - flows.downSucceeds[g]);
                var part = failed / flows.downFailure[g];
                var known = part * (flows.downTimeout[g] + flows.downName[g] + flows.downTls[g]);
                tally.timedOut[g] += part * flows.downTimeout[g];
                tally.failedName[g] += part * flows.downName[g];
                tally.failedTls[g] += part * flows.downTls[g];
                tally.failedDependency[g] += failed > known ? failed - known : 0;
            }
        }
        for (var n = 0; n < nodes; n++) {
            if (flows.distrusted[n] > 0) {
                // Customers who do not trust the certificate never get in.
                tally.failedTls[n] += flows.distrusted[n];
                tally.completed[n] += flows.distrusted[n];
            }
        }
    }

    private static void report(int groups, ModelState next, Sizes sizes, Flows flows, Tally tally) {
        for (var g = 0; g < groups; g++) {
            flows.servedEach[g] = flows.served[g] / Math.max(TINY, flows.serving[g]);
            flows.cpu[g] = Math.min(1, flows.servedEach[g] * flows.cpuEach[g] / sizes.cores[g] + sizes.taken[g]);
        }
        for (var g = 0; g < groups; g++) {
            // One thread's work is on one core; the rest spreads over all of them.
            var serial = flows.servedEach[g] * sizes.serialTime[g];
            var core = flows.cpu[g] + serial - serial / sizes.cores[g];
            tally.cpu[g] += flows.cpu[g];
            tally.busiestCore[g] += Math.min(1, Math.max(core, sizes.takenCore[g]));
        }
        for (var g = 0; g < groups; g++) {
            tally.served[g] += flows.served[g];
            tally.busy[g] += flows.served[g] * flows.holdTime[g];
            tally.waiting[g] += next.backlog[g] + next.returned[g] + flows.served[g] * flows.waitTime[g];
        }
        for (var g = 0; g < groups; g++) {
            tally.arrived[g] += flows.arrived[g];
            tally.retried[g] += flows.repeated[g];
            tally.lookups[g] += flows.lookups[g];
            tally.answered[g] += flows.answered[g];
        }
    }
}
