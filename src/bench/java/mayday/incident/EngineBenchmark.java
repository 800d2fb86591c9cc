package mayday.incident;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mayday.compiler.Library;
import mayday.scenario.Action;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Severity;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine: commands that are decided and folded, each accepted and each with an event, over all causes of a shipped scenario. Beside
 * it Spring Statemachine on the state charts of the same causes ({@link SpringCharts}), whose every event is a transition.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private static final int COMMANDS = 60;
    private static final int CAUSES = 5;
    private static final Participant SAM = new Participant("p1", "Sam");

    private static Scenario scenario() {
        var scenario = Library.read(Path.of("scenarios"))
                .find(new ScenarioId("elevated-500s"))
                .orElseThrow();
        if (scenario.causes().size() < CAUSES) {
            throw new IllegalStateException("the figures are per command: set CAUSES");
        }
        return scenario;
    }

    /** Paged a moment ago: the history before the page has been computed, as the first answer needs it. */
    private static List<Incident> open(Scenario scenario) {
        return scenario.causes().subList(0, CAUSES).stream()
                .map(cause -> Decider.open(scenario, 7, cause.id(), ClockMode.LIVE, Instant.EPOCH, SAM)
                        .after())
                .peek(incident -> errors(incident, scenario.pagedAt()))
                .toList();
    }

    private static double errors(Incident incident, Instant at) {
        var entry = incident.scenario().system().traffic().entry();
        return incident.world().trajectory().at(Signal.ERROR_RATIO, entry, Where.everywhere(), at);
    }

    private static List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(new Command.Acknowledge(SAM));
        commands.add(new Command.StateHypothesis(SAM, "the release", FaultClass.BAD_RELEASE, "web", 20));
        for (var i = commands.size(); i < COMMANDS; i++) {
            commands.add(
                    i % 10 == 0
                            ? new Command.DeclareSeverity(SAM, i % 20 == 0 ? Severity.SEV2 : Severity.SEV1)
                            : new Command.ReviseHypothesis(SAM, new HypothesisId("H1"), i));
        }
        return commands;
    }

    /** Incidents whose clock stands still. */
    @State(Scope.Thread)
    public static class Open {
        final Scenario scenario = scenario();
        final List<Incident> incidents = open(scenario);
        final List<Command> commands = commands();
    }

    /** Incidents of which nothing after the page has been computed yet. */
    @State(Scope.Thread)
    public static class Fresh {
        final Scenario scenario = scenario();
        final List<Command> commands = commands();
        List<Incident> incidents = List.of();

        @Setup(Level.Invocation)
        public void open() {
            incidents = EngineBenchmark.open(scenario);
        }
    }

    /** The events of an incident that was played until its limit, 45 minutes after the page. */
    @State(Scope.Thread)
    public static class Played {
        final Scenario scenario = scenario();
        final List<Recorded> events;
        final Instant end;

        public Played() {
            var incident = open(scenario).getFirst();
            var commands = commands();
            var step = Duration.between(scenario.pagedAt(), scenario.endsAt()).dividedBy(COMMANDS + 2);
            var now = scenario.pagedAt();
            for (var command : commands) {
                now = now.plus(step);
                incident = play(scenario, incident, command, now);
            }
            var shed = new Command.Act(SAM, new Action.ShedLoad(20, Where.everywhere()), "");
            incident = play(scenario, incident, shed, now.plusSeconds(1));
            events = incident.history();
            end = now;
        }
    }

    private static Incident play(Scenario scenario, Incident incident, Command command, Instant now) {
        var decision = Decider.decide(scenario, incident, command, now);
        if (decision instanceof Decision.Refused(var refusal, var _, var _)) {
            throw new IllegalStateException(command + " was refused: " + refusal);
        }
        return decision.after();
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS * CAUSES)
    public long clockStandsStill(Open open) {
        return playAll(open.scenario, open.incidents, open.commands, Duration.ZERO);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS * CAUSES)
    public long tenSecondsBetween(Fresh fresh) {
        return playAll(fresh.scenario, fresh.incidents, fresh.commands, Duration.ofSeconds(10));
    }

    private static long playAll(Scenario scenario, List<Incident> incidents, List<Command> commands, Duration between) {
        var versions = 0L;
        for (var incident : incidents) {
            var now = scenario.pagedAt();
            var after = incident;
            for (var command : commands) {
                now = now.plus(between);
                after = play(scenario, after, command, now);
            }
            versions += after.version();
        }
        return versions;
    }

    /** Three quarters of an hour of play, folded from its events up to the present, with the two hours of history before the page. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Incident rebuild(Played played) {
        var incident = Evolution.replay(played.scenario, played.events);
        return Decider.decide(played.scenario, incident, new Command.Observe(), played.end.plusSeconds(20))
                .after();
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS * CAUSES)
    public long springStatemachine(Charts charts) {
        return charts.charts.send(COMMANDS);
    }

    @State(Scope.Thread)
    public static class Charts {
        final SpringCharts charts = SpringCharts.of(scenario().causes().subList(0, CAUSES));
    }
}
