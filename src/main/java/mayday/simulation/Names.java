package mayday.simulation;

import java.util.stream.IntStream;

/**
 * Look-ups of names. A caller keeps a right address for the name's time to live and asks the resolver of its region again after that;
 * a resolver keeps a wrong answer as long, also when the cause is mended, unless it is flushed.
 *
 * <p>The callers' replicas looked the name up at different times, so when look-ups fail the share that still knows the address falls
 * in a straight line and reaches the bottom when the time to live has run out. A failed look-up is tried again with the next call.
 */
final class Names {

    /** How long a caller waits for its resolver, seconds (the default of resolv.conf). */
    private static final double LOOKUP_TIMEOUT = 5;

    private final int[] resolved;
    private final int[] caller;
    private final int[] resolver;
    private final double[] timeToLive;

    Names(Topology topology) {
        var edges = topology.edges;
        resolved = IntStream.range(0, edges.size())
                .filter(e -> edges.get(e).dependency().resolvesNames())
                .toArray();
        caller = edges.stream().mapToInt(Topology.Edge::caller).toArray();
        resolver = edges.stream().mapToInt(Topology.Edge::resolver).toArray();
        timeToLive = edges.stream()
                .mapToDouble(edge -> Math.max(1, edge.dependency().ttlSeconds()))
                .toArray();
    }

    /** Sets the share of each edge's attempts that fail for want of an address, and the load on the resolvers. */
    void resolve(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var e : resolved) {
            next.wrong[e] = Math.max(parameters.nameFailure[e], now.wrong[e] - 1 / timeToLive[e]);
            var silent = resolver[e] == Topology.NONE ? 0 : failure(now, resolver[e]);
            var fails = 1 - (1 - next.wrong[e]) * (1 - silent);
            next.known[e] = Math.max(1 - fails, now.known[e] - 1 / timeToLive[e]);
            flows.unknown[e] = 1 - Math.min(1, next.known[e]);
            if (resolver[e] != Topology.NONE) {
                var asked = flows.serving[caller[e]] / timeToLive[e] + flows.unknown[e] * flows.attempts[e];
                flows.arrived[resolver[e]] += asked;
                flows.lookups[resolver[e]] += asked;
                flows.answered[resolver[e]] += asked * (1 - fails);
            }
        }
    }

    /** Share of look-ups that a resolver does not answer in time. */
    private static double failure(ModelState now, int resolver) {
        var inTime = 1 - Tail.beyond(LOOKUP_TIMEOUT, now.answerMean[resolver], now.answerDeviation[resolver]);
        return 1 - (1 - now.refused[resolver]) * now.succeeds[resolver] * inTime;
    }

    /** The resolvers of a region forget their wrong answers. */
    static void flush(Topology topology, ModelState state, int resolver) {
        for (var e = 0; e < topology.edgeCount(); e++) {
            if (topology.edges.get(e).resolver() == resolver) {
                state.wrong[e] = 0;
            }
        }
    }
}
