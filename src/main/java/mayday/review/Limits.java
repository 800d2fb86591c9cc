package mayday.review;

/** How much a post-mortem takes. All of it together fits into what is stored about an incident at once. */
public final class Limits {
    private Limits() {}

    /** A page; who writes more writes no summary. */
    public static final int SECTION_CHARACTERS = 4_000;

    /** More are never done. */
    public static final int ACTIONS = 20;

    public static final int ACTION_CHARACTERS = 500;

    public static final int OWNER_CHARACTERS = 80;

    /** What a page offers to be inserted; of more evidence the latest is offered. */
    static final int INSERTS = 60;

    /** Lines of a timeline that is offered or drafted; it names what it leaves out. */
    static final int TIMELINE_LINES = 40;

    /** What a line of the timeline quotes of somebody's words. */
    static final int QUOTED_CHARACTERS = 140;
}
