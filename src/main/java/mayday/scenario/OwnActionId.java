package mayday.scenario;

/** Names an action that a scenario adds. */
public record OwnActionId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
