package mayday.evidence;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** The numbers that answers are made of: what a {@link mayday.simulation.Trajectory} tells, and no more. */
interface History {

    /** The samples of a service's signal in {@code [from, until]}, cut to what the history covers; at least one. */
    Samples samples(Signal signal, ServiceId service, Where where, Instant from, Instant until);

    /** The same of a dependency, as callers in {@code where} see it. */
    Samples samples(DependencySignal signal, Calls calls, Where where, Instant from, Instant until);

    /** When replicas of a service were restarted in any of these regions, up to {@code until}, in order of time. */
    List<Instant> restarts(ServiceId service, Where where, Instant until);

    /** Cores of a replica that a foreign process takes. */
    double foreignCores(ServiceId service, Where where, Instant at);

    /** A parameter of a dependency as it is now, changes included. */
    double current(DependencyParameter parameter, Dependency edge, Where where, Instant at);

    /** Who calls whom. */
    record Calls(ServiceId from, ServiceId to) {}
}
