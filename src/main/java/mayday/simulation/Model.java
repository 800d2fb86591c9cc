package mayday.simulation;

import java.time.Instant;
import mayday.scenario.SimulatedSystem;

/**
 * The system as a fluid model of request flow, advanced in steps of one second.
 *
 * <p>A step is a pure function of the state after the step before, the parameters in force and the demand. It has four stages:
 * replicas start and stop, demand enters, edges make their attempts ({@link Calls}), nodes serve what arrived ({@link Work}). An edge
 * sees its callee as it was after the step before, so effects travel one hop a step and no fixed point is solved. At rest one step
 * stands for ten seconds (see {@link Calm}).
 */
final class Model {

    /** Steps with the origin's demand that lead from a fresh system to its steady state. */
    static final int WARM_UP = 60;

    final Topology topology;

    /** Whether one step stands for a sample at rest. */
    final boolean rests;

    private final Demand demand;
    private final Replicas replicas;
    private final Calls calls;
    private final Work work;
    private final Calm calm;

    Model(SimulatedSystem system, long seed, Instant origin) {
        this(system, seed, origin, true);
    }

    Model(SimulatedSystem system, long seed, Instant origin, boolean rests) {
        this.rests = rests;
        topology = new Topology(system);
        demand = new Demand(topology, seed, origin);
        replicas = new Replicas(topology);
        calls = new Calls(topology);
        work = new Work(topology);
        calm = new Calm(topology);
    }

    /** Sets what stays as it is while the parameters hold. */
    void prepare(ModelState now, ModelState next, Parameters parameters, Flows flows) {
        Calls.prepare(now, next, parameters, flows);
        work.prepare(now, next, parameters, flows);
    }

    /** Writes the state after the step that starts at {@code step} seconds into {@code next} and adds what happened to the tally. */
    void advance(ModelState now, ModelState next, long step, Parameters parameters, Flows flows, Tally tally) {
        demand.set(next.demand, step, parameters);
        System.arraycopy(next.demand, 0, next.demandBefore, 0, next.demand.length);
        advance(now, next, step, 1, parameters, flows, tally);
    }

    /** Lets one step stand for a sample in which nothing moves but the demand, which is that of its middle. */
    void pass(ModelState now, ModelState next, long step, Parameters parameters, Flows flows, Tally tally) {
        demand.set(next.demand, step + Run.SAMPLE_STEPS / 2, parameters);
        System.arraycopy(now.demand, 0, next.demandBefore, 0, next.demand.length);
        calm.follow(now, next, parameters, flows);
        advance(now, next, step, Run.SAMPLE_STEPS, parameters, flows, tally);
    }

    private void advance(
            ModelState now, ModelState next, long step, int seconds, Parameters parameters, Flows flows, Tally tally) {
        flows.clear();
        tally.outliers |= parameters.sizes.outliers;
        replicas.advance(now, next, step, seconds, parameters, flows);
        demand.enter(next.demand, flows.arrived);
        turnAwayCustomers(flows);
        calls.advance(now, next, seconds, parameters, flows, tally);
        work.advance(now, next, parameters, flows, tally);
        replicas.observe(next, seconds, flows);
    }

    /** Whether the clock changes something after {@code step} and before {@code end}. */
    boolean changesWithin(long step, long end, Parameters parameters) {
        return replicas.changeWithin(step, end, parameters);
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
