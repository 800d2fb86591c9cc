package mayday.scenario;

import java.util.List;

/**
 * What a team answers when it is escalated to.
 *
 * @param causes the true causes for which this is said; empty means any
 */
public record TeamReply(TeamId team, List<CauseId> causes, String text) {
    public TeamReply {
        causes = List.copyOf(causes);
    }
}
