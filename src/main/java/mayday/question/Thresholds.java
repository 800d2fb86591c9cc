package mayday.question;

/**
 * How likely a reading must be before plain rules take it for a question; what is answered then decides {@link Deciding}. Parts of an utterance need more: see {@link Separator}.
 *
 * <p>{@code docs/questions.md} says how the usual ones were chosen and what others would give.
 *
 * @param least below this, the likeliest topic is a guess; 0 to 1
 * @param margin nearer than this, the second topic might be meant as well; 0 to 1
 * @param timesRefusal how many times likelier it must be than that it asks nothing that may be answered
 * @param toAsk less likely than this is not even worth asking back about; 0 to 1
 */
record Thresholds(double least, double margin, double timesRefusal, double toAsk) {
    static final Thresholds USUAL = new Thresholds(0.53, 0.16, 2, 0.08);
}
