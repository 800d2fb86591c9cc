package mayday.scenario;

/**
 * A scheduled job.
 *
 * @param schedule in cron's notation, such as {@code 0 3 * * *} (UTC)
 */
public record Job(String name, ServiceId service, String schedule, String what) {}
