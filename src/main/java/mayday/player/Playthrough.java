package mayday.player;

import java.time.Instant;
import mayday.incident.ClockMode;
import mayday.incident.CommonPast;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Openings;
import mayday.incident.Participant;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** Incidents that a built-in player plays to their end, on the practice clock. Pure: the same arguments give the same incident. */
public final class Playthrough {
    private static final Participant PLAYER = new Participant("built-in", "Built-in player");

    private Playthrough() {}

    /** An incident on the practice clock that somebody else began, when a player has brought it to its end. */
    public static Incident goOn(Incident begun, Style style) {
        return goOn(begun, style, new CommonPast());
    }

    private static Incident goOn(Incident begun, Style style, CommonPast past) {
        var seat = new Seat(begun, PLAYER, past);
        style.tactics().play(seat);
        seat.finish();
        return seat.incident();
    }

    /** The incident when it is over. */
    public static Incident play(Scenario scenario, long seed, CauseId cause, Style style) {
        var opened = Decider.open(scenario, seed, cause, ClockMode.PRACTICE, Instant.EPOCH, PLAYER);
        return goOn(opened.after(), style);
    }

    /** The same, of a scenario and seed that is played more than once, by players who think. */
    public static Incident play(Openings openings, CauseId cause, Style style, CommonPast past) {
        return goOn(openings.open(cause, PLAYER), style, past);
    }

    /** The same, by players who do not: nothing of what they suppose is kept. */
    public static Incident play(Openings openings, CauseId cause, Style style) {
        return goOn(openings.open(cause, PLAYER), style);
    }
}
