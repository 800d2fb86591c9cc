package mayday.incident;

import mayday.scenario.Id;

/** Names a started action within an incident: {@code A1}, {@code A2} in order of starting. */
public record ActionId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
