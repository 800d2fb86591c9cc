package mayday.incident;

import mayday.scenario.Id;

/** Names a question within an incident: {@code Q1}, {@code Q2} in order of asking. */
public record QuestionId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
