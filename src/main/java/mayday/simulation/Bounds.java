package mayday.simulation;

import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;

/** The range of a parameter that makes sense, whatever effects add up to. */
record Bounds(double least, double most, boolean whole) {
    private static final Bounds SHARE = new Bounds(0, 1, false);
    private static final Bounds NOT_NEGATIVE = from(0);
    private static final Bounds COUNT = new Bounds(0, Double.POSITIVE_INFINITY, true);

    private static Bounds from(double least) {
        return new Bounds(least, Double.POSITIVE_INFINITY, false);
    }

    static Bounds of(ServiceParameter parameter) {
        return switch (parameter) {
            case REPLICAS, OUTLIER_HOSTS, AUTOSCALE_MIN, AUTOSCALE_MAX -> COUNT;
            case AVAILABLE, ERROR_RATIO, GC_SHARE, DISK_USED, SHED, OUTLIER_ERROR_RATIO, AUTOSCALE_TARGET, QUERY_LOSS ->
                SHARE;
            case AUTOSCALING -> new Bounds(0, 1, true);
            case CONCURRENCY, OUTLIER_SLOWDOWN -> from(1);
            case SERVICE_TIME,
                    CPU_TIME,
                    SERIAL_TIME,
                    STOLEN_CORES,
                    SPINNING_CORES,
                    OUTLIER_STOLEN_CORES,
                    QUEUE_LIMIT,
                    LEAK -> NOT_NEGATIVE;
            case CERTIFICATE_DAYS -> from(Double.NEGATIVE_INFINITY);
        };
    }

    static Bounds of(DependencyParameter parameter) {
        return switch (parameter) {
            case CALLS, TIMEOUT, POOL_SIZE, TTL, NEGATIVE_TTL, LATENCY -> NOT_NEGATIVE;
            case QUERIES -> from(1);
            case RESOLVER -> new Bounds(-1, Double.POSITIVE_INFINITY, true);
            case ATTEMPTS -> new Bounds(1, Parameters.MOST_ATTEMPTS, true);
            case FALLBACK, FAILURE, TLS_FAILURE, NAME_FAILURE, MOVED, LOSS -> SHARE;
        };
    }

    /** Brings all of them into the range. */
    void keep(double[] values) {
        for (var i = 0; i < values.length; i++) {
            var value = whole ? Math.rint(values[i]) : values[i];
            // Not Math.clamp: the JVM's first compiler, which is all that a short run has, makes calls of it.
            values[i] = value <= least ? least : value >= most ? most : value;
        }
    }
}
