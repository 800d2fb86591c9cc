package mayday.scenario;

/** Names a client of the system: somebody outside whose requests can be told apart. */
public record ClientId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
