package mayday.incident;

/** How an incident came to be. */
public sealed interface Beginning {
    /** It was opened, and begins with the page. */
    record Fresh() implements Beginning {}

    /**
     * It was forked from another one that had ended, and shares its past up to a move.
     *
     * @param incident the other one
     * @param before the sequence, in both, of the first event that is its own
     */
    record Forked(IncidentId incident, long before) implements Beginning {}
}
