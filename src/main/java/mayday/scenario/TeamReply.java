package mayday.scenario;

import java.util.List;

/**
 * What a team answers when it is escalated to.
 *
 * @param occasion when this is said
 */
public record TeamReply(TeamId team, Occasion occasion, String text) {
    /** A reply that depends on the true cause alone. */
    public TeamReply(TeamId team, List<CauseId> causes, String text) {
        this(team, Occasion.under(causes), text);
    }
}
