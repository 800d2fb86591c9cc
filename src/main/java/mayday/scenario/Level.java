package mayday.scenario;

/** How hard a scenario is. */
public enum Level {
    FOUNDATION,
    INTERMEDIATE,
    ADVANCED,
    EXPERT
}
