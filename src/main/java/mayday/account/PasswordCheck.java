package mayday.account;

import java.time.InstantSource;
import java.util.Optional;
import mayday.journal.Account;
import mayday.journal.Append;
import mayday.journal.Audit;
import mayday.journal.Deed;
import mayday.journal.StoredAccounts;

/**
 * Finds out whether a password is that of an account: by what was checked a little while ago, or by its hash. Names are those that are
 * stored. Safe for use by several threads, as all that it asks is; it guards nothing itself.
 */
final class PasswordCheck {
    private final StoredAccounts stored;
    private final Passwords passwords;
    private final Remembered remembered;
    private final InstantSource wallClock;

    PasswordCheck(StoredAccounts stored, Passwords passwords, Remembered remembered, InstantSource wallClock) {
        this.stored = stored;
        this.passwords = passwords;
        this.remembered = remembered;
        this.wallClock = wallClock;
    }

    /** The account, if the password is its own and was checked a little while ago. */
    Optional<Account> recall(String name, String password) {
        return stored.named(name)
                .filter(account -> !account.disabled() && remembered.has(account, password, wallClock.instant()));
    }

    /** The account, if the password is its own and it may be used. Takes as long where there is no such account. */
    Optional<Account> verify(String name, String password) {
        var account = stored.named(name).filter(each -> !each.disabled());
        if (account.isEmpty()) {
            passwords.pretend(password);
            return Optional.empty();
        }
        var found = account.get();
        var now = wallClock.instant();
        if (remembered.has(found, password, now)) {
            return account;
        }
        if (!passwords.matches(password, found.password())) {
            return Optional.empty();
        }
        var current = passwords.isOutdated(found.password()) ? strengthened(found, password) : found;
        remembered.keep(current, password, now);
        return Optional.of(current);
    }

    /** The account with a hash at today's cost; as it was if it cannot be stored now, there will be another time. */
    private Account strengthened(Account account, String password) {
        var after = With.hash(account, passwords.hash(password));
        var note = new Audit.Note(account.participant(), Deed.PASSWORD_HASHED_ANEW, account.name(), "");
        return stored.change(account, after, note) instanceof Append.Appended ? after : account;
    }
}
