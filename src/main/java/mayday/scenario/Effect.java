package mayday.scenario;

import java.time.Duration;

/** A change to a parameter of the simulated system, in force while a state or an action holds. */
public sealed interface Effect {

    Adjustment adjustment();

    /** In which regions; of a dependency, where its caller runs. */
    Where where();

    /** How long it takes from nothing to full strength, linearly; zero means at once. */
    Duration ramp();

    /**
     * On a service, in some or all of its regions.
     *
     * @param process what takes the cores, if they are taken; empty where the machine underneath gives them to others
     */
    record OnService(
            ServiceId service,
            Where where,
            ServiceParameter parameter,
            Adjustment adjustment,
            Duration ramp,
            String process)
            implements Effect {

        /** Without a process. */
        public OnService(
                ServiceId service, Where where, ServiceParameter parameter, Adjustment adjustment, Duration ramp) {
            this(service, where, parameter, adjustment, ramp, "");
        }
    }

    /** On a dependency, for callers in some or all regions. */
    record OnDependency(
            ServiceId from,
            ServiceId to,
            Where where,
            DependencyParameter parameter,
            Adjustment adjustment,
            Duration ramp)
            implements Effect {}

    /**
     * On the demand from outside, in multiples of the ordinary: 1 is an ordinary day.
     *
     * <p>Everywhere it changes the volume. In one region less than 1 drains: what the region no longer takes goes to the other regions
     * in proportion to their shares, and the total stays ({@code Times(0)} drains it wholly). More than 1 is a surge: it adds to the
     * region's own demand, takes nothing from the others, and is moved with the rest if the region is drained.
     */
    record OnTraffic(Where where, Adjustment adjustment, Duration ramp) implements Effect {}

    /** The same at a share of its strength: a factor is nearer to 1, an amount or a new value (counted from nothing) smaller. */
    default Effect scaled(double strength) {
        var adjusted = adjustment().scaled(strength);
        return switch (this) {
            case OnService(var service, var where, var parameter, var _, var ramp, var process) ->
                new OnService(service, where, parameter, adjusted, ramp, process);
            case OnDependency(var from, var to, var where, var parameter, var _, var ramp) ->
                new OnDependency(from, to, where, parameter, adjusted, ramp);
            case OnTraffic(var where, var _, var ramp) -> new OnTraffic(where, adjusted, ramp);
        };
    }

    /** How a parameter is changed. */
    sealed interface Adjustment {
        /** At a share of its strength, 0 to 1. */
        default Adjustment scaled(double strength) {
            return switch (this) {
                case To(var value) -> new To(value * strength);
                case Times(var factor) -> new Times(1 + (factor - 1) * strength);
                case Plus(var amount) -> new Plus(amount * strength);
            };
        }

        record To(double value) implements Adjustment {}

        record Times(double factor) implements Adjustment {}

        record Plus(double amount) implements Adjustment {}
    }

