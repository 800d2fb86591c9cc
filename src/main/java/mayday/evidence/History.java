package mayday.evidence;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Hosts;

/** The numbers that answers are made of: what a {@link mayday.simulation.Trajectory} tells, and no more. */
interface History {

    /** The samples of a service's signal in {@code [from, until]}, cut to what the history covers; at least one. */
    Samples samples(Signal signal, ServiceId service, Where where, Instant from, Instant until);

    /** The same of some of the service's hosts; without hosts that differ all are ordinary. */
    default Samples samples(Signal signal, ServiceId service, Where where, Hosts hosts, Instant from, Instant until) {
        return samples(signal, service, where, from, until);
    }

    /** How many of the service's hosts differ from the others. */
    default int oddHosts(ServiceId service, Where where, Instant at) {
        return 0;
    }

    /** The same of a dependency, as callers in {@code where} see it. */
    Samples samples(DependencySignal signal, Calls calls, Where where, Instant from, Instant until);

    /** When replicas of a service were restarted in any of these regions, up to {@code until}, in order of time. */
    List<Instant> restarts(ServiceId service, Where where, Instant until);

    /** A parameter of a dependency as it is now, changes included. */
    double current(DependencyParameter parameter, Dependency edge, Where where, Instant at);

    /** Who takes cores of the service's hosts, in the order in which they began. */
    default List<Theft> thefts(ServiceId service, Where where, Instant at) {
        return List.of();
    }

    /**
     * Cores that are taken from each host.
     *
     * @param process what takes them; empty for the machine underneath
     * @param onOddHosts whether only from those that differ from the others
     */
    record Theft(String process, double cores, boolean onOddHosts) {}

    /** Who calls whom. */
    record Calls(ServiceId from, ServiceId to) {}
}
