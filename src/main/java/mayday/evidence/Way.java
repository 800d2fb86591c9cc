package mayday.evidence;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/**
 * The way that a customer's request takes from the entry to the service that a journey is about: what fails in front of
 * the service fails for the customer too.
 *
 * @param steps the calls from the entry on, the last one to the service; empty for the entry itself, and where no calls
 *     lead from the entry to the service
 */
record Way(SimulatedSystem system, ServiceId through, List<Dependency> steps) {
    /** What so many requests of a service call, all kinds of them call. */
    private static final double EVERY_REQUEST = 0.9;

    Way {
        steps = List.copyOf(steps);
    }

    /** The shortest one; of equally short ones that which the system's file names first. */
    static Way to(ServiceId through, SimulatedSystem system) {
        var reachedBy = new HashMap<ServiceId, Dependency>();
        var next = new ArrayDeque<ServiceId>();
        var entry = system.traffic().entry();
        next.add(entry);
        while (!next.isEmpty() && !reachedBy.containsKey(through)) {
            for (var edge : system.dependenciesOf(next.remove())) {
                if (!edge.to().equals(entry) && reachedBy.putIfAbsent(edge.to(), edge) == null) {
                    next.add(edge.to());
                }
            }
        }
        var steps = new ArrayList<Dependency>();
        for (var edge = reachedBy.get(through); edge != null; edge = reachedBy.get(edge.from())) {
            steps.addFirst(edge);
        }
        return new Way(system, through, steps);
    }

    /**
     * The share of requests on this way that fail at the end of a period: those that the services on the way fail or turn
     * away, those lost between them, those that fail in calls which every request of them makes, and those that fail at
     * its end.
     */
    double failing(Inquiry inquiry, Where where, Instant until) {
        return failing(inquiry, where, until, (_, share) -> share);
    }

    /** The same of customers alone, in one region. */
    double failing(Inquiry inquiry, RegionId region, Instant until, Spared spared) {
        return failing(
                inquiry, Where.in(region), until, (service, share) -> spared.failing(service, region, until, share));
    }

    private double failing(Inquiry inquiry, Where where, Instant until, ToDoubleBiFunction<ServiceId, Double> felt) {
        var sight = inquiry.sight();
        double well = 1 - felt.applyAsDouble(through, sight.lately(Signal.ERROR_RATIO, subject(through, where), until));
        for (var step : steps) {
            well *= 1 - felt.applyAsDouble(step.from(), ownFailures(sight, subject(step.from(), where), until));
            well *= 1 - between(inquiry, step, where, until);
            for (var beside : system.dependenciesOf(step.from())) {
                if (!beside.equals(step)) {
                    well *= 1 - besides(inquiry, beside, where, until);
                }
            }
        }
        return 1 - well;
    }

    private static double ownFailures(Sight sight, Subject node, Instant until) {
        double own = sight.lately(Signal.ERROR_OWN, node, until) + sight.lately(Signal.ERROR_REJECTED, node, until);
        // Customers who do not trust the certificate of the entry; those of what it calls are counted between the two.
        boolean distrusted = sight.lately(Signal.CERTIFICATE_DAYS, node, until) <= 0;
        return Math.min(1, own + (distrusted ? sight.lately(Signal.ERROR_TLS, node, until) : 0));
    }

    /** What is lost between two services: nothing of it is a failure of the one that is called. */
    private static double between(Inquiry inquiry, Dependency edge, Where where, Instant until) {
        double lost = inquiry.history().current(DependencyParameter.FAILURE, edge, where, until);
        for (var signal :
                List.of(DependencySignal.TIMEOUT_RATIO, DependencySignal.TLS_RATIO, DependencySignal.NAME_RATIO)) {
            lost += inquiry.sight().lately(signal, edge, where, until);
        }
        return inAllAttempts(inquiry, edge, where, until, Math.min(1, lost));
    }

    private static double besides(Inquiry inquiry, Dependency edge, Where where, Instant until) {
        if (inquiry.history().current(DependencyParameter.CALLS, edge, where, until) < EVERY_REQUEST) {
            return 0;
        }
        double shown = 1 - inquiry.history().current(DependencyParameter.FALLBACK, edge, where, until);
        double failed = inquiry.sight().lately(DependencySignal.FAILURE_RATIO, edge, where, until);
        return shown * inAllAttempts(inquiry, edge, where, until, failed);
    }

    private static double inAllAttempts(Inquiry inquiry, Dependency edge, Where where, Instant until, double failing) {
        double attempts = inquiry.history().current(DependencyParameter.ATTEMPTS, edge, where, until);
        return StrictMath.pow(failing, Math.max(1, Math.rint(attempts)));
    }

    private Subject subject(ServiceId id, Where where) {
        return new Subject(system.service(id), where, 0);
    }
}
