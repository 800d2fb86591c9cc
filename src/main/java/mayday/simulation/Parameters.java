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

    /** By {@link ServiceParameter}, of nodes, and by {@link DependencyParameter}, of edges. */
    private final Parameter[] ofServices;

    private final Parameter[] ofDependencies;

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
        this.sizes = new Sizes(topology);
        ofServices = topology.ordinary.ofServices();
        ofDependencies = topology.ordinary.ofDependencies();
        replicas = of(ServiceParameter.REPLICAS).values;
        available = of(ServiceParameter.AVAILABLE).values;
        concurrency = of(ServiceParameter.CONCURRENCY).values;
        serviceTime = of(ServiceParameter.SERVICE_TIME).values;
        cpuTime = of(ServiceParameter.CPU_TIME).values;
        serialTime = of(ServiceParameter.SERIAL_TIME).values;
        stolenCores = of(ServiceParameter.STOLEN_CORES).values;
        spinningCores = of(ServiceParameter.SPINNING_CORES).values;
        errorRatio = of(ServiceParameter.ERROR_RATIO).values;
        queueLimit = of(ServiceParameter.QUEUE_LIMIT).values;
        leak = of(ServiceParameter.LEAK).values;
        gcShare = of(ServiceParameter.GC_SHARE).values;
        diskUsed = of(ServiceParameter.DISK_USED).values;
        shed = of(ServiceParameter.SHED).values;
        outlierHosts = of(ServiceParameter.OUTLIER_HOSTS).values;
        outlierSlowdown = of(ServiceParameter.OUTLIER_SLOWDOWN).values;
        outlierStolenCores = of(ServiceParameter.OUTLIER_STOLEN_CORES).values;
        outlierErrorRatio = of(ServiceParameter.OUTLIER_ERROR_RATIO).values;
        autoscaling = of(ServiceParameter.AUTOSCALING).values;
        autoscaleTarget = of(ServiceParameter.AUTOSCALE_TARGET).values;
        autoscaleMin = of(ServiceParameter.AUTOSCALE_MIN).values;
        autoscaleMax = of(ServiceParameter.AUTOSCALE_MAX).values;
        queryLoss = of(ServiceParameter.QUERY_LOSS).values;
        certificateDays = of(ServiceParameter.CERTIFICATE_DAYS).values;
        calls = of(DependencyParameter.CALLS).values;
        timeout = of(DependencyParameter.TIMEOUT).values;
        attempts = of(DependencyParameter.ATTEMPTS).values;
        fallback = of(DependencyParameter.FALLBACK).values;
        poolSize = of(DependencyParameter.POOL_SIZE).values;
        failure = of(DependencyParameter.FAILURE).values;
        tlsFailure = of(DependencyParameter.TLS_FAILURE).values;
        nameFailure = of(DependencyParameter.NAME_FAILURE).values;
        ttl = of(DependencyParameter.TTL).values;
        negativeTtl = of(DependencyParameter.NEGATIVE_TTL).values;
        queries = of(DependencyParameter.QUERIES).values;
        moved = of(DependencyParameter.MOVED).values;
        resolver = of(DependencyParameter.RESOLVER).values;
        latency = of(DependencyParameter.LATENCY).values;
        loss = of(DependencyParameter.LOSS).values;
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
        follow();
    }

    /** How many groups of replicas there are: see {@link Sizes}. */
    int groups() {
        return sizes.outliers ? 2 * replicas.length : replicas.length;
    }

    /** Back to what the system's author wrote. */
    void reset() {
        for (var parameter : ofServices) {
            parameter.reset();
        }
        for (var parameter : ofDependencies) {
            parameter.reset();
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
                var values = of(on.parameter()).adjusted();
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
        var values = of(parameter).adjusted();
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
        var changed = false;
        for (var parameter : ofServices) {
            changed |= parameter.settle();
        }
        for (var parameter : ofDependencies) {
            changed |= parameter.settle();
        }
        if (changed) {
            follow();
        }
    }

    /** Works out what follows from the parameters alone. */
    private void follow() {
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
    private Parameter of(ServiceParameter parameter) {
        return ofServices[parameter.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    private Parameter of(DependencyParameter parameter) {
        return ofDependencies[parameter.ordinal()];
    }
}
