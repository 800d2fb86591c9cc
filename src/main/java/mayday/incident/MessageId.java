package mayday.incident;

import mayday.scenario.Id;

/** Names something that a person wrote within an incident: {@code M1}, {@code M2} in order of arrival. */
public record MessageId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
