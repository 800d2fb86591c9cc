package mayday.incident;

/** Where a hypothesis stands. */
public enum Verdict {
    OPEN,
    RULED_OUT,
    CONFIRMED
}
