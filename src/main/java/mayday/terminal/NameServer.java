package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** What a name server answers when it is asked once. */
record NameServer(Session session, String address, Optional<Machine> server) {
    private static final int MOST_ADDRESSES = 4;

    /** Where the cloud's own resolver answers on every host. */
    private static final String CLOUD = "169.254.169.253";

    /** dig waits so long for an answer. */
    private static final double PATIENCE_SECONDS = 5;

    /** For how long answers about names that no service looks up may be kept, seconds. */
    private static final long USUAL_TTL = 60;

    private static final long USUAL_NEGATIVE_TTL = 30;

    private static final double FULL = 0.95;
    private static final double SLOW_SECONDS = 0.5;

    /** How an answer ends. */
    enum Status {
        NOERROR,
        SERVFAIL,
        NXDOMAIN,
        /** Nothing came back. */
        TIMED_OUT
    }

    /**
     * An answer.
     *
     * @param ttl for how long it may be kept, seconds: addresses, or that there are none
     */
    record Answer(Status status, long ttl, List<String> addresses, double millis) {}

    /** The one that is named with {@code @}, or the region's. */
    static NameServer of(Session session, String named) {
        if (named.isEmpty()) {
            return own(session);
        }
        var found = session.fleet()
                .machine(named, session.region())
                .filter(machine -> machine.service().kind() == ServiceKind.RESOLVER);
        var bare = Fleet.bare(named);
        boolean region = found.isEmpty() && session.fleet().regionOf(bare).isPresent() && bare.endsWith(".0.2");
        var at = bare.matches("[0-9.]+")
                ? bare
                : found.map(machine -> session.fleet()
                                .address(machine.service(), machine.region(), Math.max(1, machine.number())))
                        .orElse(bare);
        return new NameServer(
                session, at, region ? session.fleet().regionOf(bare).flatMap(each -> resolver(session, each)) : found);
    }

    /** The one that the host's {@code resolv.conf} names: the region's first, unless somebody let the service use another. */
    static NameServer own(Session session) {
        var region = session.region();
        var resolvers = session.system().services().stream()
                .filter(service -> service.kind() == ServiceKind.RESOLVER)
                .toList();
        double which = session.callsFrom(session.here()).stream()
                .filter(Dependency::resolvesNames)
                .mapToDouble(
                        edge -> session.instruments().current(DependencyParameter.RESOLVER, edge, Where.in(region)))
                .findFirst()
                .orElse(0);
        if (which < 0) {
            return new NameServer(session, CLOUD, Optional.empty());
        }
        if (which < 1 || which >= resolvers.size()) {
            return new NameServer(session, session.fleet().resolverAddress(region), resolver(session, region));
        }
        var other = resolvers.get((int) which);
        var at = other.runsIn(region) ? region : other.primaryRegion();
        return new NameServer(session, session.fleet().address(other, at, 1), Optional.of(Machine.all(other, at)));
    }

    private static Optional<Machine> resolver(Session session, RegionId region) {
        return session.system().services().stream()
                .filter(service -> service.kind() == ServiceKind.RESOLVER && service.runsIn(region))
                .findFirst()
                .map(service -> Machine.all(service, region));
    }

    /** Whether somebody answers at this address at all: without a resolver of our own, the cloud's does at its own address. */
    boolean exists() {
        return server.isPresent()
                || address.equals(CLOUD)
                || address.equals(session.fleet().resolverAddress(session.region()));
    }

    /** Asks for the address of a name; {@code attempt} tells one try from the next. */
    Answer ask(String name, String type, int attempt) {
        var region = server.map(Machine::region).orElse(session.region());
        double millis = 1000
                * server.map(each -> session.instruments().lately(Signal.LATENCY_P50, each))
                        .orElse(0.001);
        if (!exists()) {
            return new Answer(Status.TIMED_OUT, 0, List.of(), 0);
        }
        var machine = session.fleet().machine(name, region);
        double drawn = session.chance("dig/" + address + "/" + name, attempt);
        if (drawn < failing(machine, region)) {
            return new Answer(failure(drawn), negativeTtl(machine, region), List.of(), millis);
        }
        if (machine.isEmpty()) {
            return new Answer(Status.NXDOMAIN, negativeTtl(machine, region), List.of(), millis);
        }
        var addresses = type.equals("A") ? addresses(machine.get()) : List.<String>of();
        var ttl = addresses.isEmpty()
                ? negativeTtl(machine, region)
                : inForce(DependencyParameter.TTL, machine, region, USUAL_TTL);
        return new Answer(Status.NOERROR, ttl, addresses, millis);
    }

