package mayday.scenario;

/**
 * A service level objective: the share of good requests that was promised over a window.
 *
 * @param service whose requests count; its error ratio is the SLI
 * @param objective promised share of good requests, such as 0.999
 * @param windowDays length of the window in days
 * @param spent share of the error budget that was spent before the incident, 0 to 1
 */
public record Slo(String title, ServiceId service, double objective, int windowDays, double spent) {}
