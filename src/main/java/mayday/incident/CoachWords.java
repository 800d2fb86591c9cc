package mayday.incident;

import mayday.incident.Terms.Coaching;

/**
 * What the coach says: by what made it speak, and by how much it is to say. Sparse asks a question; usual names what is missing; close
 * says which kind of move would help now, and so does a guide.
 */
final class CoachWords {
    private CoachWords() {}

    private record Wording(String sparse, String usual, String close) {}

    /** @param about such as {@code H1} or {@code A2} */
    static String of(Prompt prompt, Coaching level, String about) {
        var wording = wording(prompt, about);
        return switch (level) {
            case OFF -> throw new IllegalArgumentException("a coach that is off says nothing");
            case SPARSE -> wording.sparse();
            case USUAL -> wording.usual();
            case CLOSE, GUIDE -> wording.close();
        };
    }

    private static Wording wording(Prompt prompt, String about) {
        return switch (prompt) {
            case IDLE ->
                new Wording(
                        "What would you like to know next?",
                        "Nothing has been asked or done for two minutes, and the clock runs.",
                        "Two minutes without a move. If you are stuck, ask the next thing you do not know: who is hurt, since when,"
                                + " where, or what changed.");
            case LONG_WAIT ->
                new Wording(
                        "What are you waiting for?",
                        "You let five minutes or more pass without looking at anything.",
                        "Five minutes or more went by unwatched. Look at how customers fare now, and set yourself a time for the next"
                                + " look before you wait again.");
            case ACTED_UNSCOPED ->
                new Wording(
                        "What told you that " + about + " could help?",
                        about
                                + " was started before anything about the scope was asked: which service, since when, where, who"
                                + " is hurt, what changed.",
                        about
                                + " was started before the scope was known. Ask now which services fail and since when; if that"
                                + " speaks against it, it can still be cancelled.");
            case REFUTED ->
                new Wording(
                        "What would have to be true for " + about + " to be right after all?",
                        "This is the third move along " + about
                                + ", although what you wrote down yourself speaks against it.",
                        "This is the third move along " + about
                                + " since you found reasons against it. Reopen it with a reason, or"
                                + " ask a question whose answer would differ between the explanations that you have left.");
            case NOBODY_TOLD ->
                new Wording(
                        "Who else needs to know what you know?",
                        "You have known for five minutes that customers are hurt, and nobody has been told.",
                        "You have known for five minutes that customers are hurt. Post an update now: what they notice, that you are"
                                + " on it, and when you will write again. The cause is not needed for that.");
            case UNSUPPORTED ->
                new Wording(
                        "What makes you so sure of " + about + "?",
                        "You are nearly sure of " + about + ", and no evidence is linked that speaks for it.",
                        "You are nearly sure of " + about
                                + " without evidence that speaks for it. Link what does, or ask the"
                                + " question whose answer would prove it wrong.");
            case UNWATCHED ->
                new Wording(
                        "What has " + about + " done?",
                        about + " was done three minutes ago, and nobody has looked at what came of it.",
                        about
                                + " was done three minutes ago. Look at the error rate or the customer impact now, and compare it with"
                                + " what you expected, before you do anything else.");
            case CLOSING ->
                new Wording(
                        "How do you know that customers are well?",
                        "Customers may still be hurt: they were at your last look, or you have not looked since you last did something, or not at"
                                + " all.",
                        "Before you close: ask for the customer impact or the error rate once more. They were hurt at your"
                                + " last look, or you have not looked since you last did something, or not at all.");
        };
    }
}
