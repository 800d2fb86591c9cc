package mayday.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.journal.AccountId;

/**
 * A facilitator's log-in, as its cookie holds it.
 *
 * @param id unguessable
 * @param generation of the account's sessions at the log-in: those of an earlier one have ended
 * @param seen when it was used last, to within {@link #RENEWED_AFTER}
 */
record Session(String id, AccountId account, long generation, Instant began, Instant seen) {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration LONGEST_IDLE = Duration.ofHours(2);

    /** A cookie is written anew no more often. */
    static final Duration RENEWED_AFTER = Duration.ofMinutes(5);

    private static final Pattern TEXT = Pattern.compile(
            "([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9_-]{1,64})\\.([0-9]{1,18})\\.([0-9]{1,12})\\.([0-9]{1,12})");

    /** As a cookie holds it, before it is signed. */
    String text() {
        return id + "." + account + "." + generation + "." + began.getEpochSecond() + "." + seen.getEpochSecond();
    }

    static Optional<Session> read(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Session(
                        parts.group(1),
                        new AccountId(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(4))),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(5)))))
                : Optional.empty();
    }

    Instant until() {
        return began.plus(LONGEST);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until()) || !now.isBefore(seen.plus(LONGEST_IDLE));
    }

    boolean isToBeRenewed(Instant now) {
        return !now.isBefore(seen.plus(RENEWED_AFTER));
    }

    Session seenAt(Instant now) {
        return new Session(id, account, generation, began, now);
    }
}