    /** What can be changed about a service. */
    enum ServiceParameter {
        /** Instances wanted per region; new ones take their start-up time, surplus ones go at once. Rounded. */
        REPLICAS,
        /** Share of ready replicas that take traffic, 0 to 1; at 0 every request is refused at once. */
        AVAILABLE,
        /** Requests that one replica works on at once. */
        CONCURRENCY,
        /** Time in service of one request, seconds. */
        SERVICE_TIME,
        /** Processor time of one request, seconds; above the service time it is the service time. */
        CPU_TIME,
        /**
         * Processor time of one request that only one thread of a replica can do, seconds, such as an event loop or work under one
         * lock: one core is busy while the others idle. Part of {@link #CPU_TIME}.
         */
        SERIAL_TIME,
        /** Cores of one replica that a foreign process takes: less can be served, and slower. */
        STOLEN_CORES,
        /** Cores of one replica that loops of the service's own keep busy for nothing: less can be served. */
        SPINNING_CORES,
        /** Share of requests that fail by themselves. */
        ERROR_RATIO,
        /** Work that may wait, seconds of nominal work. */
        QUEUE_LIMIT,
        /** Memory that each replica loses, GiB per hour; only a restart gives it back. At its limit a replica is killed and restarts. */
        LEAK,
        /**
         * Share of the processor time that goes into collecting garbage when nothing has leaked; 0 where nothing is collected. It
         * grows as the memory fills, and pauses with it.
         */
        GC_SHARE,
        /** Share of the disk in use, 0 to 1; at 1 a database, cache or queue fails every request. */
        DISK_USED,
        /** Share of arriving requests that is turned away at once with 503 on purpose, 0 to 1. */
        SHED,
        /** Hosts per region that differ from the others by the next three; each carries one replica. Rounded. */
        OUTLIER_HOSTS,
        /** How many times longer a request is in service on these. */
        OUTLIER_SLOWDOWN,
        /** Cores that a foreign process takes on these, beside {@link #STOLEN_CORES}. */
        OUTLIER_STOLEN_CORES,
        /** Share of requests that fail by themselves on these, beside {@link #ERROR_RATIO}. */
        OUTLIER_ERROR_RATIO,
        /** Whether the autoscaler acts: 1, or 0 when it is frozen. Nothing where there is none. */
        AUTOSCALING,
        /** Processor use that the autoscaler aims at. */
        AUTOSCALE_TARGET,
        /** The autoscaler never wants fewer replicas per region. */
        AUTOSCALE_MIN,
        /** The autoscaler never wants more replicas per region. */
        AUTOSCALE_MAX,
        /** Of a resolver: share of packets (UDP) with queries and answers that is lost. Calls are not affected. */
        QUERY_LOSS,
        /**
         * Days until the certificate expires; at or below zero every caller fails in the handshake, and customers at the entry. Set by
         * {@link Adjustment.To} it stands still.
         */
        CERTIFICATE_DAYS
    }

    /** What can be changed about a dependency. */
    enum DependencyParameter {
        /** Calls per request of the caller. */
        CALLS,
        /** Seconds; for one attempt, and again for the wait for a connection. */
        TIMEOUT,
        /** Tries per call, 1 to 8. Rounded. */
        ATTEMPTS,
        /** Share of failed calls that the caller hides, 0 to 1. */
        FALLBACK,
        /** Connections of one replica of the caller; 0 means no limit. */
        POOL_SIZE,
        /** Share of calls that fail at once on the way, as a refused connection does. */
        FAILURE,
        /** Share of calls that fail in the TLS handshake. */
        TLS_FAILURE,
        /**
         * Share of look-ups of the callee's name that are answered wrongly (NXDOMAIN). Felt as addresses that callers know run out,
         * within the time to live; and after it has ended for the negative time to live, unless the resolver is flushed. Nothing where
         * the caller does not resolve the name.
         */
        NAME_FAILURE,
        /** How long a caller keeps an address, seconds; 0 looks the name up for every call. */
        TTL,
        /** How long a resolver keeps an answer that there is no such name, seconds. */
        NEGATIVE_TTL,
        /** Queries that one look-up takes: search domains, IPv4 and IPv6. */
        QUERIES,
        /**
         * Share of the callee that has another address than it had; when this changes, callers who know the old address call in vain
         * until their time to live has run out. It makes no difference to those who ask anew.
         */
        MOVED,
        /**
         * Which of the system's resolvers is asked for the callee's name: 0 for the first that its file has, 1 for the second; below
         * zero none of them, but the cloud's own, which is never at a loss. What the one before knew the next one has to ask. Rounded.
         */
        RESOLVER,
        /** Extra time on the way, seconds. */
        LATENCY,
        /** Share of packets lost on the way: 0.01 to 0.1 makes calls slow, 0.3 and more makes them fail. */
        LOSS
    }
}
