package mayday.exercise;

import java.time.Duration;
import mayday.incident.Terms;
import mayday.scenario.CauseId;
import mayday.scenario.ScenarioId;

/**
 * What a drill is to be: one world for all teams, and the rules of the exercise.
 *
 * @param cause the true cause, drawn or chosen; nobody but facilitators learns it before the end
 * @param freezesAfter incident time after which the scoreboard stands still until the end; zero for never
 * @param terms among them how long the teams have, and how fast their clocks run
 */
public record Plan(
        String title,
        ScenarioId scenario,
        long seed,
        CauseId cause,
        RoleRule roles,
        Board board,
        Duration freezesAfter,
        Terms terms) {

    /** Incident time that the teams have, {@link DrillLimits#SHORTEST} to {@link DrillLimits#LONGEST}. */
    public Duration limit() {
        return terms.limit();
    }

    /** How binding roles are. */
    public enum RoleRule {
        /** Anybody but an observer may make any move. */
        ADVISED,
        /** A move is for those whose duty it is. */
        ENFORCED
    }

    /** Who sees the scoreboard before the end. */
    public enum Board {
        FACILITATOR,
        EVERYONE
    }
}
