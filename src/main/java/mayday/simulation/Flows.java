package mayday.simulation;

import java.util.Arrays;

/**
 * What the stages of one step tell each other, by node or group of replicas (see {@link Sizes}); rates per second, times in
 * seconds. Arrays of their own, so that a pass which needs few of them touches few, and is a loop that the compiler can vectorise.
 */
final class Flows {
    /** Replicas that are wanted. */
    final double[] wanted;

    /** Days left of the node's certificate. */
    final double[] certificate;

    final double[] factors;

    /** Requests turned away because the certificate has expired. */
    final double[] distrusted;

    /** Attempts and queries that set out for a node, and those of them that lose a packet. */
    final double[] sent;

    final double[] sentLost;

    /**
     * Of a resolver: probability that a query is not answered at all; time of an answer; queries for each; that a
     * look-up fails.
     */
    final double[] querySilent;

    final double[] queryTime;
    final double[] queryQuick;
    final double[] queriesEach;
    final double[] lookupFails;

    /** From here on by group of replicas: replicas that take traffic. */
    final double[] serving;

    /** Share of what a group held that was lost with its replicas. */
    final double[] lostShare;

    /** Requests that arrive; of these, repeated attempts. */
    final double[] arrived;

    final double[] repeated;

    /** Look-ups of a cache or resolver, and those that found what they were looking for. */
    final double[] lookups;

    final double[] answered;

    /** Probability that none of the calls that a request needs fails; and that this holds for a repetition too. */
    final double[] downSucceeds;

    final double[] downSucceedsTwice;

    /** Time that a request spends with dependencies: mean, variance, and the mean smoothed. */
    final double[] downTime;

    final double[] downVariance;
    final double[] holding;

    /** Weights by which failures below are attributed: all, and those of three kinds. */
    final double[] downFailure;

    final double[] downTimeout;
    final double[] downName;
    final double[] downTls;

    /** Time of a request in service; and until its worker is free again. */
    final double[] serviceTime;

    final double[] holdTime;

    /** Processor time of a request, garbage included; and that of collecting garbage. */
    final double[] cpuEach;

    final double[] gcEach;

    /** How long a request stands still while garbage is collected. */
    final double[] stall;

    final double[] stallVariance;

    /**
     * Requests per second that one replica can serve: by its workers, and by its processor, which is so many servers.
     */
    final double[] workerRate;

    final double[] coreRate;
    final double[] coreServers;

    /** Requests per second that the group can serve. */
    final double[] capacity;

    /** Requests that want to be served; share of the arriving that is turned away on purpose. */
    final double[] wanting;

    final double[] shed;

    /** Requests that are served; that one replica serves; that are turned away; that are lost with a replica. */
    final double[] served;

    final double[] servedEach;
    final double[] rejected;
    final double[] abandoned;

    /**
     * Time between two that are served at full use; the use; the stationary wait of M/M/c: how likely, how long then,
     * and its mean.
     */
    final double[] paceEach;

    final double[] use;
    final double[] chance;
    final double[] pace;
    final double[] waitTime;

    /** Wait for the backlog; variance of the time until the answer. */
    final double[] delay;

    final double[] delayVariance;
    final double[] answerVariance;

    /** Probability that a request does not fail by itself. */
    final double[] well;

    /** Share of the cores in use. */
    final double[] cpu;

    /** What concerns the calls. */
    final EdgeFlows edges;

    private final int nodes;

    /** What a step adds up. */
    private final double[][] sums;

    Flows(int nodes, int edges) {
        this.nodes = nodes;
        wanted = new double[nodes];
        certificate = new double[nodes];
        factors = new double[nodes];
        distrusted = new double[nodes];
        sent = new double[nodes];
        sentLost = new double[nodes];
        querySilent = new double[nodes];
        queryTime = new double[nodes];
        queryQuick = new double[nodes];
        queriesEach = new double[nodes];
        lookupFails = new double[nodes];
        serving = new double[2 * nodes];
        lostShare = new double[2 * nodes];
        arrived = new double[2 * nodes];
        repeated = new double[2 * nodes];
        lookups = new double[2 * nodes];
        answered = new double[2 * nodes];
        downSucceeds = new double[2 * nodes];
        downSucceedsTwice = new double[2 * nodes];
        downTime = new double[2 * nodes];
        downVariance = new double[2 * nodes];
        holding = new double[2 * nodes];
        downFailure = new double[2 * nodes];
        downTimeout = new double[2 * nodes];
        downName = new double[2 * nodes];
        downTls = new double[2 * nodes];
        serviceTime = new double[2 * nodes];
        holdTime = new double[2 * nodes];
        cpuEach = new double[2 * nodes];
        gcEach = new double[2 * nodes];
        stall = new double[2 * nodes];
        stallVariance = new double[2 * nodes];
        workerRate = new double[2 * nodes];
        coreRate = new double[2 * nodes];
        coreServers = new double[2 * nodes];
        capacity = new double[2 * nodes];
        wanting = new double[2 * nodes];
        shed = new double[2 * nodes];
        served = new double[2 * nodes];
        servedEach = new double[2 * nodes];
        rejected = new double[2 * nodes];
        abandoned = new double[2 * nodes];
        paceEach = new double[2 * nodes];
        use = new double[2 * nodes];
        chance = new double[2 * nodes];
        pace = new double[2 * nodes];
        waitTime = new double[2 * nodes];
        delay = new double[2 * nodes];
        delayVariance = new double[2 * nodes];
        answerVariance = new double[2 * nodes];
        well = new double[2 * nodes];
        cpu = new double[2 * nodes];
        this.edges = new EdgeFlows(edges);
        sums = new double[][] {
            sent,
            sentLost,
            distrusted,
            arrived,
            repeated,
            lookups,
            answered,
            downTime,
            downVariance,
            downFailure,
            downTimeout,
            downName,
            downTls
        };
    }

    /** Makes what the step adds up start from nothing; what concerns outliers is split off later. */
    void clear() {
        for (var sum : sums) {
            Arrays.fill(sum, 0, nodes, 0);
        }
        Arrays.fill(downSucceeds, 0, nodes, 1);
        Arrays.fill(downSucceedsTwice, 0, nodes, 1);
    }
}
