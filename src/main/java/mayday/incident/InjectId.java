package mayday.incident;

import mayday.scenario.Id;

/** Names something that a facilitator throws in within an incident: {@code I1}, {@code I2} in order of deciding on it. */
public record InjectId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
