package mayday.incident;

import java.time.Instant;
import mayday.scenario.Action;
import mayday.scenario.TeamId;

/**
 * An action that waits for somebody's consent.
 *
 * @param due when they answer; never told
 */
public record PendingApproval(
        ApprovalId id,
        Participant by,
        Action action,
        String expectation,
        TeamId team,
        Instant requestedAt,
        Instant due) {}
