package mayday.simulation;

import mayday.scenario.Caching;

/**
 * Caches in front of dependencies: how many calls they spare, and how they fill.
 *
 * <p>A cache is filled by calls that the dependency answered, so a cache in front of a dead database stays empty. While the cache
 * does not answer, every call goes through.
 */
final class Caches {
    private final Topology topology;
    private final int[] cached;
    private final double[] hitRatio;
    private final double[] refillSeconds;

    Caches(Topology topology) {
        this.topology = topology;
        var edges = topology.edgeCount();
        var found = new int[edges];
        var count = 0;
        hitRatio = new double[edges];
        refillSeconds = new double[edges];
        for (var e = 0; e < edges; e++) {
            if (topology.edges.get(e).dependency().caching() instanceof Caching.By(_, var ratio, var seconds)) {
                found[count++] = e;
                hitRatio[e] = ratio;
                refillSeconds[e] = Math.max(1, seconds);
            }
        }
        cached = java.util.Arrays.copyOf(found, count);
    }

    /** Takes the calls off that a cache answers. */
    void spare(ModelState now, Parameters parameters, Flows flows) {
        for (var e : cached) {
            var edge = topology.edges.get(e);
            var hit = hitRatio[e] * now.warm[e] * (1 - now.callFails[edge.lookup()]);
            var asked = now.calling[edge.caller()] * parameters.calls[e];
            var cache = topology.edges.get(edge.lookup()).callee();
            flows.lookups[cache] += asked;
            flows.answered[cache] += asked * hit;
            flows.callsEach[e] *= 1 - hit;
        }
    }

    /** Fills them with what the dependencies answered; {@code next} holds what was in them at the step's beginning. */
    void fill(ModelState next, Flows flows) {
        for (var e : cached) {
            var lookup = topology.edges.get(e).lookup();
            var stored = (1 - flows.attemptFails[e]) * (1 - flows.attemptFails[lookup]);
            next.warm[e] += (1 - next.warm[e]) * stored / refillSeconds[e];
        }
    }

    /** A cache node loses a share of its entries. */
    static void forget(Topology topology, ModelState state, int cache, double share) {
        for (var e = 0; e < topology.edgeCount(); e++) {
            var lookup = topology.edges.get(e).lookup();
            if (lookup != Topology.NONE && topology.edges.get(lookup).callee() == cache) {
                state.warm[e] *= 1 - share;
            }
        }
    }
}
