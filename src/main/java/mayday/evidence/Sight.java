package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Service;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import mayday.simulation.Hosts;

/**
 * The history as our monitoring sees it: a third party only through its callers' eyes, a single replica as its
 * service's average.
 *
 * @param begin where the history begins
 * @param odd which numbers hosts have that differ from the others
 */
record Sight(History history, SimulatedSystem system, Instant begin, OddHosts odd) {
    /** "Now" is the mean of the last minute: one sample of ten seconds is noise. */
    static final Duration NOW = Duration.ofMinutes(1);

    /** What is usual is read from the beginning of the history. */
    static final Duration USUAL = Duration.ofMinutes(30);

    Sight(History history, SimulatedSystem system, Instant begin) {
        this(history, system, begin, OddHosts.UNNAMED);
    }

    Samples samples(Signal signal, Subject subject, Instant from, Instant until) {
        if (subject.isThirdParty()) {
            return seenByCallers(signal, subject, from, until);
        }
        if (subject.host() > 0 && hasOddHosts(subject, until)) {
            return isOdd(subject, until)
                    ? ofOddHost(signal, subject, from, until)
                    : ofGroup(signal, subject, Hosts.ORDINARY, from, until);
        }
        var whole = history.samples(signal, subject.id(), subject.where(), from, until);
        return subject.host() > 0 && addsUp(signal) ? ofOneReplica(whole, subject, from, until) : whole;
    }

    Samples samples(Signal signal, Subject subject, Period.Covered period) {
        return samples(signal, subject, period.from(), period.until());
    }

    /** The signal at the end of a period. */
    double lately(Signal signal, Subject subject, Instant until) {
        return samples(signal, subject, until.minus(NOW), until).lately(NOW);
    }

    /** What the signal usually is: the median of the first half hour of the history, or of what there is of it. */
    double usual(Signal signal, Subject subject, Instant until) {
        return samples(signal, subject, begin, usualEnd(until)).median();
    }

    /** The middle of the time from which {@link #usual} is read: answers name it. */
    Instant usualTime(Instant until) {
        return begin.plus(Duration.between(begin, usualEnd(until)).dividedBy(2));
    }

    Samples samples(DependencySignal signal, Dependency edge, Where where, Instant from, Instant until) {
        return history.samples(signal, new History.Calls(edge.from(), edge.to()), where, from, until);
    }

    double lately(DependencySignal signal, Dependency edge, Where where, Instant until) {
        return samples(signal, edge, where, until.minus(NOW), until).lately(NOW);
    }

    double usual(DependencySignal signal, Dependency edge, Where where, Instant until) {
        return samples(signal, edge, where, begin, usualEnd(until)).median();
    }

    List<Dependency> callersOf(Service service) {
        return system.dependencies().stream()
                .filter(edge -> edge.to().equals(service.id()))
                .toList();
    }

    private Instant usualEnd(Instant until) {
        var end = begin.plus(USUAL);
        return end.isBefore(until) ? end : until;
    }

    private boolean hasOddHosts(Subject subject, Instant at) {
        return history.oddHosts(subject.id(), subject.where(), at) > 0;
    }

    private boolean isOdd(Subject subject, Instant at) {
        return oddHosts(subject, at).contains(subject.host());
    }

    /** The numbers of the hosts that differ from the others in the subject's region. */
    List<Integer> oddHosts(Subject subject, Instant at) {
        int count = history.oddHosts(subject.id(), subject.where(), at);
        var region = subject.where() instanceof Where.In(var in)
                ? in
                : subject.service().primaryRegion();
        var ready = history.samples(Signal.REPLICAS_READY, subject.id(), subject.where(), at.minus(NOW), at);
        int replicas = (int) Math.max(1, ready.value(ready.size() - 1));
        return count == 0 ? List.of() : odd.numbers(subject.id(), region, count, replicas);
    }

    /** One host of a group of alike ones. */
    private Samples ofGroup(Signal signal, Subject subject, Hosts hosts, Instant from, Instant until) {
        var group = history.samples(signal, subject.id(), subject.where(), hosts, from, until);
        var ready = history.samples(Signal.REPLICAS_READY, subject.id(), subject.where(), hosts, from, until);
        return addsUp(signal) ? group.with(ready, (value, replicas) -> value / Math.max(1, replicas)) : group;
    }

