package mayday.question;

/**
 * Turns a sentence into a vector of length 1 such that sentences of like meaning lie close together. Safe for use by several threads.
 *
 * @param wordPiece cuts text into the pieces that the model knows
 */
record SentenceEncoder(WordPiece wordPiece, SentenceModel model) {
    static final int DIMENSIONS = SentenceModel.DIMENSIONS;

    /** With the vocabulary that comes with the model. */
    static SentenceEncoder load() {
        return new SentenceEncoder(new WordPiece(SentenceModel.vocabulary()), SentenceModel.load());
    }

    /** The vector of {@code text}, which is plain. */
    float[] encode(String text) {
        return model.vector(wordPiece.ids(text));
    }
}
