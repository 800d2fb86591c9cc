package mayday.scenario;

/** Names a service of a system, such as {@code checkout}. */
public record ServiceId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
