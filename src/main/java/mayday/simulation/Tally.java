package mayday.simulation;

import java.util.Arrays;

/** Adds up over the steps of a sample what is recorded of nodes and edges; levels are set at its end. */
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
    final double[] busiestCore;
    final double[] gc;
    final double[] memory;
    final double[] busy;
    final double[] waiting;
    final double[] lookups;
    final double[] answered;
    final double[] ready;
    final double[] wanted;
    final double[] disk;
    final double[] stolen;
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

    final double[] lookedUp;

    /** Time of a look-up, times look-ups. */
    final double[] lookupTime;

    final double[] poolInUse;
    final double[] poolSize;
    final double[] poolWaiting;
    final double[] packetLoss;

    private final int nodes;
    private final int edges;

    /** In the order of {@link NodeColumn}, then of {@link EdgeColumn}. */
    private final double[][] columns;

    private final boolean[] levels;

    /** Whether any node had outliers. */
    boolean outliers;

    Tally(int nodes, int edges) {
        this.nodes = nodes;
        this.edges = edges;
        columns = new double[NodeColumn.COUNT + EdgeColumn.COUNT][];
        levels = new boolean[columns.length];
        for (var column : NodeColumn.values()) {
            columns[column.place()] = new double[2 * nodes];
            levels[column.place()] = column.isLevel();
        }
        for (var column : EdgeColumn.values()) {
            columns[NodeColumn.COUNT + column.place()] = new double[edges];
            levels[NodeColumn.COUNT + column.place()] = column.isLevel();
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
        busiestCore = columns[NodeColumn.BUSIEST_CORE.place()];
        gc = columns[NodeColumn.GC.place()];
        memory = columns[NodeColumn.MEMORY.place()];
        busy = columns[NodeColumn.BUSY.place()];
        waiting = columns[NodeColumn.WAITING.place()];
        lookups = columns[NodeColumn.LOOKUPS.place()];
        answered = columns[NodeColumn.ANSWERED.place()];
        ready = columns[NodeColumn.READY.place()];
        wanted = columns[NodeColumn.WANTED.place()];
        disk = columns[NodeColumn.DISK.place()];
        stolen = columns[NodeColumn.STOLEN.place()];
        loss = columns[NodeColumn.LOSS.place()];
        certificate = columns[NodeColumn.CERTIFICATE.place()];
        attempts = columns[NodeColumn.COUNT + EdgeColumn.ATTEMPTS.place()];
        attemptsFailed = columns[NodeColumn.COUNT + EdgeColumn.FAILED.place()];
        attemptsTimedOut = columns[NodeColumn.COUNT + EdgeColumn.TIMED_OUT.place()];
        attemptsRefused = columns[NodeColumn.COUNT + EdgeColumn.REFUSED.place()];
        attemptsTls = columns[NodeColumn.COUNT + EdgeColumn.TLS.place()];
        attemptsName = columns[NodeColumn.COUNT + EdgeColumn.NAME.place()];
        attemptTime = columns[NodeColumn.COUNT + EdgeColumn.TIME.place()];
        lookedUp = columns[NodeColumn.COUNT + EdgeColumn.LOOKUPS.place()];
        lookupTime = columns[NodeColumn.COUNT + EdgeColumn.LOOKUP_TIME.place()];
        poolInUse = columns[NodeColumn.COUNT + EdgeColumn.POOL_IN_USE.place()];
        poolSize = columns[NodeColumn.COUNT + EdgeColumn.POOL_SIZE.place()];
        poolWaiting = columns[NodeColumn.COUNT + EdgeColumn.POOL_WAITING.place()];
        packetLoss = columns[NodeColumn.COUNT + EdgeColumn.LOSS.place()];
    }

    void clear() {
        for (var column = 0; column < columns.length; column++) {
            var used = column >= NodeColumn.COUNT ? edges : outliers ? 2 * nodes : nodes;
            Arrays.fill(columns[column], 0, used, 0);
        }
        outliers = false;
    }

    /**
     * The means over so many steps, and the levels: {@link NodeColumn} by node, then {@link EdgeColumn} by edge, then, if there were
     * outliers, {@link NodeColumn} by node for these.
     */
    float[] frame(int steps) {
        var usual = nodes * NodeColumn.COUNT + edges * EdgeColumn.COUNT;
        var frame = new float[outliers ? usual + nodes * NodeColumn.COUNT : usual];
        for (var column = 0; column < columns.length; column++) {
            var isOfNodes = column < NodeColumn.COUNT;
            var at = isOfNodes ? nodes * column : nodes * NodeColumn.COUNT + edges * (column - NodeColumn.COUNT);
            var factor = levels[column] ? 1 : 1.0 / steps;
            write(columns[column], 0, isOfNodes ? nodes : edges, factor, frame, at);
            if (outliers && isOfNodes) {
                write(columns[column], nodes, nodes, factor, frame, usual + nodes * column);
            }
        }
        moments(0, frame, 0);
        if (outliers) {
            moments(nodes, frame, usual);
        }
        return frame;
    }

    private static void write(double[] column, int first, int count, double factor, float[] frame, int at) {
        for (var i = 0; i < count; i++) {
            // Without negative zeros, two numbers are equal if their bits are.
            frame[at + i] = (float) (column[first + i] * factor) + 0f;
        }
    }

    /** Mean and deviation of the time to the answer, weighted by requests. */
    private void moments(int first, float[] frame, int at) {
        for (var n = 0; n < nodes; n++) {
            var requests = served[first + n];
            var mean = requests > 0 ? answerTime[first + n] / requests : 0;
            var variance = requests > 0 ? answerSquare[first + n] / requests - mean * mean : 0;
            frame[at + NodeColumn.ANSWER_MEAN.place() * nodes + n] = (float) mean;
            frame[at + NodeColumn.ANSWER_DEVIATION.place() * nodes + n] = (float) Math.sqrt(Math.max(0, variance));
        }
    }
}
