package mayday.debrief;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.compiler.Compilation;
import mayday.compiler.Library;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Where;

/** Prints how long the debrief of a long and busy incident takes: an hour, 300 moves, eight causes. */
final class DebriefBenchmark {
    private static final Participant SAM = new Participant("p-sam", "Sam");
    private static final List<FaultClass> FAULTS = List.of(FaultClass.values());
    private static final int MOVES = 300;
    private static final int ROUNDS = 240;

    /** A server that has just been started has not compiled all of it yet. */
    private static final List<Integer> FROM = List.of(1, 20, 60, 120, 200);

    private static final int TOGETHER = 40;

    private DebriefBenchmark() {}

    public static void main(String[] arguments) {
        var scenario = ofAnHour();
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var took = new double[ROUNDS];
        var processor = new double[ROUNDS];
        System.out.printf("%d moves, %d causes%n", MOVES, scenario.causes().size());
        for (var i = 0; i < ROUNDS; i++) {
            var incident = played(scenario, i);
            // The server has this from when somebody first acted.
            var atPage = BestQuestions.atPage(scenario, new Suppositions(incident));
            var before = machine.getProcessCpuTime();
            var began = System.nanoTime();
            Debriefs.of(incident, atPage);
            took[i] = (System.nanoTime() - began) / 1e6;
            processor[i] = (machine.getProcessCpuTime() - before) / 1e6;
            if (i == 0) {
                System.out.printf(Locale.ROOT, "the first of a process: %.0f ms%n", took[0]);
            }
        }
        for (var from : FROM) {
            System.out.printf(
                    Locale.ROOT,
                    "median of the %d after the first %d: %.0f ms, processor %.0f ms%n",
                    TOGETHER,
                    from,
                    median(took, from),
                    median(processor, from));
        }
    }

    private static double median(double[] values, int from) {
        return Arrays.stream(values, from, from + TOGETHER).sorted().toArray()[TOGETHER / 2];
    }

    /** The shipped scenario with eight causes, with an hour to play. */
    static Scenario ofAnHour() {
        var sources = Library.read(Path.of("scenarios"))
                .sources()
                .getOrDefault(new ScenarioId("dns-failures"), new Sources("", Map.of()));
        var files = new HashMap<>(sources.files());
        files.computeIfPresent(sources.main(), (_, text) -> text.replace("\nlimit: 45m\n", "\nlimit: 65m\n"));
        return switch (ScenarioCompiler.compile(new Sources(sources.main(), files))) {
            case Compilation.Compiled(var scenario, var _) -> scenario;
            case Compilation.Failed(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /** Half of the moves are questions about everything and every service, the rest is what people do besides. */
    static Incident played(Scenario scenario, long seed) {
        var causes = scenario.causes();
        var cause = causes.get((int) (seed % causes.size())).id();
        var incident = Decider.open(scenario, seed, cause, ClockMode.LIVE, Instant.EPOCH, SAM)
                .after();
        var step = Duration.ofHours(1).dividedBy(MOVES + 1);
        for (var move = 1; move <= MOVES; move++) {
            var at = scenario.pagedAt().plus(step.multipliedBy(move));
            incident = Decider.decide(scenario, incident, command(scenario, move), at)
                    .after();
        }
        var end = scenario.pagedAt().plus(Duration.ofHours(1));
        return Decider.decide(scenario, incident, new Command.Close(SAM, "It was the resolver."), end)
                .after();
    }

    private static Command command(Scenario scenario, int move) {
        var services = scenario.system().services();
        var service = services.get(move / 2 % services.size()).id();
        return switch (move % 10) {
            case 0, 2, 4, 6, 8 -> {
                var dimensions = Dimension.values();
                var targets = move % 4 == 0 ? List.<Target>of(new Target.OfService(service)) : List.<Target>of();
                yield new Command.Ask(
                        SAM,
                        "question " + move,
                        Understanding.answered(List.of(new Interpretation(
                                dimensions[move / 2 % dimensions.length], targets, new Window.Usual(), 1, ""))));
            }
            case 1 -> new Command.StateHypothesis(SAM, "", FAULTS.get(move / 10 % FAULTS.size()), service.value(), 40);
            case 3 ->
                move % 40 == 3
                        ? new Command.Act(SAM, new Action.Restart(service, Where.everywhere()), "")
                        : new Command.Acknowledge(SAM);
            case 5 -> new Command.PostUpdate(SAM, Audience.STAKEHOLDERS, "Still at it, " + move);
            default -> new Command.Acknowledge(SAM);
        };
    }
}
