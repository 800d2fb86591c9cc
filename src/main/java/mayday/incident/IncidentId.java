package mayday.incident;

import mayday.scenario.Id;

/** Names an incident; unguessable, 22 characters of URL-safe base64 (128 random bits). */
public record IncidentId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
