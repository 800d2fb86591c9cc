package mayday.scenario;

import java.time.Duration;

/** An incident that happened before, as its post-mortem tells it in two or three sentences. */
public record PastIncident(String title, ServiceId service, Duration ago, String summary) {}
