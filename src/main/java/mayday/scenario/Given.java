package mayday.scenario;

/** An argument as it was given: {@code percent} 40. */
public record Given(String name, int value) {}
