package mayday.scenario;

import java.util.List;

/** What the team wrote down for a service: a title and steps. */
public record Runbook(ServiceId service, String title, List<String> steps) {
    public Runbook {
        steps = List.copyOf(steps);
    }
}
