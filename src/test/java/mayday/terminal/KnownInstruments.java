package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Caching;
import mayday.scenario.Capacity;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Platform;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Route;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.SystemId;
import mayday.scenario.Team;
import mayday.scenario.TeamId;
import mayday.scenario.Traffic;
import mayday.scenario.Where;

/** Measures what a test says, the same on every machine, of a service {@code app} that calls a database {@code db}. */
final class KnownInstruments implements Instruments {
    static final RegionId EAST = new RegionId("us-east");

    private final SimulatedSystem system;
    private final Map<Signal, Double> measured = new EnumMap<>(Signal.class);

    /** @param technology of the database */
    KnownInstruments(String technology, Platform platform) {
        var team = new TeamId("team");
        var app = service("app", ServiceKind.SERVICE, "Java 25", team, 100);
        var db = service("db", ServiceKind.DATABASE, technology, team, 64);
        system = new SimulatedSystem(
                new SystemId("bench"),
                "A bench",
                List.of(new Region(EAST, "East", List.of(), 1)),
                List.of(app, db),
                List.of(new Dependency(app.id(), db.id(), 1, 1, 1, 0, 0, Route.PRIMARY, new Caching.None(), false, 0)),
                new Traffic(app.id(), 100, Collections.nCopies(24, 1.0), 0),
                List.of(),
                List.of(),
                List.of(new Team(team, "Team", "Ana", List.of(), 60)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                platform);
        measured.put(Signal.REPLICAS_READY, 4.0);
        measured.put(Signal.REPLICAS_WANTED, 4.0);
        measured.put(Signal.MEMORY, 1.0);
    }

    private static Service service(String id, ServiceKind kind, String technology, TeamId team, int concurrency) {
        return new Service(
                new ServiceId(id),
                id,
                kind,
                technology,
                "1.0",
                team,
                List.of(),
                List.of(EAST),
                new Capacity(4, concurrency, 8, 0.005, 0.020, 5, 0, 1, 4, 0.3, 30),
                90);
    }

    KnownInstruments with(Signal signal, double value) {
        measured.put(signal, value);
        return this;
    }

    Machine machine(String service) {
        return Machine.all(system.service(new ServiceId(service)), EAST);
    }

    @Override
    public SimulatedSystem system() {
        return system;
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-12T14:10:00Z");
    }

    @Override
    public long seed() {
        return 7;
    }

    @Override
    public double lately(Signal signal, Machine machine) {
        return measured.getOrDefault(signal, 0.0);
    }

    @Override
    public double mean(Signal signal, Machine machine, Duration length) {
        return lately(signal, machine);
    }

    @Override
    public List<Double> means(Signal signal, Machine machine, Instant from, Duration period, int most) {
        return Collections.nCopies(most, lately(signal, machine));
    }

    @Override
    public double usual(Signal signal, Machine machine) {
        return lately(signal, machine);
    }

    @Override
    public double lately(DependencySignal signal, Dependency edge, Where where) {
        return signal == DependencySignal.CALL_RATE ? 100 : 0;
    }

    @Override
    public List<Double> means(
            DependencySignal signal, Dependency edge, Where where, Instant from, Duration period, int most) {
        return Collections.nCopies(most, lately(signal, edge, where));
    }

    @Override
    public double current(DependencyParameter parameter, Dependency edge, Where where) {
        return 0;
    }

    @Override
    public List<Taken> taken(Machine machine) {
        return List.of();
    }

    @Override
    public int status(Signal kind, Machine machine) {
        return 500;
    }

    @Override
    public List<Instant> restarts(Machine machine) {
        return List.of();
    }

    @Override
    public Instant bornAt(Machine machine) {
        return begin();
    }

    @Override
    public List<Release> releases(ServiceId service) {
        return List.of();
    }

    @Override
    public Lines lines(Search search) {
        return new Lines(List.of(), 0);
    }

    @Override
    public Instant begin() {
        return now().minus(Duration.ofHours(2));
    }
}
