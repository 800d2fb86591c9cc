package mayday.scenario;

/** Names a question or piece of evidence that a scenario adds to what the system answers by itself. */
public record AuthoredId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
