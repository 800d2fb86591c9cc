package mayday.simulation;

import java.time.Instant;
import mayday.scenario.SimulatedSystem;

/**
 * The system as a fluid model of request flow, advanced in steps of one second.
 *
 * <p>A step is a pure function of the state after the step before, the parameters in force and the demand. It has four stages:
 * replicas start and stop, demand enters, edges make their attempts ({@link Calls}), nodes serve what arrived ({@link Work}). An edge
 * sees its callee as it was after the step before, so effects travel one hop a step and no fixed point is solved.
 */
final class Model {

    /** Steps with the origin's demand that lead from a fresh system to its steady state. */
    static final int WARM_UP = 60;

    final Topology topology;
    private final Demand demand;
    private final Replicas replicas;
    private final Calls calls;
    private final Work work;

    Model(SimulatedSystem system, long seed, Instant origin) {
        topology = new Topology(system);
        demand = new Demand(topology, seed, origin);
        replicas = new Replicas(topology);
        calls = new Calls(topology);
        work = new Work(topology);
    }

    /** Sets what stays as it is while the parameters hold. */
    void prepare(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        Calls.prepare(now, next, parameters, flows);
        work.prepare(now, next, parameters, flows);
    }

    /** Writes the state after the step that starts at {@code step} seconds into {@code next} and adds what happened to the tally. */
    void advance(ModelState now, ModelState next, long step, Parameters parameters, Flows flows, Tally tally) {
        flows.clear();
        tally.outliers |= parameters.sizes.outliers;
        replicas.advance(now, next, step, parameters, flows);
        if (step < 0) {
            demand.addCalmTo(flows.arrived, 0, parameters);
        } else {
            demand.addTo(flows.arrived, step, parameters);
        }
        turnAwayCustomers(flows);
        calls.advance(now, next, parameters, flows, tally);
        work.advance(now, next, parameters, flows, tally);
        replicas.observe(next, flows);
    }

    /** Sets the levels of a sample that ends with this state. */
    void note(ModelState state, Parameters parameters, Flows flows, Tally tally) {
        replicas.note(state, parameters, flows, tally);
        calls.note(parameters, flows, tally);
    }

    /** Lets an impulse strike a state. */
    void strike(ModelState state, Impulse impulse, long step) {
        switch (impulse) {
            case Impulse.Restart restart -> {
                for (var n : topology.nodes(restart.service(), restart.where())) {
                    replicas.restart(state, n, restart.share(), step);
                }
            }
            case Impulse.EmptyCache emptied -> {
                for (var n : topology.nodes(emptied.cache(), emptied.where())) {
                    Caches.forget(topology, state, n, 1);
                }
            }
            case Impulse.FlushResolver flush -> {
                for (var n = 0; n < topology.nodeCount(); n++) {
                    if (flush.where().covers(topology.nodes.get(n).region())) {
                        Names.flush(topology, state, n);
                    }
                }
            }
        }
    }

    /** Customers check the certificate too: what comes from outside does not get in once it has expired. */
    private static void turnAwayCustomers(Flows flows) {
        for (var n = 0; n < flows.certificate.length; n++) {
            if (flows.certificate[n] <= 0 && flows.arrived[n] > 0) {
                flows.distrusted[n] = flows.arrived[n];
                flows.arrived[n] = 0;
            }
        }
    }
}
