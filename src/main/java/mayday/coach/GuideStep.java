package mayday.coach;

/** The steps of the {@link Guide}, in the order in which they are usually taken. */
public enum GuideStep {
    READ(
            "Read the page",
            "The alert says what is measured, where, and since when, and that is all you know so far. Acknowledge it first, so that"
                    + " everybody sees that somebody is on it."),
    WHO(
            "Ask who is hurt",
            "Ask what customers notice, or which services fail. How bad it is decides how fast and how boldly you act, so it comes"
                    + " before any cause."),
    WHEN(
            "Ask since when",
            "Ask when it began. What broke it was there just before that minute, so the time sorts out most of what you will be told"
                    + " next."),
    TELL(
            "Tell people",
            "Post an update: what is noticed, that you are on it, and when you will write again. No cause is needed for that, and the"
                    + " longer it is silent, the more people ask."),
    CHANGED(
            "Ask what changed",
            "Most outages begin with a change, so ask which ones were made shortly before it began. Several will be named; most of them"
                    + " are innocent."),
    SUPPOSE(
            "Write down a hypothesis",
            "Say what broke, where, and how sure you are from 0 to 100; being wrong costs little. A guess that is written down can be"
                    + " tested, and you will see yourself change your mind."),
    TEST(
            "Try to prove it wrong",
            "Ask something whose answer would be different if you were wrong, such as what the logs say. If it speaks against your"
                    + " hypothesis, rule that out and write down the next: cheaper now than after an action."),
    ACT(
            "Act, and let it work",
            "Take the mildest step that would end the harm if you are right, and read what it takes and whom it reaches before you"
                    + " confirm. Customers come first: you need not be certain, as long as it can be undone."),
    WELL(
            "See that customers are well",
            "Look at how customers fare, until it is as it was before. That an action is done only says that it was carried"
                    + " out; whether it helped, only customers' figures tell."),
    CLOSE(
            "Close it",
            "Say in a few words what happened, what you did, and how you know that it is over. Whoever is on call next reads that first;"
                    + " then the debrief tells you what was true.");

    private final String title;
    private final String text;

    GuideStep(String title, String text) {
        this.title = title;
        this.text = text;
    }

    public String title() {
        return title;
    }

    /** What to do and why now. */
    public String text() {
        return text;
    }
}
