package mayday.simulation;

import java.util.stream.IntStream;
import mayday.scenario.Caching;

/**
 * Caches in front of dependencies: how many calls they spare, and how they fill.
 *
 * <p>A cache is filled by calls that the dependency answered, so a cache in front of a dead database stays empty. While the cache
 * does not answer, every call goes through.
 */
final class Caches {
    private final int[] cached;
    private final int[] caller;
    private final int[] lookup;

    /** The node that holds the entries. */
    private final int[] cache;

    private final double[] hitRatio;
    private final double[] refillSeconds;

    Caches(Topology topology) {
        var edges = topology.edges;
        cached = IntStream.range(0, edges.size())
                .filter(e -> edges.get(e).lookup() != Topology.NONE)
                .toArray();
        caller = edges.stream().mapToInt(Topology.Edge::caller).toArray();
        lookup = edges.stream().mapToInt(Topology.Edge::lookup).toArray();
        cache = new int[edges.size()];
        hitRatio = new double[edges.size()];
        refillSeconds = new double[edges.size()];
        for (var e : cached) {
            cache[e] = edges.get(lookup[e]).callee();
            if (edges.get(e).dependency().caching() instanceof Caching.By by) {
                hitRatio[e] = by.hitRatio();
                refillSeconds[e] = Math.max(1, by.refillSeconds());
            }
        }
    }

    /** Takes the calls off that a cache answers. */
    void spare(ModelState now, Parameters parameters, Flows flows) {
        for (var e : cached) {
            var hit = hitRatio[e] * now.warm[e] * (1 - now.callFails[lookup[e]]);
            var asked = now.calling[caller[e]] * parameters.calls[e];
            flows.lookups[cache[e]] += asked;
            flows.answered[cache[e]] += asked * hit;
            flows.edges.callsEach[e] = parameters.calls[e] * (1 - hit);
            Burdens.prepare(e, parameters, flows);
        }
    }

    /** Fills them with what the dependencies answered; {@code next} holds what was in them at the step's beginning. */
    void fill(ModelState next, int seconds, Flows flows) {
        for (var e : cached) {
            var stored = (1 - flows.edges.fails[e]) * (1 - flows.edges.fails[lookup[e]]);
            next.warm[e] += (1 - next.warm[e]) * Math.min(1, stored * seconds / refillSeconds[e]);
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
