package mayday.simulation;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import mayday.scenario.Dependency;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Scaling;
import mayday.scenario.Service;

/** The parameters as the system's author wrote them: what holds without any effect. */
final class Ordinary {

    /** By {@link ServiceParameter} and node, and by {@link DependencyParameter} and edge; in their ranges. */
    private final double[][] ofServices;

    private final double[][] ofDependencies;

    Ordinary(Topology topology) {
        ofServices = Arrays.stream(ServiceParameter.values())
                .map(parameter -> inRange(
                        Bounds.of(parameter),
                        topology.nodes.stream().mapToDouble(node -> of(parameter, node.service()))))
                .toArray(double[][]::new);
        ofDependencies = Arrays.stream(DependencyParameter.values())
                .map(parameter -> inRange(
                        Bounds.of(parameter),
                        topology.edges.stream().mapToDouble(edge -> of(parameter, edge.dependency()))))
                .toArray(double[][]::new);
    }

    private static double[] inRange(Bounds bounds, DoubleStream values) {
        var ordinary = values.toArray();
        bounds.keep(ordinary);
        return ordinary;
    }

    /** By {@link ServiceParameter}, of nodes: for one user, who may change them. */
    @SuppressWarnings("EnumOrdinal")
    Parameter[] ofServices() {
        return Arrays.stream(ServiceParameter.values())
                .map(parameter -> new Parameter(ofServices[parameter.ordinal()], Bounds.of(parameter)))
                .toArray(Parameter[]::new);
    }

    /** By {@link DependencyParameter}, of edges: for one user, who may change them. */
    @SuppressWarnings("EnumOrdinal")
    Parameter[] ofDependencies() {
        return Arrays.stream(DependencyParameter.values())
                .map(parameter -> new Parameter(ofDependencies[parameter.ordinal()], Bounds.of(parameter)))
                .toArray(Parameter[]::new);
    }

    private static double of(ServiceParameter parameter, Service service) {
        var capacity = service.capacity();
        return switch (parameter) {
            case REPLICAS -> capacity.replicas();
            case CONCURRENCY -> capacity.concurrency();
            case SERVICE_TIME -> capacity.serviceSeconds();
            case CPU_TIME -> capacity.cpuSeconds();
            case SERIAL_TIME -> capacity.serialSeconds();
            case ERROR_RATIO -> capacity.errorRatio();
            case QUEUE_LIMIT -> capacity.queueSeconds();
            case GC_SHARE -> capacity.gcShare();
            case DISK_USED -> capacity.diskUsedRatio();
            case AVAILABLE, AUTOSCALING, OUTLIER_SLOWDOWN -> 1;
            case AUTOSCALE_TARGET, AUTOSCALE_MIN, AUTOSCALE_MAX -> of(parameter, service.scaling());
            case STOLEN_CORES,
                    SPINNING_CORES,
                    LEAK,
                    SHED,
                    OUTLIER_HOSTS,
                    OUTLIER_STOLEN_CORES,
                    OUTLIER_ERROR_RATIO,
                    QUERY_LOSS,
                    CERTIFICATE_DAYS -> 0;
        };
    }

    private static double of(ServiceParameter parameter, Scaling scaling) {
        return switch (scaling) {
            case Scaling.Fixed() -> 0;
            case Scaling.Automatic automatic ->
                parameter == ServiceParameter.AUTOSCALE_TARGET
                        ? automatic.target()
                        : parameter == ServiceParameter.AUTOSCALE_MIN ? automatic.least() : automatic.most();
        };
    }

    private static double of(DependencyParameter parameter, Dependency dependency) {
        return switch (parameter) {
            case CALLS -> dependency.calls();
            case TIMEOUT -> dependency.timeoutSeconds();
            case ATTEMPTS -> dependency.attempts();
            case FALLBACK -> dependency.fallback();
            case POOL_SIZE -> dependency.poolSize();
            case TTL -> dependency.ttlSeconds();
            case NEGATIVE_TTL -> dependency.negativeTtlSeconds();
            case QUERIES -> dependency.queriesPerLookup();
            case FAILURE, TLS_FAILURE, NAME_FAILURE, MOVED, RESOLVER, LATENCY, LOSS -> 0;
        };
    }
}
