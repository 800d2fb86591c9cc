package mayday.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The accounts that a journal keeps. What is changed is noted in the audit trail in the same transaction: there is neither without the
 * other. Safe for use by several threads.
 */
public final class StoredAccounts {
    private static final StreamKey STREAM = new StreamKey(StreamKey.ACCOUNTS, "");

    private final Journal journal;
    private final InstantSource wallClock;

    StoredAccounts(Journal journal, InstantSource wallClock) {
        this.journal = journal;
        this.wallClock = wallClock;
    }

    public Optional<Account> find(AccountId id) {
        return journal.query(handle -> AccountRows.find(handle, id));
    }

    /**
     * The account that one logs in to with a name.
     *
     * @param name in lower case
     */
    public Optional<Account> named(String name) {
        return journal.query(handle -> AccountRows.named(handle, name));
    }

    /** All of them by name, at most {@link Account#MOST}. */
    public List<Account> all() {
        return journal.query(AccountRows::all);
    }

    public boolean isEmpty() {
        return journal.query(AccountRows::count) == 0;
    }

    /** The account, unless {@code session} was logged out of. */
    public Optional<Account> ofSession(AccountId id, String session) {
        return journal.query(handle ->
                AccountRows.isEnded(handle, session) ? Optional.<Account>empty() : AccountRows.find(handle, id));
    }

    /** What must hold, in the transaction that stores something, for it to be stored. */
    public enum Provided {
        ALWAYS,
        /** There is no account yet. */
        FIRST
    }

    /** Stores a new account; {@link Append.VersionConflict} if its name is taken, there are too many, or what was provided is not so. */
    public Append add(Account account, Provided provided, Audit.Note note) {
        var now = wallClock.instant();
        return journal.write(STREAM, handle -> {
            var count = AccountRows.count(handle);
            var may = provided == Provided.ALWAYS ? count < Account.MOST : count == 0;
            if (!may || !AccountRows.add(handle, account)) {
                return new Append.VersionConflict(count);
            }
            return new Append.Appended(AuditRows.add(handle, note, now));
        });
    }

    /**
     * Changes an account, on behalf of one that must be enabled still; {@link Append.VersionConflict} if it is not, or if the account was
     * changed meanwhile.
     *
     * @param by may be the account itself
     */
    public Append change(AccountId by, Account before, Account after, Audit.Note note) {
        var now = wallClock.instant();
        return journal.write(STREAM, handle -> {
            var may = AccountRows.find(handle, by).filter(each -> !each.disabled());
            if (may.isEmpty() || !AccountRows.replace(handle, before, after)) {
                return new Append.VersionConflict(before.generation());
            }
            return new Append.Appended(AuditRows.add(handle, note, now));
        });
    }

    /** Changes an account on behalf of who runs the server. */
    public Append change(Account before, Account after, Audit.Note note) {
        var now = wallClock.instant();
        return journal.write(
                STREAM,
                handle -> AccountRows.replace(handle, before, after)
                        ? new Append.Appended(AuditRows.add(handle, note, now))
                        : new Append.VersionConflict(before.generation()));
    }

    /** Notes that somebody with the account did something now. */
    public Append seen(AccountId id) {
        var now = wallClock.instant();
        return journal.write(STREAM, handle -> {
            AccountRows.seen(handle, id, now);
            return new Append.Appended(0);
        });
    }

    /** Ends a session for good; it is remembered until it would have ended by itself. */
    public Append endSession(String session, Instant until, Audit.Note note) {
        var now = wallClock.instant();
        return journal.write(STREAM, handle -> {
            AccountRows.endSession(handle, session, until, now);
            return new Append.Appended(AuditRows.add(handle, note, now));
        });
    }
}
