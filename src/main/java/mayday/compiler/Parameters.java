package mayday.compiler;

import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;

/** What figures the parameters of services and dependencies take. */
final class Parameters {
    private Parameters() {}

    static Range rangeOf(ServiceParameter parameter) {
        return switch (parameter) {
            case REPLICAS, OUTLIER_HOSTS, AUTOSCALE_MIN, AUTOSCALE_MAX -> Range.count(0, 500);
            case AVAILABLE, ERROR_RATIO, DISK_USED, SHED, OUTLIER_ERROR_RATIO, AUTOSCALE_TARGET, QUERY_LOSS ->
                Range.ratio();
            case CONCURRENCY -> Range.count(1, 100_000);
            case SERVICE_TIME, CPU_TIME -> Range.seconds(0.000_01, 60);
            case SERIAL_TIME -> Range.seconds(0, 60);
            case STOLEN_CORES, SPINNING_CORES, OUTLIER_STOLEN_CORES -> Range.number(0, 256);
            case OUTLIER_SLOWDOWN -> Range.number(1, 10_000);
            case GC_SHARE -> Range.ratio(0, 0.5);
            case AUTOSCALING -> Range.count(0, 1);
            case QUEUE_LIMIT -> Range.seconds(0, 600);
            case LEAK -> new Range(Measure.GIB, 0, 1_000);
            case CERTIFICATE_DAYS -> new Range(Measure.DAYS, -365, 3_650);
        };
    }

    static Range rangeOf(DependencyParameter parameter) {
        return switch (parameter) {
            case CALLS -> Range.number(0, 1_000);
            case TIMEOUT -> Range.seconds(0.001, 600);
            case ATTEMPTS -> Range.count(1, 10);
            case FALLBACK, FAILURE, TLS_FAILURE, NAME_FAILURE, MOVED, LOSS -> Range.ratio();
            case POOL_SIZE -> Range.count(0, 10_000);
            case LATENCY -> Range.seconds(0, 60);
            case TTL, NEGATIVE_TTL -> Range.seconds(0, 86_400);
            case QUERIES -> Range.number(1, 20);
            case RESOLVER -> Range.count(-1, 99);
        };
    }
}
