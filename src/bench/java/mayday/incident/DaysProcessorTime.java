package mayday.incident;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import mayday.compiler.Library;
import mayday.scenario.ScenarioId;
import mayday.simulation.Trajectory;

/**
 * An incident of three days that somebody looks at every ten seconds and nobody does anything about, in processor time.
 *
 * <p>{@code mvn -Pbench verify -Dbench.main=mayday.incident.DaysProcessorTime}
 */
final class DaysProcessorTime {
    private static final int ROUNDS = 3;

    private DaysProcessorTime() {}

    public static void main(String[] arguments) {
        var scenario = Library.read(Path.of("src/test/resources/features"))
                .find(new ScenarioId("f34-long-time-scale"))
                .orElseThrow();
        var threads = ManagementFactory.getThreadMXBean();
        for (var round = 0; round < ROUNDS; round++) {
            var sam = new Participant("p1", "Sam");
            var cause = scenario.causes().getFirst().id();
            var incident = Decider.open(scenario, 7, cause, ClockMode.LIVE, Instant.EPOCH, sam)
                    .after();
            var began = threads.getCurrentThreadCpuTime();
            var looks = 0;
            for (var at = scenario.pagedAt(); !at.isAfter(scenario.endsAt()); at = at.plus(Trajectory.SAMPLE)) {
                incident = Decider.decide(scenario, incident, new Command.Observe(), at)
                        .after();
                looks++;
            }
            var millis = (threads.getCurrentThreadCpuTime() - began) / 1e6;
            System.out.printf("%d looks in %.0f ms, %.1f us each%n", looks, millis, 1000 * millis / looks);
        }
    }
}
