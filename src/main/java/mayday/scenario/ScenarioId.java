package mayday.scenario;

/** Names a scenario, such as {@code elevated-500s}. */
public record ScenarioId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
