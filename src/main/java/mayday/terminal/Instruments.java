package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/** What programs can measure: the numbers of one history up to one instant. The same numbers make the charts. */
public interface Instruments {
    SimulatedSystem system();

    Instant now();

    long seed();

    /** The mean of the last minute; for one replica its own share or value. */
    double lately(Signal signal, Machine machine);

    /** The mean of the stretch of this length that ends now. */
    double mean(Signal signal, Machine machine, Duration length);

    /** One mean for each of the periods that begin at {@code from}; as many as end by now, at most {@code most}. */
    List<Double> means(Signal signal, Machine machine, Instant from, Duration period, int most);

    /** What it was on an ordinary hour before. */
    double usual(Signal signal, Machine machine);

    /** The mean of the last minute, as callers in {@code where} see it, all their replicas together. */
    double lately(DependencySignal signal, Dependency edge, Where where);

    /** One mean for each period, as for {@link #means(Signal, Machine, Instant, Duration, int)}. */
    List<Double> means(DependencySignal signal, Dependency edge, Where where, Instant from, Duration period, int most);

    /** A parameter of a dependency as it is now. */
    double current(DependencyParameter parameter, Dependency edge, Where where);

    /** Who takes cores of a host that the service does not get. */
    List<Taken> taken(Machine machine);

    /** The status that is answered with for failures of this kind. */
    int status(Signal kind, Machine machine);

    /** When replicas were restarted, up to now, in order of time. */
    List<Instant> restarts(Machine machine);

    /** Since when the replica has run, as far as releases tell. */
    Instant bornAt(Machine machine);

    /** Releases of a service up to now, the newest first. */
    List<Release> releases(ServiceId service);

    /** Lines of a log. */
    Lines lines(Search search);

    /** Where a history begins: before that there is no metric. */
    Instant begin();

    /**
     * Cores that are taken from a host.
     *
     * @param process what takes them; empty where other tenants of the machine underneath do, so that no process shows
     */
    record Taken(String process, double cores) {
        boolean byProcess() {
            return !process.isEmpty();
        }
    }

    /** A release as the change log has it. */
    record Release(Instant at, String what, String by) {}

    /**
     * What is looked for in a log.
     *
     * @param machine whose log
     * @param passes which lines are wanted
     * @param most how many of those to bring
     * @param newest the last ones rather than some of all
     */
    record Search(Machine machine, Instant from, Instant until, Predicate<Line> passes, int most, boolean newest) {}

    /**
     * Lines that were found, in order of time.
     *
     * @param matching how many there are, those that were not brought included
     */
    record Lines(List<Line> lines, long matching) {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** A line of a log; {@code level} is {@code ERROR}, {@code WARN} or {@code INFO}. */
    record Line(Instant at, String level, String host, String text) {}
}
