package mayday.scenario;

/** How hard a scenario is. */
public enum Level {
    FOUNDATION(1),
    INTERMEDIATE(2),
    ADVANCED(3),
    EXPERT(4);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** 1 is the easiest. */
    public int number() {
        return number;
    }

    /** The next harder one; the hardest of the hardest. */
    public Level next() {
        return switch (this) {
            case FOUNDATION -> INTERMEDIATE;
            case INTERMEDIATE -> ADVANCED;
            case ADVANCED, EXPERT -> EXPERT;
        };
    }
}
