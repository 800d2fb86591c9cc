package mayday.exercise;

import java.time.Instant;
import mayday.incident.Participant;

/** Something that was said to everybody in the drill. */
public record Said(Instant at, Participant by, String text) {}
