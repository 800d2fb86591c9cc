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
 * <p>The arrays are indexed by node or edge of the {@link Topology}, those of the demand by region.
 */
final class Parameters {

    /** A call is tried at most so often, whatever an effect says: more would only make the same storm. */
    static final int MOST_ATTEMPTS = 8;

    private final Topology topology;

    final double[] replicas;
    final double[] available;
    final double[] concurrency;
    final double[] serviceTime;
    final double[] cpuTime;
    final double[] stolenCores;
    final double[] errorRatio;
    final double[] queueLimit;
    final double[] leak;
    final double[] diskUsed;
    final double[] shed;

    /** Days left = {@code certificateRuns x} (what an undisturbed certificate would have left) {@code + certificateDays}. */
    final double[] certificateRuns;

    final double[] certificateDays;

    final double[] calls;
    final double[] timeout;
    final double[] attempts;
    final double[] fallback;
    final double[] poolSize;
    final double[] failure;
    final double[] tlsFailure;
    final double[] nameFailure;
    final double[] latency;
    final double[] loss;

    /** Demand over all regions, in multiples of the ordinary. */
    double volume;

    /** Demand that belongs to a region, in multiples of the ordinary: a local surge. */
    final double[] regionVolume;

    /** Share of a region's demand that is let in; the rest goes to the other regions. */
    final double[] regionWeight;

    Parameters(Topology topology) {
        this.topology = topology;
        var nodes = topology.nodeCount();
        replicas = new double[nodes];
        available = new double[nodes];
        concurrency = new double[nodes];
        serviceTime = new double[nodes];
        cpuTime = new double[nodes];
        stolenCores = new double[nodes];
        errorRatio = new double[nodes];
        queueLimit = new double[nodes];
        leak = new double[nodes];
        diskUsed = new double[nodes];
        shed = new double[nodes];
        certificateRuns = new double[nodes];
        certificateDays = new double[nodes];
        var edges = topology.edgeCount();
        calls = new double[edges];
        timeout = new double[edges];
        attempts = new double[edges];
        fallback = new double[edges];
        poolSize = new double[edges];
        failure = new double[edges];
        tlsFailure = new double[edges];
        nameFailure = new double[edges];
        latency = new double[edges];
        loss = new double[edges];
        var regions = topology.system.regions().size();
        regionVolume = new double[regions];
        regionWeight = new double[regions];
        reset();
    }

    /** Back to what the system's author wrote. */
    void reset() {
        for (var n = 0; n < replicas.length; n++) {
            var capacity = topology.nodes.get(n).service().capacity();
            replicas[n] = capacity.replicas();
            available[n] = 1;
            concurrency[n] = capacity.concurrency();
            serviceTime[n] = capacity.serviceSeconds();
            cpuTime[n] = capacity.cpuSeconds();
            stolenCores[n] = 0;
            errorRatio[n] = capacity.errorRatio();
            queueLimit[n] = capacity.queueSeconds();
            leak[n] = 0;
            diskUsed[n] = capacity.diskUsedRatio();
            shed[n] = 0;
            certificateRuns[n] = 1;
            certificateDays[n] = 0;
        }
        for (var e = 0; e < calls.length; e++) {
            var dependency = topology.edges.get(e).dependency();
            calls[e] = dependency.calls();
            timeout[e] = dependency.timeoutSeconds();
            attempts[e] = dependency.attempts();
            fallback[e] = dependency.fallback();
            poolSize[e] = dependency.poolSize();
            failure[e] = 0;
            tlsFailure[e] = 0;
            nameFailure[e] = 0;
            latency[e] = 0;
            loss[e] = 0;
        }
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
            regionWeight[r] = share(regionWeight[r]);
        }
        for (var n = 0; n < replicas.length; n++) {
            replicas[n] = Math.max(0, Math.rint(replicas[n]));
            available[n] = share(available[n]);
            concurrency[n] = Math.max(1, concurrency[n]);
            serviceTime[n] = Math.max(0, serviceTime[n]);
            cpuTime[n] = Math.max(0, cpuTime[n]);
            stolenCores[n] = Math.max(0, stolenCores[n]);
            errorRatio[n] = share(errorRatio[n]);
            queueLimit[n] = Math.max(0, queueLimit[n]);
            leak[n] = Math.max(0, leak[n]);
            diskUsed[n] = share(diskUsed[n]);
            shed[n] = share(shed[n]);
        }
        for (var e = 0; e < calls.length; e++) {
            calls[e] = Math.max(0, calls[e]);
            timeout[e] = Math.max(0, timeout[e]);
            attempts[e] = Math.clamp(Math.rint(attempts[e]), 1, MOST_ATTEMPTS);
            fallback[e] = share(fallback[e]);
            poolSize[e] = Math.max(0, poolSize[e]);
            failure[e] = share(failure[e]);
            tlsFailure[e] = share(tlsFailure[e]);
            nameFailure[e] = share(nameFailure[e]);
            latency[e] = Math.max(0, latency[e]);
            loss[e] = share(loss[e]);
        }
    }

    private static double share(double value) {
        return Math.clamp(value, 0.0, 1.0);
    }

    private double[] values(ServiceParameter parameter) {
        return switch (parameter) {
            case REPLICAS -> replicas;
            case AVAILABLE -> available;
            case CONCURRENCY -> concurrency;
            case SERVICE_TIME -> serviceTime;
            case CPU_TIME -> cpuTime;
            case STOLEN_CORES -> stolenCores;
            case ERROR_RATIO -> errorRatio;
            case QUEUE_LIMIT -> queueLimit;
            case LEAK -> leak;
            case DISK_USED -> diskUsed;
            case SHED -> shed;
            case CERTIFICATE_DAYS -> certificateDays;
        };
    }

    private double[] values(DependencyParameter parameter) {
        return switch (parameter) {
            case CALLS -> calls;
            case TIMEOUT -> timeout;
            case ATTEMPTS -> attempts;
            case FALLBACK -> fallback;
            case POOL_SIZE -> poolSize;
            case FAILURE -> failure;
            case TLS_FAILURE -> tlsFailure;
            case NAME_FAILURE -> nameFailure;
            case LATENCY -> latency;
            case LOSS -> loss;
        };
    }
}
