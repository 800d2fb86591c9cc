package mayday.question;

/**
 * A phrasing that the classifier learns from; names in it stand as {@code {s}}, {@code {db}} and so on.
 *
 * @param isMisspelt whether its words are wrong on purpose
 */
record Example(String phrasing, Topic topic, boolean isMisspelt) {
    Example(String phrasing, Topic topic) {
        this(phrasing, topic, false);
    }
}
