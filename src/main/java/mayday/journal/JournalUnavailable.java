package mayday.journal;

/**
 * The journal could not be read or written just now, or holds what cannot be read. The message says why, and names
 * files: it is for those who run the server.
 */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailable(String message) {
        super(message);
    }

    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
