package mayday.question;

/**
 * A phrasing that the classifier learns from; names in it stand as {@code {s}}, {@code {db}} and so on.
 *
 * @param mayBeMisspelt whether its words may be wrong, on purpose or not: nothing is spelt after them
 */
record Example(String phrasing, Topic topic, boolean mayBeMisspelt) {
    Example(String phrasing, Topic topic) {
        this(phrasing, topic, false);
    }
}
