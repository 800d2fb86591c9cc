package mayday.scenario;

/** Names a person of a scenario, such as {@code boss}. */
public record PersonId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
