package mayday.scenario;

/** Names a state of a cause's state machine. */
public record StateId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