    private long negativeTtl(Optional<Machine> machine, RegionId region) {
        return inForce(DependencyParameter.NEGATIVE_TTL, machine, region, USUAL_NEGATIVE_TTL);
    }

    /**
     * The share of look-ups that fail: those of this name as its callers in the region see it and, if nobody looks it up, those of all
     * names at this resolver.
     */
    double failing(Optional<Machine> name, RegionId region) {
        if (server.isPresent() && server.get().number() > 0) {
            return ofOneServer(name, region);
        }
        return asCallersSee(name, region);
    }

    /** One of several is asked itself: its own failures, and what is wrong with the name wherever it is asked for. */
    private double ofOneServer(Optional<Machine> name, RegionId region) {
        var one = server.orElseThrow();
        double own = session.instruments().lately(Signal.ERROR_RATIO, one);
        double all = session.instruments().lately(Signal.ERROR_RATIO, one.fleet());
        double wrong = Math.max(0, asCallersSee(name, region) - all);
        return 1 - (1 - own) * (1 - wrong);
    }

    private double asCallersSee(Optional<Machine> name, RegionId region) {
        double worst = 0;
        boolean lookedUp = false;
        if (name.isPresent()) {
            for (var edge : session.callsTo(name.get())) {
                if (edge.resolvesNames()
                        && session.system().service(edge.from()).runsIn(region)) {
                    var where = Where.in(region);
                    worst = Math.max(worst, session.instruments().lately(DependencySignal.NAME_RATIO, edge, where));
                    lookedUp = true;
                }
            }
        }
        return lookedUp
                ? worst
                : server.map(each -> session.instruments().lately(Signal.RESOLVER_FAILURE_RATIO, each))
                        .orElse(0.0);
    }

    /** A resolver's own failure is SERVFAIL; one that is full says nothing; else it has answered wrongly that there is no such name. */
    private Status failure(double drawn) {
        if (server.isEmpty()) {
            return Status.SERVFAIL;
        }
        var at = session.instruments();
        if (drawn < at.lately(Signal.ERROR_OWN, server.get())) {
            return Status.SERVFAIL;
        }
        boolean full = at.lately(Signal.CPU, server.get()) > FULL
                || at.lately(Signal.ERROR_REJECTED, server.get()) > 0.01
                || at.lately(Signal.LATENCY_P99, server.get()) > PATIENCE_SECONDS
                || lookupSeconds() > SLOW_SECONDS;
        return full ? Status.TIMED_OUT : Status.NXDOMAIN;
    }

    /** The longest that callers in the region take to look any name up: where it is seconds, answers do not arrive. */
    private double lookupSeconds() {
        var where = Where.in(server.map(Machine::region).orElse(session.region()));
        return session.system().dependencies().stream()
                .filter(Dependency::resolvesNames)
                .mapToDouble(edge -> session.instruments().lately(DependencySignal.LOOKUP_TIME, edge, where))
                .max()
                .orElse(0);
    }

    private List<String> addresses(Machine machine) {
        var service = machine.service();
        if (machine.number() > 0) {
            return List.of(session.fleet().address(service, machine.region(), machine.number()));
        }
        int ready = service.kind() == ServiceKind.THIRD_PARTY ? 1 : session.ready(machine);
        var addresses = new ArrayList<String>();
        for (int number = 1; number <= Math.min(MOST_ADDRESSES, ready); number++) {
            addresses.add(session.fleet().address(service, machine.region(), number));
        }
        return addresses;
    }

    /** As those who look the name up in the region have it now; {@code otherwise} if nobody does. */
    private long inForce(DependencyParameter parameter, Optional<Machine> name, RegionId region, long otherwise) {
        return name.stream()
                .flatMap(machine -> session.callsTo(machine).stream())
                .filter(edge -> edge.resolvesNames()
                        && session.system().service(edge.from()).runsIn(region))
                .mapToLong(edge -> Numbers.whole(session.instruments().current(parameter, edge, Where.in(region))))
                .findFirst()
                .orElse(otherwise);
    }
}
