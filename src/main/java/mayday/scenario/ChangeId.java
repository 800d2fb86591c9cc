package mayday.scenario;

/** Names a change: a release, a flag, a configuration value and the like. */
public record ChangeId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
