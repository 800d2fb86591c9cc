package mayday.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal could not be read or written just now, or holds what cannot be read. The message says why, and names
 * files: it is for those who run the server.
 */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    public JournalUnavailable(String message) {
        super(message);
        this.damaged = false;
    }

    public JournalUnavailable(String message, Throwable cause) {
        this(message, cause, false);
    }

    private JournalUnavailable(String message, @Nullable Throwable cause, boolean damaged) {
        super(message, cause);
        this.damaged = damaged;
    }

    /** What is stored cannot be read, now or later. */
    static JournalUnavailable damaged(String message, Throwable cause) {
        return new JournalUnavailable(message, cause, true);
    }

    /** Some of what was stored is not there any more. */
    public static JournalUnavailable incomplete(String message) {
        return new JournalUnavailable(message, null, true);
    }

    /** Whether trying again is of no use: what is stored has to be restored first. */
    public boolean isDamaged() {
        return damaged;
    }
}
