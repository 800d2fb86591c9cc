package mayday.scenario;

/** Names a region of a system, such as {@code eu-west}. */
public record RegionId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
