package mayday.question;

/** What became of an utterance. */
enum Mark {
    /** Everything that was asked was revealed, and nothing else; of a negative: it was refused in the right way. */
    HIT,
    /** A part of what was asked was revealed, and nothing else. */
    PART,
    ASKED_BACK,
    /** Nothing was revealed. */
    MISSED,
    /** Something was revealed that was not asked. */
    WRONG,
    /** The dimension is right, and what it is about is not. */
    WRONG_TARGET;

    /** Whether something was revealed that was not asked. */
    boolean revealsWrongly() {
        return switch (this) {
            case WRONG, WRONG_TARGET -> true;
            case HIT, PART, ASKED_BACK, MISSED -> false;
        };
    }
}
