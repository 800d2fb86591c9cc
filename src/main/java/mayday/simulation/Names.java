package mayday.simulation;

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

    private final Topology topology;
    private final double[] timeToLive;

    Names(Topology topology) {
        this.topology = topology;
        timeToLive = topology.edges.stream()
                .mapToDouble(edge -> Math.max(1, edge.dependency().ttlSeconds()))
                .toArray();
    }

    /** Sets the share of each edge's attempts that fail for want of an address, and the load on the resolvers. */
    void resolve(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        for (var e = 0; e < timeToLive.length; e++) {
            var edge = topology.edges.get(e);
            if (edge.dependency().resolvesNames()) {
                resolve(e, edge, now, next, parameters, flows);
            }
        }
    }

    private void resolve(
            int e, Topology.Edge edge, ModelState now, ModelState next, Parameters parameters, Flows flows) {
        next.wrong[e] = Math.max(parameters.nameFailure[e], now.wrong[e] - 1 / timeToLive[e]);
        var silent = edge.resolver() == Topology.NONE ? 0 : failure(now, edge.resolver());
        var fails = 1 - (1 - next.wrong[e]) * (1 - silent);
        next.known[e] = Math.max(1 - fails, now.known[e] - 1 / timeToLive[e]);
        flows.unknown[e] = 1 - Math.min(1, next.known[e]);
        if (edge.resolver() != Topology.NONE) {
            var asked = flows.serving[edge.caller()] / timeToLive[e] + flows.unknown[e] * flows.attempts[e];
            flows.arrived[edge.resolver()] += asked;
            flows.lookups[edge.resolver()] += asked;
            flows.answered[edge.resolver()] += asked * (1 - fails);
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
