package mayday.exercise;

import java.time.Instant;

/**
 * An event of a drill in its place.
 *
 * @param sequence position in the drill's stream, from 1 without gaps
 * @param at real time, never before that of the event before it
 */
public record DrillRecorded(long sequence, Instant at, DrillEvent event) {}
