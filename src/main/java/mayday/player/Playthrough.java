package mayday.player;

import java.time.Instant;
import java.util.Optional;
import mayday.debrief.Suppositions;
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
        return played(begun, style, new CommonPast(), Optional.empty()).incident();
    }

    private static Seat played(Incident begun, Style style, CommonPast past, Optional<Bearings> bearings) {
        var seat = new Seat(begun, PLAYER, past, bearings);
        style.tactics().play(seat);
        seat.finish();
        return seat;
    }

    /** The incident when it is over. */
    public static Incident play(Scenario scenario, long seed, CauseId cause, Style style) {
        var opened = Decider.open(scenario, seed, cause, ClockMode.PRACTICE, Instant.EPOCH, PLAYER);
        return goOn(opened.after(), style);
    }

    /** The same, of a scenario and seed that is played more than once, by players who think; {@code bearings} are those of the openings. */
    public static Thought play(Openings openings, CauseId cause, Style style, CommonPast past, Bearings bearings) {
        return thought(played(openings.open(cause, PLAYER), style, past, Optional.of(bearings)));
    }

    /** As {@link #play(Scenario, long, CauseId, Style)} does it, with what was supposed. */
    static Thought think(Scenario scenario, long seed, CauseId cause, Style style) {
        var opened = Decider.open(scenario, seed, cause, ClockMode.PRACTICE, Instant.EPOCH, PLAYER);
        return thought(played(opened.after(), style, new CommonPast(), Optional.empty()));
    }

    private static Thought thought(Seat seat) {
        return new Thought(seat.incident(), seat.suppositions());
    }

    /**
     * An incident that is over, with what its player supposed on the way: whoever asks the same need not work it out again. For one thread.
     */
    public record Thought(Incident incident, Suppositions suppositions) {}

    /** Where experts stand after their first questions, found out with the incident of one cause. */
    public static Bearings bearings(Openings openings, CauseId cause) {
        var seat = new Seat(openings.open(cause, PLAYER), PLAYER, new CommonPast(openings), Optional.empty());
        var investigation = new Investigation(seat);
        investigation.begin();
        return new Bearings(seat.incident(), investigation.reasoning().questions());
    }

    /** The same, by players who do not: nothing of what they suppose is kept. */
    public static Incident play(Openings openings, CauseId cause, Style style) {
        return goOn(openings.open(cause, PLAYER), style);
    }
}
