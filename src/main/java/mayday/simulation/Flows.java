package mayday.simulation;

import java.util.Arrays;

/** What the stages of one step tell each other, by node or edge; rates in requests per second, times in seconds. */
final class Flows {

    /** Replicas that take traffic. */
    final double[] serving;

    /** Days left of the node's certificate. */
    final double[] certificate;

    /** Share of what a node held that was lost with its replicas. */
    final double[] lostShare;

    /** Requests that reach a node; of these, repeated attempts. */
    final double[] arrived;

    final double[] repeated;

    /** Attempts that set out for a node, and the same times their share of lost packets. */
    final double[] sent;

    final double[] sentLost;

    /** Requests turned away because the certificate has expired. */
    final double[] distrusted;

    /** Look-ups of a cache or resolver, and those that found what they were looking for. */
    final double[] lookups;

    final double[] answered;

    /** Probability that none of the calls that a request needs fails; and that this holds for a repetition too. */
    final double[] downSucceeds;

    final double[] downSucceedsTwice;

    /** Time that a request spends with dependencies: mean, and variance. */
    final double[] downTime;

    final double[] downVariance;

    /** Weights by which failures below are attributed: all, and those of three kinds. */
    final double[] downFailure;

    final double[] downTimeout;
    final double[] downName;
    final double[] downTls;

    /** Time of a request in service; and until its worker is free again. */
    final double[] serviceTime;

    final double[] holdTime;

    /** Requests per second that a node can serve, and by how many servers. */
    final double[] capacity;

    final double[] servers;
    final double[] served;

    /** Stationary wait of M/M/c. */
    final double[] waitTime;

    /** By edge: calls per request that a cache did not spare, and attempts, retries included. */
    final double[] callsEach;

    final double[] attempts;

    /** By edge: share of attempts that fail for want of an address. */
    final double[] unknown;

    /** By edge: probability that an attempt fails. */
    final double[] attemptFails;

    private final double[][] sums;

    Flows(int nodes, int edges) {
        serving = new double[nodes];
        certificate = new double[nodes];
        lostShare = new double[nodes];
        arrived = new double[nodes];
        repeated = new double[nodes];
        sent = new double[nodes];
        sentLost = new double[nodes];
        distrusted = new double[nodes];
        lookups = new double[nodes];
        answered = new double[nodes];
        downSucceeds = new double[nodes];
        downSucceedsTwice = new double[nodes];
        downTime = new double[nodes];
        downVariance = new double[nodes];
        downFailure = new double[nodes];
        downTimeout = new double[nodes];
        downName = new double[nodes];
        downTls = new double[nodes];
        serviceTime = new double[nodes];
        holdTime = new double[nodes];
        capacity = new double[nodes];
        servers = new double[nodes];
        served = new double[nodes];
        waitTime = new double[nodes];
        callsEach = new double[edges];
        attempts = new double[edges];
        unknown = new double[edges];
        attemptFails = new double[edges];
        sums = new double[][] {
            arrived,
            repeated,
            sent,
            sentLost,
            distrusted,
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

    /** Makes what the step adds up start from nothing. */
    void clear() {
        for (var sum : sums) {
            Arrays.fill(sum, 0);
        }
        Arrays.fill(downSucceeds, 1);
        Arrays.fill(downSucceedsTwice, 1);
    }
}
