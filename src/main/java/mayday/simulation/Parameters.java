package mayday.simulation;

import java.util.Arrays;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Where;

/**
 * Everything about a system that effects can change, as it is at one instant. Times in seconds, shares from 0 to 1.
 *
 * <p>The arrays are indexed by node or edge of the {@link Topology}, those of the demand by region. They are set when something
 * changes and hold for many steps, so whatever follows from them alone is worked out then ({@link Sizes}, {@link Selection}).
 */
final class Parameters {

    /** A call is tried at most so often, whatever an effect says: more would only make the same storm. */
    static final int MOST_ATTEMPTS = 8;

    private final Topology topology;
    private final Ordinary ordinary;

    /** By {@link ServiceParameter} and node, and by {@link DependencyParameter} and edge. */
    private final double[][] ofServices;

    private final double[][] ofDependencies;

    final double[] replicas;
    final double[] available;
    final double[] concurrency;
    final double[] serviceTime;
    final double[] cpuTime;
    final double[] serialTime;
    final double[] stolenCores;
    final double[] spinningCores;
    final double[] errorRatio;
    final double[] queueLimit;
    final double[] leak;
    final double[] gcShare;
    final double[] diskUsed;
    final double[] shed;
    final double[] outlierHosts;
    final double[] outlierSlowdown;
    final double[] outlierStolenCores;
    final double[] outlierErrorRatio;
    final double[] autoscaling;
    final double[] autoscaleTarget;
    final double[] autoscaleMin;
    final double[] autoscaleMax;
    final double[] queryLoss;
    final double[] certificateDays;

    /** Days left = {@code certificateRuns x} (what an undisturbed certificate would have left) {@code + certificateDays}. */
    final double[] certificateRuns;

    final double[] calls;
    final double[] timeout;
    final double[] attempts;
    final double[] fallback;
    final double[] poolSize;
    final double[] failure;
    final double[] tlsFailure;
    final double[] nameFailure;
    final double[] ttl;
    final double[] negativeTtl;
    final double[] queries;
    final double[] moved;
    final double[] resolver;
    final double[] latency;
    final double[] loss;

    /** Attempts as a number to count with; edges that try again, that have a pool, and that lose packets; nodes that collect garbage. */
    final int[] tries;

    final Selection retried;
    final Selection pooled;
    final Selection lossy;
    final Selection collected;

    final Sizes sizes;

    /** Demand over all regions, in multiples of the ordinary. */
    double volume;

    /** Demand that belongs to a region, in multiples of the ordinary: a local surge. */
    final double[] regionVolume;

    /** Share of a region's demand that is let in; the rest goes to the other regions. */
    final double[] regionWeight;

    Parameters(Topology topology) {
        this.topology = topology;
        this.ordinary = topology.ordinary;
        this.sizes = new Sizes(topology);
        ofServices = copy(ordinary.ofServices);
        ofDependencies = copy(ordinary.ofDependencies);
        replicas = values(ServiceParameter.REPLICAS);
        available = values(ServiceParameter.AVAILABLE);
        concurrency = values(ServiceParameter.CONCURRENCY);
        serviceTime = values(ServiceParameter.SERVICE_TIME);
        cpuTime = values(ServiceParameter.CPU_TIME);
        serialTime = values(ServiceParameter.SERIAL_TIME);
        stolenCores = values(ServiceParameter.STOLEN_CORES);
        spinningCores = values(ServiceParameter.SPINNING_CORES);
        errorRatio = values(ServiceParameter.ERROR_RATIO);
        queueLimit = values(ServiceParameter.QUEUE_LIMIT);
        leak = values(ServiceParameter.LEAK);
        gcShare = values(ServiceParameter.GC_SHARE);
        diskUsed = values(ServiceParameter.DISK_USED);
        shed = values(ServiceParameter.SHED);
        outlierHosts = values(ServiceParameter.OUTLIER_HOSTS);
        outlierSlowdown = values(ServiceParameter.OUTLIER_SLOWDOWN);
        outlierStolenCores = values(ServiceParameter.OUTLIER_STOLEN_CORES);
        outlierErrorRatio = values(ServiceParameter.OUTLIER_ERROR_RATIO);
        autoscaling = values(ServiceParameter.AUTOSCALING);
        autoscaleTarget = values(ServiceParameter.AUTOSCALE_TARGET);
        autoscaleMin = values(ServiceParameter.AUTOSCALE_MIN);
        autoscaleMax = values(ServiceParameter.AUTOSCALE_MAX);
        queryLoss = values(ServiceParameter.QUERY_LOSS);
        certificateDays = values(ServiceParameter.CERTIFICATE_DAYS);
        calls = values(DependencyParameter.CALLS);
        timeout = values(DependencyParameter.TIMEOUT);
        attempts = values(DependencyParameter.ATTEMPTS);
        fallback = values(DependencyParameter.FALLBACK);
        poolSize = values(DependencyParameter.POOL_SIZE);
        failure = values(DependencyParameter.FAILURE);
        tlsFailure = values(DependencyParameter.TLS_FAILURE);
        nameFailure = values(DependencyParameter.NAME_FAILURE);
        ttl = values(DependencyParameter.TTL);
        negativeTtl = values(DependencyParameter.NEGATIVE_TTL);
        queries = values(DependencyParameter.QUERIES);
        moved = values(DependencyParameter.MOVED);
        resolver = values(DependencyParameter.RESOLVER);
        latency = values(DependencyParameter.LATENCY);
        loss = values(DependencyParameter.LOSS);
        certificateRuns = new double[topology.nodeCount()];
        var edges = topology.edgeCount();
        tries = new int[edges];
        retried = new Selection(edges);
        pooled = new Selection(edges);
        lossy = new Selection(edges);
        collected = new Selection(topology.nodeCount());
        var regions = topology.system.regions().size();
        regionVolume = new double[regions];
        regionWeight = new double[regions];
        reset();
    }

