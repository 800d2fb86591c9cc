package mayday.incident;

/** How a piece of evidence bears on a hypothesis. */
public enum Stance {
    FOR,
    AGAINST
}
