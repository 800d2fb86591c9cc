package mayday.exercise;

import java.time.Duration;
import java.util.List;

/**
 * How a team stands.
 *
 * @param structure score of the diagnostic structure so far, 0 to 100
 * @param communication score of command and communication so far, 0 to 100
 * @param mitigatedAfter time to mitigation, at most one: none while customers are hurt
 * @param failedRequests of customers, since impact began
 * @param bits how much was found out about the cause
 * @param budgetLeft share of the error budget that is left, in percent
 */
public record Standing(
        DrillTeamId team,
        int structure,
        int communication,
        List<Duration> mitigatedAfter,
        long failedRequests,
        double bits,
        double budgetLeft) {
    public Standing {
        mitigatedAfter = List.copyOf(mitigatedAfter);
    }
}
