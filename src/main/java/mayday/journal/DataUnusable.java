package mayday.journal;

/**
 * The data folder or the database cannot be used, with a message for the person who started the program: what is wrong and how to mend
 * it.
 */
public final class DataUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a data folder or a database. */
    public enum Reason {
        NOT_A_FOLDER,
        NOT_CREATED,
        NOT_WRITABLE,
        IN_USE,
        DISK_FULL,
        DAMAGED,
        NEWER_SCHEMA,
        KEY_DAMAGED,
        /** The database server does not answer, or does not want to just now. */
        UNREACHABLE,
        /** The database server does not know the user, the password or the database. */
        NOT_LET_IN,
        NOT_OURS,
        /** Something that we have no better word for; the message carries the system's. */
        OTHER
    }

    private final Reason reason;

    DataUnusable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    DataUnusable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
