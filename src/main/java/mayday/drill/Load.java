package mayday.drill;

import java.time.Duration;
import mayday.journal.Journal;

/**
 * How much the rooms have to do; counts are since the start of the process.
 *
 * @param rooms in memory
 * @param heard those that somebody listens to
 * @param moves commands that were accepted
 * @param questions that were understood, or found not to be understandable
 * @param understanding how long that took in all
 */
public record Load(long rooms, long heard, long moves, long questions, Duration understanding, Journal.Load journal) {}
