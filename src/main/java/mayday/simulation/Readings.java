package mayday.simulation;

import java.util.List;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;

/** Reads signals off a recording: one sample, some nodes or edges taken together. */
final class Readings {
    private static final List<NodeColumn> FAILURES = List.of(
            NodeColumn.FAILED_OWN,
            NodeColumn.REJECTED,
            NodeColumn.TIMED_OUT,
            NodeColumn.FAILED_DEPENDENCY,
            NodeColumn.FAILED_NAME,
            NodeColumn.FAILED_TLS);

    private final int nodeCount;
    private final int edgeCount;

    Readings(Topology topology) {
        nodeCount = topology.nodeCount();
        edgeCount = topology.edgeCount();
    }

    /** How many outlier hosts some nodes have. */
    double outliers(Recording recording, int sample, int[] nodes) {
        return groups(recording, sample, nodes, Hosts.OUTLIERS).sum(NodeColumn.READY);
    }

    private NodeReadings groups(Recording recording, int sample, int[] nodes, Hosts hosts) {
        return new NodeReadings(recording.sampled(sample), nodes, hosts, nodeCount, edgeCount);
    }

    /** A signal of some nodes of one service; 0 without nodes. */
    double read(Signal signal, Recording recording, int sample, int[] nodes, Hosts hosts) {
        if (nodes.length == 0) {
            return 0;
        }
        var at = groups(recording, sample, nodes, hosts);
        return switch (signal) {
            case REQUEST_RATE -> at.sum(NodeColumn.ARRIVED);
            case ERROR_RATIO -> {
                var failed = 0.0;
                for (var column : FAILURES) {
                    failed += at.sum(column);
                }
                yield ratio(failed, at.sum(NodeColumn.COMPLETED));
            }
            case ERROR_OWN -> at.share(NodeColumn.FAILED_OWN);
            case ERROR_REJECTED -> at.share(NodeColumn.REJECTED);
            case ERROR_TIMEOUT -> at.share(NodeColumn.TIMED_OUT);
            case ERROR_DEPENDENCY -> at.share(NodeColumn.FAILED_DEPENDENCY);
            case ERROR_NAME_RESOLUTION -> at.share(NodeColumn.FAILED_NAME);
            case ERROR_TLS -> at.share(NodeColumn.FAILED_TLS);
            case LATENCY_P50 -> at.latency(Percentile.P50);
            case LATENCY_P95 -> at.latency(Percentile.P95);
            case LATENCY_P99 -> at.latency(Percentile.P99);
            case CPU -> at.byReplicas(NodeColumn.CPU);
            case CPU_BUSIEST_CORE -> at.byReplicas(NodeColumn.BUSIEST_CORE);
            case CPU_BUSIEST_HOST -> at.most(NodeColumn.CPU);
            case CPU_STOLEN -> at.byReplicas(NodeColumn.STOLEN);
            case GC_TIME -> at.byReplicas(NodeColumn.GC);
            case MEMORY -> at.byReplicas(NodeColumn.MEMORY);
            case THREADS_BUSY -> at.sum(NodeColumn.BUSY);
            case QUEUE_DEPTH -> at.sum(NodeColumn.WAITING);
            case QUEUE_AGE -> at.age();
            case RETRY_RATE -> at.sum(NodeColumn.RETRIED);
            case CACHE_HIT_RATIO -> at.hitRatio();
            case REPLICAS_READY -> at.sum(NodeColumn.READY);
            case REPLICAS_WANTED -> at.sum(NodeColumn.WANTED);
            case DISK_USED -> at.byReplicas(NodeColumn.DISK);
            case NETWORK_LOSS -> at.weighted(NodeColumn.LOSS, NodeColumn.ARRIVED);
            case LOOKUP_RATE -> at.sum(NodeColumn.LOOKUPS);
            case RESOLVER_FAILURE_RATIO ->
                at.sum(NodeColumn.LOOKUPS) > 0 ? 1 - ratio(at.sum(NodeColumn.ANSWERED), at.sum(NodeColumn.LOOKUPS)) : 0;
            case CERTIFICATE_DAYS -> at.least(NodeColumn.CERTIFICATE);
        };
    }

    /** A signal of some edges of one dependency; 0 without edges. */
    double read(DependencySignal signal, Recording recording, int sample, int[] edges) {
        var at = new Edges(recording.sampled(sample), edges);
        return switch (signal) {
            case CALL_RATE -> at.sum(EdgeColumn.ATTEMPTS);
            case FAILURE_RATIO -> at.perAttempt(EdgeColumn.FAILED);
            case TIMEOUT_RATIO -> at.perAttempt(EdgeColumn.TIMED_OUT);
            case REFUSED_RATIO -> at.perAttempt(EdgeColumn.REFUSED);
            case TLS_RATIO -> at.perAttempt(EdgeColumn.TLS);
            case NAME_RATIO -> at.perAttempt(EdgeColumn.NAME);
            case LOOKUP_RATE -> at.sum(EdgeColumn.LOOKUPS);
            case LOOKUP_TIME -> {
                var lookups = at.sum(EdgeColumn.LOOKUPS);
                yield lookups > 0 ? at.sum(EdgeColumn.LOOKUP_TIME) / lookups : 0;
            }
            case LATENCY -> at.perAttempt(EdgeColumn.TIME);
            case POOL_IN_USE -> at.sum(EdgeColumn.POOL_IN_USE);
            case POOL_SIZE -> at.sum(EdgeColumn.POOL_SIZE);
            case POOL_WAITING -> at.sum(EdgeColumn.POOL_WAITING);
            case LOSS -> edges.length == 0 ? 0 : at.sum(EdgeColumn.LOSS) / edges.length;
        };
    }

    static double ratio(double part, double whole) {
        return whole > 0 ? Math.min(1, part / whole) : 0;
    }

    /** Some edges in one sample. */
    private final class Edges {
        private final Sampled sample;
        private final int[] edges;

        Edges(Sampled sample, int[] edges) {
            this.sample = sample;
            this.edges = edges;
        }

        double sum(EdgeColumn column) {
            var sum = 0.0;
            for (var e : edges) {
                sum += sample.value(nodeCount * NodeColumn.COUNT + column.place() * edgeCount + e);
            }
            return sum;
        }

        double perAttempt(EdgeColumn column) {
            var attempts = sum(EdgeColumn.ATTEMPTS);
            return attempts > 0 ? sum(column) / attempts : 0;
        }
    }
}
