package mayday.review;

/** How far an action automates the work that it is about. */
public enum AutomationDepth {
    SCRIPT(1, "a documented script", "a person runs it, step by step"),
    TOOL(2, "a tool with checks", "a person runs it, and it refuses what is wrong"),
    CONFIRMED(3, "runs by itself, a person confirms", "it finds out and proposes, a person agrees"),
    SELF_HEALING(4, "self-healing", "nobody has to do anything");

    private final int level;
    private final String title;
    private final String words;

    AutomationDepth(int level, String title, String words) {
        this.level = level;
        this.title = title;
        this.words = words;
    }

    /** 1 to 4. */
    public int level() {
        return level;
    }

    public String title() {
        return title;
    }

    /** What that means for people. */
    public String words() {
        return words;
    }
}
