package mayday.simulation;

import java.util.Arrays;

/** Adds up over the steps of a sample what is recorded of nodes and edges. */
final class Tally {
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
    final double[] attemptsFailed;
    final double[] attemptsTimedOut;
    final double[] attemptsRefused;
    final double[] attemptsTls;
    final double[] attemptsName;

    /** Time of an attempt, times attempts. */
    final double[] attemptTime;

    final double[] poolInUse;
    final double[] poolSize;
    final double[] poolWaiting;
    final double[] packetLoss;

    private final int nodes;
    private final int edges;

    /** In the order of {@link NodeColumn}, then of {@link EdgeColumn}. */
    private final double[][] columns;

    Tally(int nodes, int edges) {
        this.nodes = nodes;
        this.edges = edges;
        columns = new double[NodeColumn.COUNT + EdgeColumn.COUNT][];
        for (var column = 0; column < columns.length; column++) {
            columns[column] = new double[column < NodeColumn.COUNT ? nodes : edges];
        }
        arrived = columns[NodeColumn.ARRIVED.place()];
        completed = columns[NodeColumn.COMPLETED.place()];
        failedOwn = columns[NodeColumn.FAILED_OWN.place()];
        rejected = columns[NodeColumn.REJECTED.place()];
        timedOut = columns[NodeColumn.TIMED_OUT.place()];
        failedDependency = columns[NodeColumn.FAILED_DEPENDENCY.place()];
        failedName = columns[NodeColumn.FAILED_NAME.place()];
        failedTls = columns[NodeColumn.FAILED_TLS.place()];
        retried = columns[NodeColumn.RETRIED.place()];
        served = columns[NodeColumn.SERVED.place()];
        answerTime = columns[NodeColumn.ANSWER_MEAN.place()];
        answerSquare = columns[NodeColumn.ANSWER_DEVIATION.place()];
        cpu = columns[NodeColumn.CPU.place()];
        memory = columns[NodeColumn.MEMORY.place()];
        busy = columns[NodeColumn.BUSY.place()];
        waiting = columns[NodeColumn.WAITING.place()];
        lookups = columns[NodeColumn.LOOKUPS.place()];
        answered = columns[NodeColumn.ANSWERED.place()];
        ready = columns[NodeColumn.READY.place()];
        wanted = columns[NodeColumn.WANTED.place()];
        disk = columns[NodeColumn.DISK.place()];
        loss = columns[NodeColumn.LOSS.place()];
        certificate = columns[NodeColumn.CERTIFICATE.place()];
        attempts = columns[NodeColumn.COUNT + EdgeColumn.ATTEMPTS.place()];
        attemptsFailed = columns[NodeColumn.COUNT + EdgeColumn.FAILED.place()];
        attemptsTimedOut = columns[NodeColumn.COUNT + EdgeColumn.TIMED_OUT.place()];
        attemptsRefused = columns[NodeColumn.COUNT + EdgeColumn.REFUSED.place()];
        attemptsTls = columns[NodeColumn.COUNT + EdgeColumn.TLS.place()];
        attemptsName = columns[NodeColumn.COUNT + EdgeColumn.NAME.place()];
        attemptTime = columns[NodeColumn.COUNT + EdgeColumn.TIME.place()];
        poolInUse = columns[NodeColumn.COUNT + EdgeColumn.POOL_IN_USE.place()];
        poolSize = columns[NodeColumn.COUNT + EdgeColumn.POOL_SIZE.place()];
        poolWaiting = columns[NodeColumn.COUNT + EdgeColumn.POOL_WAITING.place()];
        packetLoss = columns[NodeColumn.COUNT + EdgeColumn.LOSS.place()];
    }

    void clear() {
        for (var column : columns) {
            Arrays.fill(column, 0);
        }
    }

    /** The means over so many steps: {@link NodeColumn} by node, then {@link EdgeColumn} by edge. */
    float[] frame(int steps) {
        var frame = new float[nodes * NodeColumn.COUNT + edges * EdgeColumn.COUNT];
        var at = 0;
        for (var column : columns) {
            for (var value : column) {
                frame[at++] = (float) (value / steps);
            }
        }
        for (var n = 0; n < nodes; n++) {
            var mean = served[n] > 0 ? answerTime[n] / served[n] : 0;
            var variance = served[n] > 0 ? answerSquare[n] / served[n] - mean * mean : 0;
            frame[NodeColumn.ANSWER_MEAN.place() * nodes + n] = (float) mean;
            frame[NodeColumn.ANSWER_DEVIATION.place() * nodes + n] = (float) Math.sqrt(Math.max(0, variance));
        }
        return frame;
    }
}
