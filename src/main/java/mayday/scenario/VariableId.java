package mayday.scenario;

/** Names a variable of a scenario, such as {@code lost-jobs}. */
public record VariableId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
