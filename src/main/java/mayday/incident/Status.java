package mayday.incident;

/** How an incident stands, in one word. */
public enum Status {
    OPEN,
    /** Open still, but customer impact has ended. */
    MITIGATED,
    CLOSED,
    TIMED_OUT;

    public boolean isOver() {
        return switch (this) {
            case OPEN, MITIGATED -> false;
            case CLOSED, TIMED_OUT -> true;
        };
    }
}
