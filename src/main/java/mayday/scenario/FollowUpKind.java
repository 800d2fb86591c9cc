package mayday.scenario;

/** What an action that follows an incident is for. */
public enum FollowUpKind {
    PREVENT("prevent", "it cannot happen again"),
    DETECT("detect", "it is noticed sooner"),
    MITIGATE("mitigate", "it is over sooner, or hurts fewer"),
    PROCESS("process", "people work together better");

    private final String title;
    private final String words;

    FollowUpKind(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    /** What it does, such as {@code it is noticed sooner}. */
    public String words() {
        return words;
    }
}
