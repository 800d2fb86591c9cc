package mayday.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import mayday.scenario.Caching;
import mayday.scenario.Capacity;
import mayday.scenario.Dependency;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Route;
import mayday.scenario.Scaling;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.SystemId;
import mayday.scenario.TeamId;
import mayday.scenario.Traffic;

/** Small systems for tests: services and dependencies, named by one word each, and a steady demand at the first service. */
final class Plant {
    static final Instant ORIGIN = Instant.parse("2026-03-03T12:00:00Z");

    private final List<Region> regions = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private double perSecond;
    private double noise;
    private List<Double> hourly = Collections.nCopies(24, 1.0);

    /** Regions of equal share. */
    static Plant in(String... names) {
        var plant = new Plant();
        for (var name : names) {
            plant.regions.add(new Region(new RegionId(name), name, List.of(), 1.0 / names.length));
        }
        return plant;
    }

    Plant demand(double perSecond) {
        this.perSecond = perSecond;
        return this;
    }

    Plant noise(double noise) {
        this.noise = noise;
        return this;
    }

    Plant hourly(List<Double> hourly) {
        this.hourly = hourly;
        return this;
    }

    Plant service(String name, Size size) {
        return service(
                ServiceKind.SERVICE,
                name,
                size,
                regions.stream().map(Region::id).toList());
    }

    Plant service(ServiceKind kind, String name, Size size) {
        return service(kind, name, size, regions.stream().map(Region::id).toList());
    }

    Plant service(ServiceKind kind, String name, Size size, List<RegionId> where) {
        services.add(new Service(
                new ServiceId(name),
                name,
                kind,
                "",
                "1.0.0",
                new TeamId("team"),
                List.of(),
                where,
                size.capacity(),
                size.certificateDays));
        return this;
    }

    /** The service that was added last has an autoscaler. */
    Plant autoscaled(Scaling.Automatic scaling) {
        var last = services.removeLast();
        services.add(new Service(
                last.id(),
                last.title(),
                last.kind(),
                last.technology(),
                last.version(),
                last.owner(),
                last.aliases(),
                last.regions(),
                last.capacity(),
                last.certificateDays(),
                scaling));
        return this;
    }

    Plant calls(String from, String to, UnaryOperator<Call> how) {
        dependencies.add(how.apply(Call.PLAIN).dependency(from, to));
        return this;
    }

    Plant calls(String from, String to) {
        return calls(from, to, call -> call);
    }

    SimulatedSystem build() {
        return new SimulatedSystem(
                new SystemId("plant"),
                "Plant",
                regions,
                services,
                dependencies,
                new Traffic(services.getFirst().id(), perSecond, hourly, noise),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The size of a service: plenty of everything unless said otherwise. */
    record Size(
            int replicas,
            int concurrency,
            double cores,
            double cpuSeconds,
            double serviceSeconds,
            double queueSeconds,
            double errorRatio,
            double memoryLimitGib,
            double startupSeconds,
            double certificateDays) {

        /** One replica with so many workers. */
        static Size workers(int concurrency, double serviceSeconds) {
            return new Size(1, concurrency, 1000, 1e-6, serviceSeconds, 10, 0, 2, 30, 100);
        }

        /** Never the bottleneck. */
        static Size ample() {
            return new Size(4, 100_000, 1000, 1e-6, 0.005, 10, 0, 2, 30, 100);
        }

        Size replicas(int replicas) {
            return new Size(
                    replicas,
                    concurrency,
                    cores,
                    cpuSeconds,
                    serviceSeconds,
                    queueSeconds,
                    errorRatio,
                    memoryLimitGib,
                    startupSeconds,
                    certificateDays);
        }

        Size cores(double cores, double cpuSeconds) {
            return new Size(
                    replicas,
                    concurrency,
                    cores,
                    cpuSeconds,
                    serviceSeconds,
                    queueSeconds,
                    errorRatio,
                    memoryLimitGib,
                    startupSeconds,
                    certificateDays);
        }

        Size queueSeconds(double queueSeconds) {
            return new Size(
                    replicas,
                    concurrency,
                    cores,
                    cpuSeconds,
                    serviceSeconds,
                    queueSeconds,
                    errorRatio,
                    memoryLimitGib,
                    startupSeconds,
                    certificateDays);
        }

        Size errors(double errorRatio) {
            return new Size(
                    replicas,
                    concurrency,
                    cores,
                    cpuSeconds,
                    serviceSeconds,
                    queueSeconds,
                    errorRatio,
                    memoryLimitGib,
                    startupSeconds,
                    certificateDays);
        }

        Size certificate(double days) {
            return new Size(
                    replicas,
                    concurrency,
                    cores,
                    cpuSeconds,
                    serviceSeconds,
                    queueSeconds,
                    errorRatio,
                    memoryLimitGib,
                    startupSeconds,
                    days);
        }

        Capacity capacity() {
            return new Capacity(
                    replicas,
                    concurrency,
                    cores,
                    cpuSeconds,
                    serviceSeconds,
                    queueSeconds,
                    errorRatio,
                    1,
                    memoryLimitGib,
                    0.4,
                    startupSeconds);
        }
    }

    /** How one service calls another. */
    record Call(
            double calls,
            double timeout,
            int attempts,
            double fallback,
            int pool,
            Route route,
            Caching caching,
            boolean resolves,
            double ttl,
            double negativeTtl,
            double queries) {
        static final Call PLAIN = new Call(1, 2, 1, 0, 0, Route.SAME_REGION, new Caching.None(), false, 0, 0, 1);

        Call calls(double calls) {
            return new Call(
                    calls, timeout, attempts, fallback, pool, route, caching, resolves, ttl, negativeTtl, queries);
        }

        Call timeout(double timeout) {
            return new Call(
                    calls, timeout, attempts, fallback, pool, route, caching, resolves, ttl, negativeTtl, queries);
        }

        Call attempts(int attempts) {
            return new Call(
                    calls, timeout, attempts, fallback, pool, route, caching, resolves, ttl, negativeTtl, queries);
        }

        Call fallback(double fallback) {
            return new Call(
                    calls, timeout, attempts, fallback, pool, route, caching, resolves, ttl, negativeTtl, queries);
        }

        Call pool(int pool) {
            return new Call(
                    calls, timeout, attempts, fallback, pool, route, caching, resolves, ttl, negativeTtl, queries);
        }

        Call toPrimary() {
            return new Call(
                    calls,
                    timeout,
                    attempts,
                    fallback,
                    pool,
                    Route.PRIMARY,
                    caching,
                    resolves,
                    ttl,
                    negativeTtl,
                    queries);
        }

        Call cachedBy(String cache, double hitRatio, double refillSeconds) {
            var by = new Caching.By(new ServiceId(cache), hitRatio, refillSeconds);
            return new Call(calls, timeout, attempts, fallback, pool, route, by, resolves, ttl, negativeTtl, queries);
        }

        Call resolved(double ttl) {
            return resolved(ttl, ttl, 1);
        }

        Call resolved(double ttl, double negativeTtl, double queries) {
            return new Call(calls, timeout, attempts, fallback, pool, route, caching, true, ttl, negativeTtl, queries);
        }

        Dependency dependency(String from, String to) {
            return new Dependency(
                    new ServiceId(from),
                    new ServiceId(to),
                    calls,
                    timeout,
                    attempts,
                    fallback,
                    pool,
                    route,
                    caching,
                    resolves,
                    ttl,
                    negativeTtl,
                    queries);
        }
    }
}
