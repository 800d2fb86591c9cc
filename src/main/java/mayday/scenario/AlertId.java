package mayday.scenario;

/** Names an alert rule. */
public record AlertId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
