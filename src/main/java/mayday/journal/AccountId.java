package mayday.journal;

/** Identifies a facilitator's account; unguessable, and never given to another. */
public record AccountId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
