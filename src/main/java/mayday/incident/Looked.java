package mayday.incident;

import java.time.Instant;

/**
 * Until when it is known that nothing more falls due in an incident as it stands: whoever looks on again need not look there again.
 * Anything that happens makes it another incident, which has its own.
 *
 * <p>Not safe for use by several threads at once: whoever owns the incident guards it.
 */
final class Looked {
    private Instant until = Instant.MIN;

    /** From where on to look, at {@code now} at the earliest. */
    Instant from(Instant now) {
        return until.isAfter(now) ? until : now;
    }

    void until(Instant at) {
        until = from(at);
    }
}
