package mayday.question;

/** A phrasing that the classifier learns from; names in it stand as {@code {s}}, {@code {db}} and so on. */
record Example(String phrasing, Topic topic) {}
