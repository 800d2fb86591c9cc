package mayday.incident;

import java.time.Instant;
import mayday.scenario.TeamId;

/** An escalation whose answer is on its way. */
public record PendingReply(TeamId team, Instant due) {}
