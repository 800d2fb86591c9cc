package mayday.incident;

import mayday.scenario.Id;

/** Names a hypothesis within an incident: {@code H1}, {@code H2} in order of statement. */
public record HypothesisId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
