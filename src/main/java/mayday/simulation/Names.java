package mayday.simulation;

import java.util.stream.IntStream;

/**
 * Look-ups of names. A caller keeps an address for the name's time to live and asks the resolver of its region again after that.
 *
 * <p>The callers' replicas looked the name up at different times, so what becomes of look-ups reaches them in a straight line, the last
 * when the time to live has run out. A look-up can fail in three ways. The resolver does not answer, or answers that it failed: then
 * the next call asks again. It answers that there is no such name (NXDOMAIN), and keeps to this for the negative time to live (RFC
 * 2308), also when the cause is mended, unless it is flushed. Or it gave an address that has become an old one.
 */
final class Names {
    /** So many calls, of which so few have no address: that none of them has one does not happen. */
    private static final double MANY = 6;

    private static final double SELDOM = 1e-3;

    private final int[] resolved;
    private final int[] caller;
    private final Topology topology;
    private final Resolvers resolvers;

    Names(Topology topology) {
        var edges = topology.edges;
        resolved = IntStream.range(0, edges.size())
                .filter(e -> edges.get(e).dependency().resolvesNames())
                .toArray();
        caller = edges.stream().mapToInt(Topology.Edge::caller).toArray();
        this.topology = topology;
        resolvers = new Resolvers(topology.resolvers(), topology.nodeCount());
    }

    /** Which share of all addresses, and of answers that there is none, runs out in a second. */
    static void prepare(Parameters parameters, Flows flows) {
        for (var e = 0; e < flows.edges.expiry.length; e++) {
            flows.edges.expiry[e] = 1 / Math.max(1, parameters.ttl[e]);
            flows.edges.negativeExpiry[e] = 1 / Math.max(1, parameters.negativeTtl[e]);
            Resolvers.prepare(e, parameters.timeout[e], flows);
        }
    }

    /** Sets the share of each edge's attempts that fail for want of an address, and the load on the resolvers. */
    void resolve(ModelState now, ModelState next, Parameters parameters, Flows flows, Tally tally) {
        resolvers.answer(now, parameters, flows);
        for (var e : resolved) {
            deny(e, now, next, parameters, flows);
            age(e, now, next, parameters, flows);
            ask(e, now, next, parameters, flows);
            if (topology.resolver(e, parameters.resolver[e]) == Topology.NONE) {
                flows.edges.lookupDelay[e] = 0;
                flows.edges.lookupVariance[e] = 0;
            } else {
                burden(e, parameters, flows, tally);
            }
        }
    }

    /**
     * The share of look-ups that are told that there is no such name, and of the callers' replicas that were. Another resolver does not
     * know what the one before was told.
     */
    private static void deny(int e, ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var same = now.resolver[e] == parameters.resolver[e];
        next.resolver[e] = parameters.resolver[e];
        if (now.wrong[e] == 0 && now.denied[e] == 0 && parameters.nameFailure[e] == 0) {
            next.wrong[e] = 0;
            next.wrongAtFirst[e] = 0;
            next.denied[e] = 0;
            return;
        }
        var left = same ? now.wrong[e] - now.wrongAtFirst[e] * flows.edges.negativeExpiry[e] : 0;
        var denied = parameters.nameFailure[e];
        next.wrong[e] = Math.max(denied, left);
        next.wrongAtFirst[e] = denied >= left ? denied : now.wrongAtFirst[e];
        next.denied[e] = Math.min(next.wrong[e], now.denied[e] + next.wrong[e] * flows.edges.expiry[e]);
    }

    /** The share of the callers' replicas that hold an old address: all that held one when it changed. */
    private static void age(int e, ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var changed = Math.abs(parameters.moved[e] - now.moved[e]);
        var left = Math.max(0, now.stale[e] - now.staleAtFirst[e] * flows.edges.expiry[e]);
        next.moved[e] = parameters.moved[e];
        next.stale[e] = left + (1 - left) * changed;
        next.staleAtFirst[e] = changed > 0 ? next.stale[e] : now.staleAtFirst[e];
    }

