package mayday.simulation;

import java.util.Arrays;

/**
 * Garbage collection, of services that have it: the fuller the memory, the more of the processor's time it takes.
 *
 * <p>A collection costs time in proportion to what is live, and is due again when what is free has been filled, so that a request costs
 * {@code live / (limit - live)} of collecting (Appel, Garbage collection can be faster than stack allocation, Information Processing
 * Letters 25, 1987; Jones, Hosking and Moss, The Garbage Collection Handbook, 2nd ed. 2023, section 10.1). Beyond what is usual, nobody
 * works while it is collected, and a pause is as long as there is much that leaked.
 */
final class Garbage {

    /** Time to go through leaked memory, a full collection by several threads; the order of magnitude, seconds per GiB. */
    private static final double SECONDS_PER_GIB = 0.5;

    /** With less than this share free a virtual machine gives up; its replicas are killed before (see {@link Replicas}). */
    private static final double FULLEST = 0.995;

    private static final double SMOOTHING = 0.3;
    private static final double MOST_PAUSED = 0.9;
    private static final double TINY = 1e-12;

    private final int nodes;
    private final double[] memory;
    private final double[] limit;

    Garbage(Topology topology) {
        nodes = topology.nodeCount();
        memory = topology.nodes.stream()
                .mapToDouble(node -> node.service().capacity().memoryGib())
                .toArray();
        limit = topology.nodes.stream()
                .mapToDouble(node -> node.service().capacity().memoryLimitGib())
                .toArray();
    }

    /** Without more to collect than usual, a request takes what it takes. */
    void prepare(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var sizes = parameters.sizes;
        for (var n = 0; n < nodes; n++) {
            if (parameters.gcShare[n] == 0) {
                now.paused[n] = 0;
                next.paused[n] = 0;
            }
        }
        System.arraycopy(sizes.serviceTime, 0, flows.serviceTime, 0, sizes.serviceTime.length);
        Arrays.fill(flows.stall, 0);
        Arrays.fill(flows.stallVariance, 0);
        for (var g = 0; g < sizes.cpuTime.length; g++) {
            burden(g, sizes.cpuTime[g], sizes, flows);
        }
    }

    private static void burden(int g, double cpu, Sizes sizes, Flows flows) {
        var byCores = sizes.left[g] / Math.max(TINY, cpu);
        var byThread = 1 / Math.max(TINY, sizes.serialTime[g]);
        flows.cpuEach[g] = cpu;
        flows.coreRate[g] = Math.min(byCores, byThread);
        flows.coreServers[g] = byCores <= byThread ? sizes.left[g] : 1;
    }

    /** What collecting costs each request in this step. */
    void collect(ModelState now, Parameters parameters, Flows flows, int groups) {
        for (var n : parameters.collected.indices()) {
            var leaked = now.leaked[n] / Math.max(1, now.ready[n]);
            var pressure = pressure((memory[n] + leaked) / limit[n]) / pressure(memory[n] / limit[n]);
            var pause = SECONDS_PER_GIB * leaked;
            for (var g = n; g < groups; g += nodes) {
                var cpu = parameters.sizes.cpuTime[g];
                flows.gcEach[g] = cpu * parameters.gcShare[n] * pressure;
                burden(g, cpu * (1 - parameters.gcShare[n]) + flows.gcEach[g], parameters.sizes, flows);
                // Work stands still in the pauses, and who arrives in one waits for its end.
                flows.serviceTime[g] = parameters.sizes.serviceTime[g] / (1 - now.paused[n]);
                flows.stall[g] = now.paused[n] * pause / 2;
                flows.stallVariance[g] = now.paused[n] * pause * pause / 3 - flows.stall[g] * flows.stall[g];
            }
        }
    }

    private static double pressure(double fullness) {
        var full = Math.min(FULLEST, fullness);
        return full / (1 - full);
    }

    /** How much of the time the replicas of a node will stand still, after what was served in this step. */
    void pause(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally, int groups) {
        for (var n : parameters.collected.indices()) {
            for (var g = n; g < groups; g += nodes) {
                tally.gc[g] += shareOfCores(flows.gcEach[g], g, parameters.sizes, flows);
            }
            var usual = parameters.sizes.cpuTime[n] * parameters.gcShare[n];
            var paused = Math.min(MOST_PAUSED, shareOfCores(flows.gcEach[n] - usual, n, parameters.sizes, flows));
            next.paused[n] = now.paused[n] + SMOOTHING * (paused - now.paused[n]);
        }
    }

    private static double shareOfCores(double each, int g, Sizes sizes, Flows flows) {
        return flows.serving[g] > 0 ? flows.served[g] * each / (flows.serving[g] * sizes.cores[g]) : 0;
    }
}
