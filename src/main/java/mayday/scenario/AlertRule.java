package mayday.scenario;

/**
 * An alert that fires when its condition is met.
 *
 * @param text as the pager shows it, such as {@code 5xx > 2 % on edge for 5 min}
 */
public record AlertRule(AlertId id, String text, Condition condition, TeamId pages) {}
