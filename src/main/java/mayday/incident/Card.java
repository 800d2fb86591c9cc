package mayday.incident;

import mayday.evidence.Evidence;

/** A piece of evidence on the board. */
public record Card(Evidence evidence, boolean pinned) {}
