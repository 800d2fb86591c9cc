package mayday.simulation;

import mayday.scenario.ServiceKind;

/**
 * The nodes' part of a step: what is turned away, what waits, what is served, how long it takes and how it ends.
 *
 * <p>A node is an M/M/c queue. Its servers are its workers, held for the time in service and for the time that the request spends
 * with dependencies (Little's law: a slow dependency takes workers away), or its processor cores, whichever can serve less.
 */
final class Work {

    /** How quickly the time spent with dependencies follows; undamped, the limit by workers oscillates at a step of a second. */
    private static final double SMOOTHING = 0.3;

    /** The stationary wait of M/M/c grows without bound towards 1; what is beyond is in the backlog. */
    private static final double FULLEST = 0.98;

    /** Whatever foreign processes take, a replica keeps this share of its cores. */
    private static final double LEAST_CORES = 0.05;

    private static final double TINY = 1e-12;

    private final double[] cores;

    /** Requests per second that one replica can serve as the author described it, without waiting for dependencies. */
    private final double[] nominal;

    /** Whether it answers as soon as it has taken a request, and delivers later. */
    private final boolean[] queues;

    /** Whether a full disk stops it. */
    private final boolean[] writes;

    Work(Topology topology) {
        var nodes = topology.nodeCount();
        cores = new double[nodes];
        nominal = new double[nodes];
        queues = new boolean[nodes];
        writes = new boolean[nodes];
        for (var n = 0; n < nodes; n++) {
            var service = topology.nodes.get(n).service();
            var capacity = service.capacity();
            cores[n] = capacity.cores();
            nominal[n] = Math.min(
                    capacity.concurrency() / Math.max(TINY, capacity.serviceSeconds()),
                    capacity.cores() / Math.max(TINY, capacity.cpuSeconds()));
            queues[n] = service.kind() == ServiceKind.QUEUE;
            writes[n] = switch (service.kind()) {
                case DATABASE, CACHE, QUEUE -> true;
                case EDGE, SERVICE, RESOLVER, THIRD_PARTY -> false;
            };
        }
    }

    /** The last stage of a step. */
    void advance(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        size(now, next, parameters, flows);
        queue(now, next, parameters, flows, tally);
        answer(now, next, flows, tally);
        conclude(next, parameters, flows, tally);
        attribute(next, flows, tally);
        report(next, parameters, flows, tally);
    }

