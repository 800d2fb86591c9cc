package mayday.studio;

import java.time.Instant;

/**
 * A scenario that was deleted and can be put back.
 *
 * @param kept its name and a number: a scenario of one name may have been deleted several times
 * @param at when it was deleted
 */
public record Deleted(String name, String kept, Instant at) {}
