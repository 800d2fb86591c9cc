package mayday.journal;

/** A source of unguessable bytes, such as {@code new SecureRandom()::nextBytes}. */
@FunctionalInterface
public interface RandomBytes {
    /** Fills all of {@code bytes}. */
    void fill(byte[] bytes);
}