    /** Before it was different it was as the others are. */
    private Samples ofOddHost(Signal signal, Subject subject, Instant from, Instant until) {
        var ready = history.samples(Signal.REPLICAS_READY, subject.id(), subject.where(), Hosts.OUTLIERS, from, until);
        var ordinary = ofGroup(signal, subject, Hosts.ORDINARY, from, until);
        var odd = ofGroup(signal, subject, Hosts.OUTLIERS, from, until);
        var differs = ready.map(replicas -> replicas > 0 ? 1 : 0);
        return odd.with(differs, (value, share) -> value * share)
                .with(ordinary.with(differs, (value, share) -> value * (1 - share)), Double::sum);
    }

    private Samples ofOneReplica(Samples whole, Subject subject, Instant from, Instant until) {
        var ready = history.samples(Signal.REPLICAS_READY, subject.id(), subject.where(), from, until);
        return whole.with(ready, (value, replicas) -> value / Math.max(1, replicas));
    }

    private static boolean addsUp(Signal signal) {
        return switch (signal.unit()) {
            case PER_SECOND, COUNT -> signal != Signal.REPLICAS_READY && signal != Signal.REPLICAS_WANTED;
            case RATIO, SECONDS, GIB, DAYS -> false;
        };
    }

    private Samples seenByCallers(Signal signal, Subject subject, Instant from, Instant until) {
        return switch (signal) {
            case REQUEST_RATE -> callsTo(subject, from, until);
            case ERROR_RATIO -> ofCalls(DependencySignal.FAILURE_RATIO, subject, from, until);
            case ERROR_TIMEOUT -> ofCalls(DependencySignal.TIMEOUT_RATIO, subject, from, until);
            case ERROR_REJECTED -> ofCalls(DependencySignal.REFUSED_RATIO, subject, from, until);
            case ERROR_TLS -> ofCalls(DependencySignal.TLS_RATIO, subject, from, until);
            case ERROR_NAME_RESOLUTION -> ofCalls(DependencySignal.NAME_RATIO, subject, from, until);
            case LATENCY_P50, LATENCY_P95, LATENCY_P99 -> ofCalls(DependencySignal.LATENCY, subject, from, until);
            case ERROR_OWN,
                    ERROR_DEPENDENCY,
                    CPU,
                    CPU_BUSIEST_CORE,
                    CPU_BUSIEST_HOST,
                    CPU_STOLEN,
                    GC_TIME,
                    MEMORY,
                    THREADS_BUSY,
                    QUEUE_DEPTH,
                    QUEUE_AGE,
                    RETRY_RATE,
                    CACHE_HIT_RATIO,
                    REPLICAS_READY,
                    REPLICAS_WANTED,
                    DISK_USED,
                    NETWORK_LOSS,
                    LOOKUP_RATE,
                    RESOLVER_FAILURE_RATIO,
                    CERTIFICATE_DAYS -> history.samples(signal, subject.id(), subject.where(), from, until);
        };
    }

    private Samples callsTo(Subject subject, Instant from, Instant until) {
        return callersOf(subject.service()).stream()
                .map(edge -> samples(DependencySignal.CALL_RATE, edge, subject.where(), from, until))
                .reduce((one, other) -> one.with(other, Double::sum))
                .orElseGet(() -> history.samples(Signal.REQUEST_RATE, subject.id(), subject.where(), from, until));
    }

    private Samples ofCalls(DependencySignal signal, Subject subject, Instant from, Instant until) {
        var rate = callsTo(subject, from, until);
        return callersOf(subject.service()).stream()
                .map(edge -> samples(signal, edge, subject.where(), from, until)
                        .with(samples(DependencySignal.CALL_RATE, edge, subject.where(), from, until), (a, b) -> a * b))
                .reduce((one, other) -> one.with(other, Double::sum))
                .map(weighted -> weighted.with(rate, (sum, calls) -> calls > 0 ? sum / calls : 0))
                .orElseGet(() -> rate.map(_ -> 0));
    }
}
