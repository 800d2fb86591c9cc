package mayday.incident;

import java.time.Instant;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/**
 * Incidents of one scenario and seed in which nothing has been done yet, of whichever cause. The hours before the cause are the same in
 * all of them, and are computed once: whoever plays a scenario many times opens its incidents here. For any number of threads.
 */
public final class Openings {
    private final Scenario scenario;
    private final long seed;

    private final Past past;

    private Openings(Scenario scenario, long seed, Past past) {
        this.scenario = scenario;
        this.seed = seed;
        this.past = past;
    }

    public static Openings of(Scenario scenario, long seed) {
        var undisturbed = Trajectory.of(scenario.system(), seed, scenario.origin(), Schedule.EMPTY);
        return new Openings(scenario, seed, new Past(undisturbed, scenario.pagedAt()));
    }

    /** The history without any disturbance. It is computed up to the page when it is first asked for, and from then on only read. */
    private record Past(Trajectory undisturbed, Instant pagedAt) {
        synchronized Trajectory again() {
            return undisturbed.computed(pagedAt).again(Schedule.EMPTY);
        }
    }

    /** Those of a scenario with the same system, page and seed; {@code variant} may differ in what is asked and who may do what. */
    public Openings with(Scenario variant) {
        if (!variant.system().equals(scenario.system()) || !variant.pagedAt().equals(scenario.pagedAt())) {
            throw new IllegalArgumentException("the system or the page of " + variant.id() + " is another");
        }
        return new Openings(variant, seed, past);
    }

    /** As {@link Decider#open} opens one on the practice clock, played unaided. */
    public Incident open(CauseId cause, Participant by) {
        var opened = new Event.IncidentOpened(
                scenario.id(),
                scenario.revision(),
                seed,
                cause,
                ClockMode.PRACTICE,
                Instant.EPOCH,
                by,
                Terms.UNAIDED,
                new Beginning.Fresh());
        var first = new Recorded(1, scenario.origin(), opened);
        return Decider.paged(Evolution.begin(scenario, first, past.again())).after();
    }
}
