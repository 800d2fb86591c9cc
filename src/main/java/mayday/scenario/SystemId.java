package mayday.scenario;

/** Names a simulated system, such as {@code storefront}. */
public record SystemId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
