package mayday.recording;

/** A file that cannot be read as what it is said to be: where, why, and how to mend it. */
public final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final boolean ofTimes;
    private final String mending;

    private Broken(int line, int column, boolean ofTimes, String why, String mending) {
        super(why, null, false, false);
        this.line = Math.max(1, line);
        this.column = Math.max(1, column);
        this.ofTimes = ofTimes;
        this.mending = mending;
    }

    static Broken at(int line, int column, String why, String mending) {
        return new Broken(line, column, false, why, mending);
    }

    /** What is wrong is the time of something. */
    static Broken inTime(int line, int column, String why, String mending) {
        return new Broken(line, column, true, why, mending);
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    public boolean isOfTimes() {
        return ofTimes;
    }

    /** What is wrong, a sentence without a full stop. */
    public String why() {
        return String.valueOf(getMessage());
    }

    /** How to mend it; empty if nothing can be said. */
    public String mending() {
        return mending;
    }
}
