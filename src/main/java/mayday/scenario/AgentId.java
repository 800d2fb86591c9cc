package mayday.scenario;

/** Names an agent of a scenario: an automation or a person who acts. */
public record AgentId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
