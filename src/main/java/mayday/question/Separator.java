package mayday.question;

/**
 * What stands between two parts of an utterance: how likely it divides two questions rather than a list or a clause. The likelier, the
 * less sure a part must be to stand for itself. Chosen on the development set and on questions joined from pairs of phrasings.
 */
enum Separator {
    /** The part before ends with a question mark. */
    QUESTION(0.3, 0.4, 0.6),
    /** A full stop or its like. */
    STOP(0.35, 0.5, 0.6),
    /** "Also", "plus", or a comma and "and". */
    ALSO(0.4, 0.55, 0.8),
    AND(0.45, 0.65, 0.9),
    COMMA(0.6, 0.85, 0.97),
    OR(0.85, 0.95, 1.01);

    private final double question;
    private final double note;
    private final double word;

    Separator(double question, double note, double word) {
        this.question = question;
        this.note = note;
        this.word = word;
    }

    /** How likely the part that follows must be to stand for itself; a single word most of all, many are exclamations. */
    double least(java.util.List<Piece> part) {
        if (part.size() == 1) {
            return word;
        }
        return Sentence.opens(part) ? question : note;
    }

    /** What joins two parts again that it did not divide. */
    String word() {
        return switch (this) {
            case OR -> "or";
            case ALSO -> "also";
            case QUESTION, STOP, AND, COMMA -> "and";
        };
    }

    boolean endsSentence() {
        return this == QUESTION || this == STOP;
    }
}
