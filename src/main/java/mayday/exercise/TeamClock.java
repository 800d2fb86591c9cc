package mayday.exercise;

import java.time.Duration;
import java.time.Instant;

/**
 * How the facilitator wants a team's clock to run.
 *
 * @param paused by the facilitator
 * @param held while a probe asks
 * @param since real time of the last change between standing and running
 * @param extended time that was added to the limit
 */
public record TeamClock(DrillTeamId team, boolean paused, boolean held, Instant since, Duration extended) {
    public boolean stands() {
        return paused || held;
    }

    TeamClock pausedBy(boolean facilitator, Instant at) {
        return changed(facilitator, held, at);
    }

    TeamClock heldBy(boolean probe, Instant at) {
        return changed(paused, probe, at);
    }

    private TeamClock changed(boolean nowPaused, boolean nowHeld, Instant at) {
        var stood = stands();
        var stands = nowPaused || nowHeld;
        return new TeamClock(team, nowPaused, nowHeld, stood == stands ? since : at, extended);
    }

    TeamClock extendedBy(Duration more) {
        return new TeamClock(team, paused, held, since, extended.plus(more));
    }
}
