package mayday.incident;

import java.time.Instant;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** Commands in, events out: what happens in an incident is decided here and nowhere else. Pure. */
public final class Decider {
    private Decider() {}

    /**
     * Opens an incident: the history before the page, and the page.
     *
     * @param wallClock real time, from which a live clock counts
     */
    public static Decision.Accepted open(
            Scenario scenario, long seed, CauseId cause, ClockMode mode, Instant wallClock, Participant by) {
        throw new UnsupportedOperationException();
    }

    /** The cause that {@code seed} draws, by the causes' weights. */
    public static CauseId drawCause(Scenario scenario, long seed) {
        throw new UnsupportedOperationException();
    }

    /**
     * What becomes of a command at {@code now} (incident time). What fell due since the last event happens first, each at its own
     * instant. On the practice clock a move takes its time: the incident has moved on when it is decided.
     */
    public static Decision decide(Scenario scenario, Incident incident, Command command, Instant now) {
        throw new UnsupportedOperationException();
    }
}
