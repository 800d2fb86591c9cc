package mayday.coach;

import mayday.incident.Matter;

/**
 * A hint, worded.
 *
 * @param matter what it is about
 * @param text the words of one step
 */
public record Hint(Matter matter, String text) {}
