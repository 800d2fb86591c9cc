package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The learner's own access, which ends for a while.
 *
 * @param actions whether nothing can be done to the system meanwhile
 * @param tools those that cannot be used meanwhile
 * @param text what one sees
 * @param team whose answer to a page gives the access back; none or one
 * @param after how long it takes to come back by itself; none: it does not
 * @param regained what is said when it is back
 */
public record AccessLoss(
        Spell lost,
        boolean actions,
        List<Tool> tools,
        String text,
        List<TeamId> team,
        List<Duration> after,
        String regained) {
    public AccessLoss {
        tools = List.copyOf(tools);
        team = List.copyOf(team);
        after = List.copyOf(after);
    }
}
