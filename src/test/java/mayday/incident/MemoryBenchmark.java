package mayday.incident;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mayday.compiler.Shipped;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * Measures how much memory an incident takes that is played on the live clock, each with a seed of its own, with its numbers and without, and
 * what it costs to have them back: {@code main} prints means over {@value #INCIDENTS} incidents of each shipped scenario that is named, and
 * medians of processor time.
 */
final class MemoryBenchmark {
    private static final int INCIDENTS = 40;
    private static final int MINUTES = 20;
    private static final List<Dimension> ASKED = List.of(
            Dimension.ERROR_RATE,
            Dimension.LATENCY,
            Dimension.TRAFFIC,
            Dimension.RECENT_DEPLOYS,
            Dimension.LOGS,
            Dimension.CPU);
    private static final Participant SAM = new Participant("p-sam", "Sam");

    private MemoryBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(
                "| scenario | with its numbers, KiB | of which numbers | without, KiB | brought back from its events, ms |"
                        + " of which folding | from no numbers, ms | a question's chart |\n|---|---|---|---|---|---|---|---|");
        for (var id : arguments.length == 0 ? new String[] {"elevated-500s"} : arguments) {
            measure(Shipped.library().find(new ScenarioId(id)).orElseThrow());
        }
    }

    private static void measure(Scenario scenario) {
        for (var warm = 0; warm < INCIDENTS; warm++) {
            everything(played(scenario, warm).withoutNumbers());
        }
        var before = used();
        var incidents = new ArrayList<Incident>();
        for (var seed = 0; seed < INCIDENTS; seed++) {
            incidents.add(played(scenario, seed));
        }
        var full = (used() - before) / INCIDENTS;
        var numbers = incidents.stream().mapToLong(Incident::bytesOfNumbers).sum() / INCIDENTS;
        incidents.replaceAll(Incident::withoutNumbers);
        var light = (used() - before) / INCIDENTS;
        var folded = millis(incidents, each -> Evolution.replay(scenario, each.history()), _ -> {});
        var replayed =
                millis(incidents, each -> Evolution.replay(scenario, each.history()), MemoryBenchmark::everything);
        var again = millis(incidents, UnaryOperator.identity(), MemoryBenchmark::everything);
        var chart = millis(incidents, Incident::withoutNumbers, MemoryBenchmark::chart);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
                scenario.id(),
                full >> 10,
                numbers >> 10,
                light >> 10,
                replayed,
                folded,
                again,
                chart);
    }

    /** Acknowledged, asked six questions, and somebody told. */
    private static Incident played(Scenario scenario, long seed) {
        var cause = Decider.drawCause(scenario, seed);
        var incident = Decider.open(scenario, seed, cause, ClockMode.LIVE, Instant.EPOCH, SAM)
                .after();
        incident = after(incident, new Command.Acknowledge(SAM), 1);
        var service = scenario.system().services().getFirst().id();
        for (var dimension : ASKED) {
            var read = new Interpretation(dimension, List.of(new Target.OfService(service)), new Window.Usual(), 1, "");
            incident = after(incident, new Command.Ask(SAM, "How is it?", Understanding.answered(List.of(read))), 2);
        }
        return after(incident, new Command.Observe(), MINUTES);
    }

    private static Incident after(Incident incident, Command command, int minutes) {
        var at = incident.now().plus(Duration.ofMinutes(minutes));
        return Decider.decide(incident.scenario(), incident, command, at).after();
    }

    /** All numbers until now. */
    private static void everything(Incident incident) {
        series(incident, Duration.ofHours(4));
    }

    /** What an answer with a chart reads. */
    private static void chart(Incident incident) {
        series(incident, Duration.ofHours(1));
    }

    private static void series(Incident incident, Duration length) {
        var service = incident.scenario().system().services().getFirst().id();
        incident.world()
                .trajectory()
                .series(
                        mayday.scenario.Signal.CPU,
                        service,
                        mayday.scenario.Where.everywhere(),
                        incident.now().minus(length),
                        incident.now());
    }

    private static double millis(List<Incident> incidents, UnaryOperator<Incident> from, Consumer<Incident> work) {
        var millis = new double[incidents.size()];
        for (var number = 0; number < millis.length; number++) {
            var began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.accept(from.apply(incidents.get(number)));
            millis[number] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    private static long used() {
        for (var time = 0; time < 5; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
