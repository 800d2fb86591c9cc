package mayday.scenario;

import java.time.Duration;

/** A change to a parameter of the simulated system, in force while a state or an action holds. */
public sealed interface Effect {

    Adjustment adjustment();

    /** How long it takes from nothing to full strength, linearly; zero means at once. */
    Duration ramp();

    /** On a service, in some or all of its regions. */
    record OnService(ServiceId service, Where where, ServiceParameter parameter, Adjustment adjustment, Duration ramp)
            implements Effect {}

    /** On a dependency, for callers in some or all regions. */
    record OnDependency(
            ServiceId from,
            ServiceId to,
            Where where,
            DependencyParameter parameter,
            Adjustment adjustment,
            Duration ramp)
            implements Effect {}

    /** On the demand from outside: how much traffic enters in some or all regions. */
    record OnTraffic(Where where, Adjustment adjustment, Duration ramp) implements Effect {}

    /** How a parameter is changed. */
    sealed interface Adjustment {
        record To(double value) implements Adjustment {}

        record Times(double factor) implements Adjustment {}

        record Plus(double amount) implements Adjustment {}
    }

    /** What can be changed about a service. */
    enum ServiceParameter {
        /** Instances wanted per region; new ones take their start-up time. */
        REPLICAS,
        /** Share of ready replicas that take traffic, 0 to 1. */
        AVAILABLE,
        /** Requests that one replica works on at once. */
        CONCURRENCY,
        /** Time in service of one request, seconds. */
        SERVICE_TIME,
        /** Processor time of one request, seconds. */
        CPU_TIME,
        /** Cores of one replica that a foreign process takes. */
        STOLEN_CORES,
        /** Share of requests that fail by themselves. */
        ERROR_RATIO,
        /** Work that may wait, seconds of nominal work. */
        QUEUE_LIMIT,
        /** Memory that each replica loses, GiB per hour. */
        LEAK,
        DISK_USED,
        /** Share of arriving requests that is turned away at once with 503 on purpose, 0 to 1. */
        SHED,
        /** Days until the certificate expires; at or below zero, callers that check it fail. */
        CERTIFICATE_DAYS
    }

    /** What can be changed about a dependency. */
    enum DependencyParameter {
        CALLS,
        /** Seconds. */
        TIMEOUT,
        ATTEMPTS,
        FALLBACK,
        POOL_SIZE,
        /** Share of calls that fail at once on the way, as a refused connection does. */
        FAILURE,
        /** Share of calls that fail in the TLS handshake. */
        TLS_FAILURE,
        /** Share of look-ups of the callee's name that fail. */
        NAME_FAILURE,
        /** Extra time on the way, seconds. */
        LATENCY,
        /** Share of packets lost on the way. */
        LOSS
    }
}
