package mayday.scenario;

import java.time.Duration;

/**
 * How people tire during an incident.
 *
 * @param pages so many pages are answered as usual
 * @param after so long after their first page they are as quick as at the beginning
 * @param slower how many times longer they take beyond either
 */
public record Fatigue(int pages, Duration after, double slower) {
    public static final Fatigue NONE = new Fatigue(Integer.MAX_VALUE, Duration.ofDays(3_650), 1);
}
