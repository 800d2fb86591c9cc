package mayday.simulation;

import mayday.scenario.ServiceKind;

/**
 * What one replica can do: follows from the parameters and changes only with them.
 *
 * <p>The replicas of a node are one or two groups. Group {@code n} are the ordinary ones of node {@code n}; group {@code nodes + n} are
 * those on its outlier hosts, if there are any. A load balancer gives all replicas the same share of the requests.
 */
final class Sizes {

    /** Whatever foreign processes take, a replica keeps this share of its cores. */
    private static final double LEAST_CORES = 0.05;

    private static final double TINY = 1e-12;

    private final Topology topology;
    private final int nodes;

    /** Requests per second that one replica can serve as the author described it, without waiting for dependencies. */
    private final double[] nominal;

    /** Whether any node has outliers. */
    boolean outliers;

    /** Cores of a replica, and those that are left for its work. */
    final double[] cores;

    final double[] left;

    /** Time of a request in service, and its processor time; and that of one thread alone. */
    final double[] serviceTime;

    final double[] cpuTime;
    final double[] serialTime;

    /** Requests that a replica works on at once. */
    final double[] workers;

    /** Share of requests that fail by themselves. */
    final double[] errorRatio;

    /** Requests that may wait for a replica. */
    final double[] room;

    /** Share of the cores that foreign processes take. */
    final double[] stolen;

    /** Share of the cores that are taken for nothing; and how busy the busiest of them is thereby. */
    final double[] taken;

    final double[] takenCore;

    Sizes(Topology topology) {
        this.topology = topology;
        nodes = topology.nodeCount();
        nominal = new double[nodes];
        for (var n = 0; n < nodes; n++) {
            var capacity = topology.nodes.get(n).service().capacity();
            nominal[n] = Math.min(
                    capacity.concurrency() / Math.max(TINY, capacity.serviceSeconds()),
                    capacity.cores() / Math.max(TINY, capacity.cpuSeconds()));
        }
        var groups = 2 * nodes;
        cores = new double[groups];
        left = new double[groups];
        serviceTime = new double[groups];
        cpuTime = new double[groups];
        serialTime = new double[groups];
        workers = new double[groups];
        errorRatio = new double[groups];
        room = new double[groups];
        stolen = new double[groups];
        taken = new double[groups];
        takenCore = new double[groups];
    }

    /** Works them out anew. */
    void follow(Parameters parameters) {
        outliers = false;
        for (var n = 0; n < nodes; n++) {
            set(n, n, 1, parameters.stolenCores[n], parameters.errorRatio[n], parameters);
            if (parameters.outlierHosts[n] > 0) {
                outliers = true;
                set(
                        nodes + n,
                        n,
                        parameters.outlierSlowdown[n],
                        parameters.stolenCores[n] + parameters.outlierStolenCores[n],
                        1 - (1 - parameters.errorRatio[n]) * (1 - parameters.outlierErrorRatio[n]),
                        parameters);
            }
        }
    }

    private void set(int group, int n, double slowdown, double foreign, double errors, Parameters parameters) {
        var service = topology.nodes.get(n).service();
        var all = service.capacity().cores();
        var spinning = parameters.spinningCores[n];
        var beside = Math.max(LEAST_CORES * all, all - foreign);
        var cpu = Math.max(parameters.cpuTime[n], parameters.serialTime[n]);
        cores[group] = all;
        left[group] = Math.max(LEAST_CORES * all, all - foreign - spinning);
        cpuTime[group] = cpu;
        serialTime[group] = parameters.serialTime[n];
        // Beside a foreign process the processor's part of the work takes longer in proportion.
        serviceTime[group] = slowdown * Math.max(parameters.serviceTime[n], cpu) + cpu * (all / beside - 1);
        workers[group] = parameters.concurrency[n];
        errorRatio[group] = stops(service.kind()) && parameters.diskUsed[n] >= 1 ? 1 : errors;
        room[group] = parameters.queueLimit[n] * nominal[n];
        stolen[group] = Math.min(1, foreign / all);
        taken[group] = Math.min(1, (foreign + spinning) / all);
        takenCore[group] = Math.min(1, Math.max(foreign, spinning));
    }

    /** Whether a full disk stops it. */
    private static boolean stops(ServiceKind kind) {
        return switch (kind) {
            case DATABASE, CACHE, QUEUE -> true;
            case EDGE, SERVICE, RESOLVER, THIRD_PARTY -> false;
        };
    }
}
