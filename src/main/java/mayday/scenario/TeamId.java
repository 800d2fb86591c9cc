package mayday.scenario;

/** Names a team that owns services and can be paged. */
public record TeamId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
