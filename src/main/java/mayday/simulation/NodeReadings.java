package mayday.simulation;

import java.util.Arrays;

/** Some nodes of one service in one sample, all of their hosts or some. */
final class NodeReadings {

    /** Enough for a thousandth of a per cent. */
    private static final int BISECTIONS = 20;

    private final Sampled sample;
    private final int nodeCount;

    /** Columns before those of the outliers. */
    private final int usual;

    /** Groups of replicas (see {@link Sizes}); at least one. */
    private final int[] groups;

    /** Whether outliers and others are taken together. */
    private final boolean mixed;

    NodeReadings(Sampled sample, int[] nodes, Hosts hosts, int nodeCount, int edgeCount) {
        this.sample = sample;
        this.nodeCount = nodeCount;
        this.usual = nodeCount * NodeColumn.COUNT + edgeCount * EdgeColumn.COUNT;
        var told = sample.hasMoreThan(usual);
        this.groups = switch (hosts) {
            case ALL -> told ? both(nodes) : nodes;
            case ORDINARY -> nodes;
            case OUTLIERS -> outliers(nodes);
        };
        this.mixed = told && differ(groups, nodeCount);
    }

    private static boolean differ(int[] groups, int nodeCount) {
        return Arrays.stream(groups).anyMatch(group -> group >= nodeCount)
                && Arrays.stream(groups).anyMatch(group -> group < nodeCount);
    }

    private int[] outliers(int[] nodes) {
        var groups = new int[nodes.length];
        for (var i = 0; i < nodes.length; i++) {
            groups[i] = nodeCount + nodes[i];
        }
        return groups;
    }

    /** Each ordinary group, and the outliers where there are any. */
    private int[] both(int[] nodes) {
        var groups = new int[2 * nodes.length];
        var count = 0;
        for (var n : nodes) {
            groups[count++] = n;
            if (value(NodeColumn.READY, nodeCount + n) > 0) {
                groups[count++] = nodeCount + n;
            }
        }
        return Arrays.copyOf(groups, count);
    }

    private double value(NodeColumn column, int group) {
        var block = group < nodeCount ? 0 : usual - nodeCount;
        return sample.value(block + column.place() * nodeCount + group);
    }

    double sum(NodeColumn column) {
        var sum = 0.0;
        for (var group : groups) {
            sum += value(column, group);
        }
        return sum;
    }

    /** Of all requests that came to an end. */
    double share(NodeColumn column) {
        return Readings.ratio(sum(column), sum(NodeColumn.COMPLETED));
    }

    /** How long what leaves has waited, by Little's law; what a queue takes back has not left. */
    double age() {
        return quotient(sum(NodeColumn.WAITING), sum(NodeColumn.COMPLETED) - sum(NodeColumn.REJECTED));
    }

    double byReplicas(NodeColumn column) {
        return weighted(column, NodeColumn.READY);
    }

    /** The mean, plain where nothing has weight. */
    double weighted(NodeColumn column, NodeColumn weight) {
        var sum = 0.0;
        for (var group : groups) {
            sum += value(column, group) * value(weight, group);
        }
        var weights = sum(weight);
        return weights > 0 ? sum / weights : sum(column) / groups.length;
    }

    /**
     * The time within which a share of the requests is answered: over regions the mean of their percentiles, but where hosts differ, the
     * percentile of the mixture.
     */
    double latency(Percentile percentile) {
        var sum = 0.0;
        var highest = 0.0;
        for (var group : groups) {
            var within = percentile.of(mean(group), deviation(group));
            sum += value(NodeColumn.SERVED, group) * within;
            highest = Math.max(highest, within);
        }
        return mixed ? ofMixture(percentile, highest) : quotient(sum, sum(NodeColumn.SERVED));
    }

    private double mean(int group) {
        return value(NodeColumn.ANSWER_MEAN, group);
    }

    private double deviation(int group) {
        return value(NodeColumn.ANSWER_DEVIATION, group);
    }

    /** No group's percentile is higher than {@code highest}, so that of the mixture is not either. */
    private double ofMixture(Percentile percentile, double highest) {
        var low = 0.0;
        var high = highest;
        for (var i = 0; i < BISECTIONS; i++) {
            var middle = (low + high) / 2;
            if (shareWithin(middle) < percentile.share()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double shareWithin(double time) {
        var within = 0.0;
        for (var group : groups) {
            within += value(NodeColumn.SERVED, group) * Tail.within(time, mean(group), deviation(group));
        }
        return quotient(within, sum(NodeColumn.SERVED));
    }

    double hitRatio() {
        var sum = 0.0;
        var weights = 0.0;
        for (var group : groups) {
            if (value(NodeColumn.LOOKUPS, group) > 0) {
                var hits = value(NodeColumn.ANSWERED, group) / value(NodeColumn.LOOKUPS, group);
                sum += value(NodeColumn.READY, group) * hits;
                weights += value(NodeColumn.READY, group);
            }
        }
        return quotient(sum, weights);
    }

    double least(NodeColumn column) {
        var least = Double.POSITIVE_INFINITY;
        for (var group : groups) {
            least = Math.min(least, value(column, group));
        }
        return least;
    }

    double most(NodeColumn column) {
        var most = 0.0;
        for (var group : groups) {
            most = Math.max(most, value(column, group));
        }
        return most;
    }

    private static double quotient(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
