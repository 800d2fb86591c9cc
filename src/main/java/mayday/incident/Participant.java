package mayday.incident;

/**
 * Who makes a move.
 *
 * @param id stable and unguessable
 * @param name as shown to others, at most 60 characters
 */
public record Participant(String id, String name) {}