    /**
     * Replicas whose address has run out, and those without one, ask with each of their calls until they have an answer: of {@code r}
     * calls of such a replica in this second the first fails with the probability {@code f} that a look-up fails, the second with
     * {@code f^2}, and so on. Those who were told that there is no such name ask with each call, and are told so again.
     */
    private void ask(int e, ModelState now, ModelState next, Parameters parameters, Flows flows) {
        var node = topology.resolver(e, parameters.resolver[e]);
        var fails = node == Topology.NONE ? 0 : flows.lookupFails[node];
        var late = node == Topology.NONE ? 0 : Resolvers.late(node, parameters.timeout[e], flows);
        var serving = flows.serving[caller[e]];
        var calls = serving > 0 ? flows.edges.attempts[e] / serving : 0;
        // With each second of the time to live the same share runs out.
        var asking = Math.min(1, now.without[e] + flows.edges.expiry[e]);
        var looking = calls > 1 ? asking / calls : asking;
        next.without[e] = calls < 1 ? asking * (1 - calls * (1 - fails)) : 0;
        if (parameters.ttl[e] < 1) {
            looking = 1;
            next.without[e] = 0;
        } else if (fails > 0 && calls >= 1) {
            var failing = calls > MANY && fails < SELDOM ? 0 : Chance.power(fails, calls);
            next.without[e] = asking * failing;
            looking *= fails < 1 ? (1 - failing) / (1 - fails) : calls;
        }
        var denied = next.denied[e];
        flows.edges.looking[e] = denied + (1 - denied) * looking;
        flows.edges.unknown[e] = denied + (1 - denied) * looking * Math.min(1, fails + late);
    }

    /** What the look-ups of an edge are for its resolver, and for the time of its attempts. */
    private void burden(int e, Parameters parameters, Flows flows, Tally tally) {
        var node = topology.resolver(e, parameters.resolver[e]);
        var limit = parameters.timeout[e];
        var looking = flows.edges.looking[e];
        var rate = looking * flows.edges.attempts[e];
        var time = Resolvers.time(node, e, flows);
        var square = Resolvers.square(node, limit, flows);
        var queries = rate * parameters.queries[e] * flows.queriesEach[node];
        flows.edges.lookupDelay[e] = looking * time;
        flows.edges.lookupVariance[e] = looking * square - looking * time * looking * time;
        flows.arrived[node] += queries * (1 - parameters.queryLoss[node]);
        flows.sent[node] += queries;
        flows.sentLost[node] += queries * parameters.queryLoss[node];
        flows.lookups[node] += rate;
        flows.answered[node] += rate - flows.edges.attempts[e] * flows.edges.unknown[e];
        tally.lookedUp[e] += rate;
        tally.lookupTime[e] += rate * time;
    }

    /** Attempts take longer by the time of their look-ups. */
    void delay(Flows flows, Tally tally) {
        for (var e : resolved) {
            flows.edges.mean[e] += flows.edges.lookupDelay[e];
            flows.edges.variance[e] += flows.edges.lookupVariance[e];
            tally.attemptTime[e] += flows.edges.attempts[e] * flows.edges.lookupDelay[e];
        }
    }

    /** The resolvers of a region, and the hosts that ask them, forget what they knew: everybody asks anew. */
    static void flush(Topology topology, ModelState state, int resolver) {
        for (var e = 0; e < topology.edgeCount(); e++) {
            if (topology.resolver(e, state.resolver[e]) == resolver) {
                state.wrong[e] = 0;
                state.denied[e] = 0;
                state.stale[e] = 0;
                state.without[e] = 1;
            }
        }
    }

    /** A share of a resolver's replicas starts anew, and has forgotten what it was told. */
    static void forget(Topology topology, ModelState state, int resolver, double share) {
        for (var e = 0; e < topology.edgeCount(); e++) {
            if (topology.resolver(e, state.resolver[e]) == resolver) {
                state.wrong[e] *= 1 - share;
                state.wrongAtFirst[e] *= 1 - share;
                state.denied[e] = Math.min(state.denied[e], state.wrong[e]);
            }
        }
    }

    /** A share of a node's replicas starts anew, and has to ask. */
    static void restart(Topology topology, ModelState state, int caller, double share) {
        for (var e = 0; e < topology.edgeCount(); e++) {
            var edge = topology.edges.get(e);
            if (edge.caller() == caller && edge.dependency().resolvesNames()) {
                state.stale[e] *= 1 - share;
                state.without[e] += (1 - state.without[e]) * share;
            }
        }
    }
}