    /** How many groups of replicas there are: see {@link Sizes}. */
    int groups() {
        return sizes.outliers ? 2 * replicas.length : replicas.length;
    }

    private static double[][] copy(double[][] arrays) {
        return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
    }

    /** Back to what the system's author wrote. */
    void reset() {
        for (var p = 0; p < ofServices.length; p++) {
            System.arraycopy(ordinary.ofServices[p], 0, ofServices[p], 0, ofServices[p].length);
        }
        for (var p = 0; p < ofDependencies.length; p++) {
            System.arraycopy(ordinary.ofDependencies[p], 0, ofDependencies[p], 0, ofDependencies[p].length);
        }
        Arrays.fill(certificateRuns, 1);
        volume = 1;
        Arrays.fill(regionVolume, 1);
        Arrays.fill(regionWeight, 1);
    }

    /** Applies an effect on top of what holds already. */
    void apply(Effect effect, double strength) {
        var adjustment = effect.adjustment();
        switch (effect) {
            case Effect.OnService on -> {
                for (var n : topology.nodes(on.service(), on.where())) {
                    adjust(on.parameter(), n, adjustment, strength);
                }
            }
            case Effect.OnDependency on -> {
                var values = values(on.parameter());
                for (var e : topology.edges(on.from(), on.to(), on.where())) {
                    values[e] = adjusted(values[e], adjustment, strength);
                }
            }
            case Effect.OnTraffic on -> {
                switch (on.where()) {
                    case Where.Everywhere() -> volume = adjusted(volume, adjustment, strength);
                    case Where.In(var region) ->
                        adjustRegion(topology.system.regionIds().indexOf(region), adjustment, strength);
                }
            }
        }
    }

    private void adjust(ServiceParameter parameter, int n, Adjustment adjustment, double strength) {
        if (parameter == ServiceParameter.CERTIFICATE_DAYS) {
            certificateRuns[n] = switch (adjustment) {
                case Adjustment.To _ -> certificateRuns[n] * (1 - strength);
                case Adjustment.Times _ -> adjusted(certificateRuns[n], adjustment, strength);
                case Adjustment.Plus _ -> certificateRuns[n];
            };
        }
        var values = values(parameter);
        values[n] = adjusted(values[n], adjustment, strength);
    }

    /** Less than ordinary sends a region's demand elsewhere; more than ordinary adds to it. */
    private void adjustRegion(int region, Adjustment adjustment, double strength) {
        switch (adjustment) {
            case Adjustment.To(var level) -> {
                regionVolume[region] = adjusted(regionVolume[region], new Adjustment.To(Math.max(1, level)), strength);
                regionWeight[region] = adjusted(regionWeight[region], new Adjustment.To(Math.min(1, level)), strength);
            }
            case Adjustment.Times(var factor) -> {
                var values = factor > 1 ? regionVolume : regionWeight;
                values[region] = adjusted(values[region], adjustment, strength);
            }
            case Adjustment.Plus(var amount) -> {
                var values = amount > 0 ? regionVolume : regionWeight;
                values[region] = adjusted(values[region], adjustment, strength);
            }
        }
    }

    static double adjusted(double value, Adjustment adjustment, double strength) {
        return switch (adjustment) {
            case Adjustment.To(var target) -> (1 - strength) * value + strength * target;
            case Adjustment.Times(var factor) -> value * (1 + (factor - 1) * strength);
            case Adjustment.Plus(var amount) -> value + amount * strength;
        };
    }

    /** Brings what effects made of it back into the range that makes sense. */
    void settle() {
        volume = Math.max(0, volume);
        for (var r = 0; r < regionVolume.length; r++) {
            regionVolume[r] = Math.max(0, regionVolume[r]);
            regionWeight[r] = Math.clamp(regionWeight[r], 0.0, 1.0);
        }
        for (var parameter : ServiceParameter.values()) {
            Bounds.of(parameter).keep(values(parameter));
        }
        for (var parameter : DependencyParameter.values()) {
            Bounds.of(parameter).keep(values(parameter));
        }
        for (var e = 0; e < tries.length; e++) {
            tries[e] = (int) attempts[e];
        }
        retried.select(e -> tries[e] > 1);
        pooled.select(e -> poolSize[e] > 0);
        lossy.select(e -> loss[e] > 0);
        collected.select(n -> gcShare[n] > 0);
        sizes.follow(this);
    }

    @SuppressWarnings("EnumOrdinal")
    private double[] values(ServiceParameter parameter) {
        return ofServices[parameter.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    private double[] values(DependencyParameter parameter) {
        return ofDependencies[parameter.ordinal()];
    }
}
