package mayday.exercise;

/** What only those in a role know at the start, so that talking matters. */
public record Intel(Role role, String text) {}
