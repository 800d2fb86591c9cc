package mayday.evidence;

/** A piece of evidence before it has a number. */
record Exhibit(String title, String source, Evidence.Body body) {}
