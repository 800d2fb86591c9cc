package mayday.scenario;

/** Names a candidate cause of a scenario. */
public record CauseId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
