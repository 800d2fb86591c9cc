package mayday.player;

import java.time.Instant;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** Incidents that a built-in player plays to their end, on the practice clock. Pure: the same arguments give the same incident. */
public final class Playthrough {
    private static final Participant PLAYER = new Participant("built-in", "Built-in player");

    private Playthrough() {}

    /** An incident on the practice clock that somebody else began, when a player has brought it to its end. */
    public static Incident goOn(Incident begun, Style style) {
        var seat = new Seat(begun, PLAYER);
        style.tactics().play(seat);
        seat.finish();
        return seat.incident();
    }

    /** The incident when it is over. */
    public static Incident play(Scenario scenario, long seed, CauseId cause, Style style) {
        var opened = Decider.open(scenario, seed, cause, ClockMode.PRACTICE, Instant.EPOCH, PLAYER);
        return goOn(opened.after(), style);
    }
}
