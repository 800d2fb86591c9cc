package mayday.incident;

import java.time.Instant;

/**
 * An event in its place.
 *
 * @param sequence position in the incident's stream, from 1 without gaps; the incident's version after it
 * @param at incident time
 */
public record Recorded(long sequence, Instant at, Event event) {}
