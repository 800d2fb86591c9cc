package mayday.simulation;

import java.util.Arrays;

/**
 * What happened in one step: rates in requests per second, by node or edge. What is recorded stands in {@link #nodeColumns} and
 * {@link #edgeColumns}; the others carry a figure from one stage of the step to the next.
 */
final class Flows {
    final double[] arrived;
    final double[] completed;
    final double[] failedOwn;
    final double[] rejected;
    final double[] timedOut;
    final double[] failedDependency;
    final double[] failedName;
    final double[] failedTls;
    final double[] retried;
    final double[] served;

    /** Time to the answer, and its square, times requests. */
    final double[] answerTime;

    final double[] answerSquare;

    final double[] cpu;
    final double[] memory;
    final double[] busy;
    final double[] waiting;
    final double[] lookups;
    final double[] answered;
    final double[] ready;
    final double[] wanted;
    final double[] disk;
    final double[] loss;
    final double[] certificate;

    final double[] attempts;
    final double[] failedAttempts;
    final double[] timedOutAttempts;
    final double[] refusedAttempts;
    final double[] tlsAttempts;
    final double[] nameAttempts;
    final double[] attemptTime;
    final double[] poolInUse;
    final double[] poolSize;
    final double[] poolWaiting;
    final double[] edgeLoss;

    /** By node, between stages. */
    final double[] serving;

    final double[] arrivedAttempts;
    final double[] lostOnTheWay;
    final double[] downSucceeds;
    final double[] downSucceedsTwice;
    final double[] downTime;
    final double[] downVariance;
    final double[] downFailure;
    final double[] downTimeout;
    final double[] downName;
    final double[] downTls;
    final double[] serviceTime;
    final double[] holdTime;
    final double[] capacity;
    final double[] servers;
    final double[] waitTime;
    final double[] lookupFails;
    final double[] failsItself;

    /** By edge, between stages. */
    final double[] callsEach;

    final double[] fresh;
    final double[] through;
    final double[] gaveUp;
    final double[] poolDelay;
    final double[] unknown;
    final double[] untrusted;
    final double[] lost;
    final double[] late;
    final double[] callTime;
    final double[] callVariance;
    final double[] attemptMean;
    final double[] attemptVariance;
    final double[] attemptFails;
    final double[] attemptFailsAgain;

    /** In the order of {@link NodeColumn}. */
    final double[][] nodeColumns;

    /** In the order of {@link EdgeColumn}. */
    final double[][] edgeColumns;

    private final double[][] sums;

    Flows(int nodes, int edges) {
        arrived = new double[nodes];
        completed = new double[nodes];
        failedOwn = new double[nodes];
        rejected = new double[nodes];
        timedOut = new double[nodes];
        failedDependency = new double[nodes];
        failedName = new double[nodes];
        failedTls = new double[nodes];
        retried = new double[nodes];
        served = new double[nodes];
        answerTime = new double[nodes];
        answerSquare = new double[nodes];
        cpu = new double[nodes];
        memory = new double[nodes];
        busy = new double[nodes];
        waiting = new double[nodes];
        lookups = new double[nodes];
        answered = new double[nodes];
        ready = new double[nodes];
        wanted = new double[nodes];
        disk = new double[nodes];
        loss = new double[nodes];
        certificate = new double[nodes];
        nodeColumns = new double[][] {
            arrived,
            completed,
            failedOwn,
            rejected,
            timedOut,
            failedDependency,
            failedName,
            failedTls,
            retried,
            served,
            answerTime,
            answerSquare,
            cpu,
            memory,
            busy,
            waiting,
            lookups,
            answered,
            ready,
            wanted,
            disk,
            loss,
            certificate
        };
        attempts = new double[edges];
        failedAttempts = new double[edges];
        timedOutAttempts = new double[edges];
        refusedAttempts = new double[edges];
        tlsAttempts = new double[edges];
        nameAttempts = new double[edges];
        attemptTime = new double[edges];
        poolInUse = new double[edges];
        poolSize = new double[edges];
        poolWaiting = new double[edges];
        edgeLoss = new double[edges];
        edgeColumns = new double[][] {
            attempts,
            failedAttempts,
            timedOutAttempts,
            refusedAttempts,
            tlsAttempts,
            nameAttempts,
            attemptTime,
            poolInUse,
            poolSize,
            poolWaiting,
            edgeLoss
        };
        serving = new double[nodes];
        arrivedAttempts = new double[nodes];
        lostOnTheWay = new double[nodes];
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
        waitTime = new double[nodes];
        lookupFails = new double[nodes];
        failsItself = new double[nodes];
        callsEach = new double[edges];
        fresh = new double[edges];
        through = new double[edges];
        gaveUp = new double[edges];
        poolDelay = new double[edges];
        unknown = new double[edges];
        untrusted = new double[edges];
        lost = new double[edges];
        late = new double[edges];
        callTime = new double[edges];
        callVariance = new double[edges];
        attemptMean = new double[edges];
        attemptVariance = new double[edges];
        attemptFails = new double[edges];
        attemptFailsAgain = new double[edges];
        sums = new double[][] {
            arrived,
            completed,
            failedTls,
            retried,
            lookups,
            answered,
            arrivedAttempts,
            lostOnTheWay,
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
