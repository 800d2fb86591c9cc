package mayday.exercise;

/** What a facilitator threw into the teams' incidents, or will. */
public record DrillInject(DrillEvent.Injected injected, boolean withdrawn) {
    public int number() {
        return injected.number();
    }
}