    /** How much each node can serve. */
    private void size(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var n = 0; n < cores.length; n++) {
            var left = Math.max(LEAST_CORES * cores[n], cores[n] - parameters.stolenCores[n]);
            var cpuTime = parameters.cpuTime[n];
            // Beside a foreign process the processor's part of the work takes longer in proportion.
            var service = Math.max(parameters.serviceTime[n], cpuTime) + cpuTime * (cores[n] / left - 1);
            next.downstream[n] = now.downstream[n] + SMOOTHING * (flows.downTime[n] - now.downstream[n]);
            var hold = service + next.downstream[n];
            var byWorkers = parameters.concurrency[n] / Math.max(TINY, hold);
            var byCores = left / Math.max(TINY, cpuTime);
            flows.serviceTime[n] = service;
            flows.holdTime[n] = hold;
            flows.capacity[n] = flows.serving[n] * Math.min(byWorkers, byCores);
            flows.servers[n] = flows.serving[n] * (byWorkers <= byCores ? parameters.concurrency[n] : left);
        }
    }

    /** Arrivals against capacity: {@code waiting + accepted = served + waiting afterwards}, to rounding. */
    private void queue(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        for (var n = 0; n < cores.length; n++) {
            var arrived = flows.arrived[n];
            var shed = arrived * parameters.shed[n];
            var lost = now.backlog[n] * flows.lostShare[n];
            var wanting = now.backlog[n] - lost + now.returned[n] + arrived - shed;
            var served = Math.min(wanting, flows.capacity[n]);
            var room = parameters.queueLimit[n] * flows.serving[n] * nominal[n];
            var left = wanting - served;
            var waiting = Math.min(left, room);
            var rejected = left - waiting + shed;
            next.backlog[n] = waiting;
            flows.served[n] = served;
            tally.rejected[n] += rejected;
            tally.failedOwn[n] += lost;
            tally.completed[n] += rejected + lost;
            if (flows.serving[n] == 0) {
                next.refused[n] = 1;
            } else {
                next.refused[n] = arrived > 0 ? Math.min(1, rejected / arrived) : parameters.shed[n];
            }
        }
    }

    /** How long it takes: the backlog, the stationary wait of M/M/c, the service and the dependencies. */
    private void answer(ModelState now, ModelState next, Flows flows, Tally tally) {
        for (var n = 0; n < cores.length; n++) {
            var capacity = flows.capacity[n];
            var service = flows.serviceTime[n];
            var mean = service + flows.downTime[n];
            var variance = service * service + flows.downVariance[n];
            flows.waitTime[n] = 0;
            if (capacity > 0) {
                var utilisation = Math.min(flows.served[n] / capacity, FULLEST);
                var chance = ErlangC.waitProbability(Math.max(1, (int) flows.servers[n]), utilisation);
                var pace = 1 / (capacity * (1 - utilisation));
                var backlog = (now.backlog[n] + next.backlog[n]) / 2;
                flows.waitTime[n] = chance * pace;
                mean += backlog / capacity + chance * pace;
                variance += chance * (2 - chance) * pace * pace + backlog / (capacity * capacity);
            }
            tally.answerTime[n] += flows.served[n] * mean;
            tally.answerSquare[n] += flows.served[n] * (variance + mean * mean);
            next.answerMean[n] = queues[n] ? service : mean;
            next.answerDeviation[n] = queues[n] ? service : Math.sqrt(variance);
        }
    }

    /** How it ends: with success, by the service's own failure, or for want of a dependency. */
    private void conclude(ModelState next, Parameters parameters, Flows flows, Tally tally) {
        for (var n = 0; n < cores.length; n++) {
            var served = flows.served[n];
            var itself = writes[n] && parameters.diskUsed[n] >= 1 ? 1 : parameters.errorRatio[n];
            if (flows.lostShare[n] > 0) {
                // Restarted replicas take what they were working on with them.
                itself = Math.min(1, itself + flows.lostShare[n] * Math.min(1, flows.holdTime[n]));
            }
            var well = 1 - itself;
            var down = flows.downSucceeds[n];
            next.calling[n] = served * well;
            next.returned[n] = queues[n] ? served * well * (1 - down) : 0;
            next.succeeds[n] = queues[n] ? well : well * down;
            next.succeedsTwice[n] = queues[n] ? well * well : well * well * flows.downSucceedsTwice[n];
            tally.failedOwn[n] += served * itself;
            tally.completed[n] += served - next.returned[n];
        }
    }

    /** Which of the failures below a node's failed requests are due to. A queue has none: it tries again. */
    private void attribute(ModelState next, Flows flows, Tally tally) {
        for (var n = 0; n < cores.length; n++) {
            if (flows.downFailure[n] > 0 && !queues[n]) {
                var failed = next.calling[n] * (1 - flows.downSucceeds[n]);
                var part = failed / flows.downFailure[n];
                var known = part * (flows.downTimeout[n] + flows.downName[n] + flows.downTls[n]);
                tally.timedOut[n] += part * flows.downTimeout[n];
                tally.failedName[n] += part * flows.downName[n];
                tally.failedTls[n] += part * flows.downTls[n];
                tally.failedDependency[n] += Math.max(0, failed - known);
            }
            // Customers who do not trust the certificate never get in.
            tally.failedTls[n] += flows.distrusted[n];
            tally.completed[n] += flows.distrusted[n];
        }
    }

    private void report(ModelState next, Parameters parameters, Flows flows, Tally tally) {
        for (var n = 0; n < cores.length; n++) {
            var serving = flows.serving[n];
            var served = flows.served[n];
            var used = serving > 0 ? served * parameters.cpuTime[n] / serving : 0;
            tally.arrived[n] += flows.arrived[n];
            tally.retried[n] += flows.repeated[n];
            tally.served[n] += served;
            tally.cpu[n] += Math.min(1, (used + parameters.stolenCores[n]) / cores[n]);
            tally.busy[n] += served * flows.holdTime[n];
            tally.waiting[n] += next.backlog[n] + served * flows.waitTime[n];
            tally.lookups[n] += flows.lookups[n];
            tally.answered[n] += flows.answered[n];
            tally.disk[n] += parameters.diskUsed[n];
            tally.loss[n] += flows.sentLost[n] > 0 ? flows.sentLost[n] / flows.sent[n] : 0;
            tally.certificate[n] += flows.certificate[n];
        }
    }
}
